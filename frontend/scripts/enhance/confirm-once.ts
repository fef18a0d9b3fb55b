const READY_AGAIN_MS = 10_000;

/**
 * Sends a form once, however often its button is pressed. Coming back to the page makes it ready again, and so
 * does a while without an answer: on a bad network somebody may have stopped the page from loading.
 */
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
    else {
      mark(true);
      setTimeout(() => mark(false), READY_AGAIN_MS);
    }
  });
  window.addEventListener("pageshow", () => mark(false));
}
