/** Sends a form once, however often its button is pressed; coming back to the page makes it ready again. */
export function confirmOnce(element: HTMLElement): void {
  const form = element as HTMLFormElement;
  let sent = false;

  const mark = (busy: boolean): void => {
    sent = busy;
    for (const button of form.querySelectorAll("button")) {
      if (busy) button.setAttribute("aria-disabled", "true");
      else button.removeAttribute("aria-disabled");
    }
  };

  form.addEventListener("submit", (event) => {
    if (event.defaultPrevented) return;
    if (sent) event.preventDefault();
    else mark(true);
  });
  window.addEventListener("pageshow", () => mark(false));
}
