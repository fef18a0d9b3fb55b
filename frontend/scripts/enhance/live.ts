import { enhance } from "../app.ts";

/**
 * Fetches the page anew every `data-seconds` and swaps the parts marked `data-live` (each with an id), unless
 * somebody is typing in one. When a part is gone, such as the progress of what is done, the page has become another
 * and is loaded as a whole. Pages whose scripts are off always are.
 */
export function live(element: HTMLElement): void {
  // A phone on the day holds every moment and is told of changes; thousands of them do not ask as well.
  if (document.querySelector('[data-enhance~="event-day"][data-mode="show"]')) return;
  const seconds = Number(element.dataset.seconds);
  if (!(seconds > 0)) return;

  const refresh = async (): Promise<void> => {
    if (document.hidden) return;
    const response = await fetch(location.href, { headers: { Accept: "text/html" } }).catch(() => undefined);
    if (!response?.ok || response.redirected) return;
    const fresh = new DOMParser().parseFromString(await response.text(), "text/html");
    for (const part of document.querySelectorAll<HTMLElement>("[data-live][id]")) {
      const next = fresh.getElementById(part.id);
      if (!next && !isTyping()) return location.replace(location.pathname + location.search);
      if (!next || part.contains(document.activeElement) || part.innerHTML === next.innerHTML) continue;
      part.replaceChildren(...next.childNodes);
      enhance(part);
    }
  };
  setInterval(() => void refresh(), seconds * 1000);
}

function isTyping(): boolean {
  return document.activeElement?.matches("input, textarea, select") === true;
}
