/** Copies the text of `data-source` and says so on the button. */
export function copy(element: HTMLElement): void {
  const source = document.getElementById(element.dataset.source ?? "");
  if (!source || !navigator.clipboard) return;
  element.hidden = false;
  element.setAttribute("aria-live", "polite");
  const words = element.textContent;
  element.addEventListener("click", async () => {
    await navigator.clipboard.writeText((source.textContent ?? "").trim());
    element.textContent = element.dataset.copied ?? words;
    setTimeout(() => {
      element.textContent = words;
    }, 3000);
  });
}
