/** Shows the chosen photo before it is sent and refuses one larger than `data-max-bytes`. */
export function filePreview(element: HTMLElement): void {
  const input = element.querySelector<HTMLInputElement>('input[type="file"]');
  if (!input) return;

  const picture = document.createElement("img");
  picture.className = "file-preview";
  picture.alt = element.dataset.alt ?? "";
  const problem = document.createElement("span");
  problem.className = "form-error-message";
  problem.setAttribute("role", "alert");
  input.before(problem);

  input.addEventListener("change", () => {
    const file = input.files?.[0];
    const tooBig = file !== undefined && file.size > Number(element.dataset.maxBytes);
    problem.textContent = tooBig ? (element.dataset.tooBig ?? "") : "";
    picture.remove();
    if (tooBig) input.value = "";
    else if (file?.type.startsWith("image/")) show(file);
  });

  const show = (file: File): void => {
    const reader = new FileReader();
    reader.addEventListener("load", () => {
      picture.src = String(reader.result);
      input.after(picture);
    });
    reader.readAsDataURL(file);
  };
}
