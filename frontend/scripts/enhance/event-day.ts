import { enhance } from "../app.ts";

/** Where the day is, as the server tells it. */
interface Message {
  /** Over how many milliseconds the screens spread their fetching. */
  spread: number;
  layout: number;
  moment: string;
  ends_at: number | null;
  left: number | null;
  presenter: number;
  /** When each step of the run sheet began or is to begin, as `13:02`. */
  begins: string[];
}

const TRY_AGAIN = 3000;

/**
 * Follows an event day. A page with `data-mode="show"` holds every moment and only changes which one it shows, so that
 * it needs nothing from the network but the message; one with `data-mode="fetch"` is fetched anew. Either is fetched
 * when the run sheet or the tables have changed. The browser comes back by itself after a break, and gets the latest.
 */
export function eventDay(root: HTMLElement): void {
  const words = root.dataset;
  const ahead = Number(words.now) - Date.now();
  let layout = Number(words.layout);
  let ends: number | null = words.ends ? Number(words.ends) : null;
  let left: number | null = words.left ? Number(words.left) : null;
  let moment = words.moment ?? "";

  const clock = root.querySelector<HTMLElement>("[data-time-left]");
  const tick = (): void => {
    if (clock) clock.textContent = timeLeft();
  };
  const timeLeft = (): string => {
    if (left !== null) return words.paused ?? "";
    if (ends === null) return "";
    const seconds = (ends - Date.now() - ahead) / 1000;
    if (seconds <= 0) return words.timeUp ?? "";
    if (seconds <= 60) return words.lastMinute ?? "";
    return (words.minutesLeft ?? "").replace("#", String(Math.round(seconds / 60)));
  };
  tick();
  setInterval(tick, 1000);

  const show = (message: Message): void => {
    for (const part of root.querySelectorAll<HTMLElement>("[data-when]"))
      part.hidden = !(part.dataset.when ?? "").split(" ").includes(moment);
    for (const name of root.querySelectorAll<HTMLElement>("[data-presenter-at]")) {
      name.hidden = Number(name.dataset.presenterAt) !== message.presenter;
    }
    for (const item of root.querySelectorAll<HTMLElement>("[data-item]")) {
      if (item.dataset.item === moment) item.setAttribute("aria-current", "step");
      else item.removeAttribute("aria-current");
    }
    // With another run sheet the times belong to other lines: the page is fetched with its own.
    if (message.layout !== layout) return;
    for (const at of root.querySelectorAll<HTMLElement>("[data-begins]")) {
      const begins = message.begins[Number(at.dataset.begins)];
      if (begins) at.textContent = begins.replace(":", words.between ?? ":");
    }
  };

  const changes = words.changes;
  if (!changes) return;
  let latest: Message | undefined;
  let asked = 0;
  /** Fetches until it has come: the network may be slow to be back. */
  const renew = (message: Message, after: number): void => {
    const mine = ++asked;
    setTimeout(() => {
      void fetched(root, () => mine === asked).then((isHere) => {
        if (mine !== asked) return;
        if (!isHere) return renew(message, TRY_AGAIN);
        layout = message.layout;
        if (words.mode !== "fetch" && latest) show(latest);
      });
    }, after);
  };
  const hear = (event: MessageEvent<string>): void => {
    const message = JSON.parse(event.data) as Message;
    latest = message;
    ends = message.ends_at;
    left = message.left;
    moment = message.moment;
    say("");
    tick();
    if (words.mode === "fetch") return renew(message, 0);
    show(message);
    // Many phones hold many tables: they do not all ask for the new ones in the same moment.
    if (message.layout !== layout) renew(message, Math.random() * message.spread);
  };
  const listen = (): void => {
    const source = new EventSource(changes);
    source.addEventListener("message", hear);
    source.addEventListener("error", () => {
      say(words.lost ?? "");
      // A server that answers with an error, as one that is being started, ends a source for good.
      if (source.readyState === EventSource.CLOSED) setTimeout(listen, TRY_AGAIN * (0.5 + Math.random()));
    });
  };
  listen();

  const say = (sentence: string): void => {
    const line = root.querySelector<HTMLElement>("[data-connection]");
    if (line && line.textContent !== sentence) line.textContent = sentence;
  };
}

/** What is typed stays with what it is about, and what was open stays open, whatever else stands around it now. */
function setAside(part: HTMLElement, next: HTMLElement): (() => void)[] {
  return [...part.querySelectorAll("details")].flatMap((old) => {
    const field = old.querySelector("textarea");
    if (!field) return [];
    const same = next.querySelector(`#${CSS.escape(field.id)}`)?.closest("details");
    if (same) same.open = old.open;
    if (field.value === field.defaultValue) return [];
    return [() => (same ? same.replaceWith(old) : part.append(old))];
  });
}

/** Swaps the parts marked `data-live`, unless somebody is writing in one; false when the page did not come. */
async function fetched(root: HTMLElement, isWanted: () => boolean): Promise<boolean> {
  const address = root.dataset.page ?? location.href;
  const response = await fetch(address, { headers: { Accept: "text/html" } }).catch(() => undefined);
  if (!response?.ok || response.redirected) return false;
  const fresh = new DOMParser().parseFromString(await response.text(), "text/html");
  if (!isWanted()) return true;
  for (const part of root.querySelectorAll<HTMLElement>("[data-live][id]")) {
    const next = fresh.getElementById(part.id);
    const writing = part.querySelector("textarea:focus, input:focus");
    if (!next || writing || part.innerHTML === next.innerHTML) continue;
    const written = setAside(part, next);
    const focused = document.activeElement;
    const held = part.contains(focused) && focused instanceof HTMLButtonElement ? focused.value : "";
    part.replaceChildren(...next.childNodes);
    enhance(part);
    for (const putBack of written) putBack();
    if (held) part.querySelector<HTMLElement>(`button[value="${CSS.escape(held)}"]`)?.focus();
  }
  return true;
}
