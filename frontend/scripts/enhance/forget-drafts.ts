import { removeAll } from "./drafts.ts";

/** On the sign-out form: what somebody wrote here is not left for the next one at this machine. */
export function forgetDrafts(element: HTMLElement): void {
  element.addEventListener("submit", removeAll);
}
