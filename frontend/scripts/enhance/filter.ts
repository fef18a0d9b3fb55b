/** Sends a filter form as soon as something in it is chosen; its button stays for those who type. */
export function filter(element: HTMLElement): void {
  const form = element as HTMLFormElement;
  form.addEventListener("change", () => form.requestSubmit());
}
