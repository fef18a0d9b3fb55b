/** Brings the reader to what must be read first, such as a form's problems. */
export function focus(element: HTMLElement): void {
  element.focus();
}
