/** Shows a button that prints; without scripts the browser's own menu does. */
export function print(element: HTMLElement): void {
  element.hidden = false;
  element.addEventListener("click", () => window.print());
}
