const LAST = "omvendt-filter";

/**
 * Sends a filter form as soon as something in it is chosen, and has the reader stand in the same field on the
 * page that comes; its button stays for those whose scripts are off.
 */
export function filter(element: HTMLElement): void {
  const form = element as HTMLFormElement;
  const last = form.querySelector<HTMLElement>(`#${CSS.escape(sessionStorage.getItem(LAST) ?? "none")}`);
  sessionStorage.removeItem(LAST);
  last?.focus({ preventScroll: true });
  form.addEventListener("change", (event) => {
    sessionStorage.setItem(LAST, (event.target as HTMLElement).id);
    form.requestSubmit();
  });
}
