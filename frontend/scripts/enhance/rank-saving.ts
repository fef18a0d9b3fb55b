import { PREFIX } from "./drafts.ts";

/**
 * Saves a ranking's draft a moment after each change and says in one line what became of it. Without a network the list
 * is kept in this browser and sent when the network is back; a list changed elsewhere meanwhile is not written over: the
 * server shows both.
 */
export interface Saving {
  say(sentence: string): void;
  soon(): void;
}

const TRY_AGAIN = 5000;
/** How long a press on "save" waits for a draft that is on its way. */
const PATIENCE = 3000;
/** Whoever stopped the page from loading after a press on "save" goes on with the list. */
const HERE_AGAIN = 10_000;

export function keepSaved(form: HTMLFormElement): Saving {
  const line = document.createElement("p");
  line.className = "saved-line";
  line.setAttribute("role", "status");
  form.append(line);

  const url = form.dataset.draft;
  const kept = new Kept(keyOf(form));
  let waiting = 0;
  let moved = "";
  let pending = false;
  let isSending = false;
  let isComparing = false;
  let isWaiting = false;
  /** The list as it stands is being saved: no draft is sent beside it, and what an earlier one is answered means nothing. */
  let isLeaving = false;
  let movedMeanwhile = false;
  let leaving = 0;
  let last: Promise<unknown> = Promise.resolve();

  const body = (): URLSearchParams => new URLSearchParams(new FormData(form) as unknown as URLSearchParams);
  const say = (sentence: string): void => {
    if (!pending) line.textContent = `${moved} ${sentence}`.trim();
  };

  /** Answers whether the server has it now. */
  const send = async (what: URLSearchParams): Promise<boolean> => {
    pending = false;
    if (!url) return false;
    isSending = true;
    const response = await fetch(url, {
      method: "POST",
      body: what,
      headers: { Accept: "text/plain" },
    }).catch(() => undefined);
    isSending = false;
    if (isLeaving) return false;
    if (!response || response.status >= 500 || response.redirected) {
      kept.write(what);
      say(form.dataset.keptHere ?? "");
      clearTimeout(waiting);
      waiting = setTimeout(sendKept, TRY_AGAIN);
      return false;
    }
    if (!pending && response.status !== 409) kept.remove();
    if (response.status === 409) {
      isComparing = true;
      compare(form, what);
      return false;
    }
    const saved = response.ok;
    const seen = form.elements.namedItem("seen");
    if (saved && seen instanceof HTMLInputElement)
      seen.value = response.headers.get("ranking-seen") ?? seen.value;
    say(saved ? await response.text() : (form.dataset.notSaved ?? ""));
    return saved;
  };
  const sendKept = (): void => {
    last = last.then(() => {
      if (isLeaving) return false;
      const what = kept.read();
      return what && send(pending ? body() : what);
    });
  };
  /** Nothing came of a press on "save": what was moved since goes on its own. */
  const stays = (): void => {
    clearTimeout(leaving);
    isLeaving = false;
    if (movedMeanwhile) sendKept();
    movedMeanwhile = false;
  };

  // What was sent stands on this page, beside what is in its way: the server has it.
  if (form.querySelector("[data-ranking-other], [role='alert']")) kept.remove();
  // What this browser kept from an earlier visit goes first; then the page shows what came of it.
  const before = kept.read();
  if (before && url) {
    last = last.then(() => send(before)).then((isKept) => isKept && !isWaiting && location.reload());
  }
  window.addEventListener("online", sendKept);
  window.addEventListener("pagehide", () => {
    if (pending && url) navigator.sendBeacon(url, body());
  });
  let hasWaited = false;
  form.addEventListener("submit", (event) => {
    clearTimeout(waiting);
    pending = false;
    // A list saved before its own draft has been answered would look as if it came from another device.
    if (isSending && !hasWaited) {
      event.preventDefault();
      if (isWaiting) return;
      isWaiting = true;
      const button = event.submitter;
      const enough = new Promise((resolve) => setTimeout(resolve, PATIENCE));
      void Promise.race([last, enough]).then(() => {
        isWaiting = false;
        hasWaited = true;
        if (!isComparing) form.requestSubmit(button);
      });
      return;
    }
    hasWaited = false;
    isLeaving = true;
    movedMeanwhile = false;
    clearTimeout(leaving);
    leaving = setTimeout(stays, HERE_AGAIN);
    // Kept until the receipt says that it has arrived.
    kept.write(body());
  });
  window.addEventListener("pageshow", stays);

  return {
    say(sentence) {
      moved = sentence;
      line.textContent = sentence;
    },
    soon() {
      kept.write(body());
      if (isLeaving) {
        movedMeanwhile = true;
        return;
      }
      pending = true;
      clearTimeout(waiting);
      waiting = setTimeout(() => {
        last = last.then(() => send(body()));
      }, 600);
    },
  };
}

/** On the receipt: the server has the list, so this browser need not keep it. */
export function forgetList(element: HTMLElement): void {
  new Kept(keyOf(element)).remove();
}

function keyOf(element: HTMLElement): string {
  return `${PREFIX}ranking:${element.dataset.kept ?? ""}`;
}

/** Sends the list as the page would, to be shown beside the one from elsewhere; nothing is saved by it. */
function compare(form: HTMLFormElement, what: URLSearchParams): void {
  const sent = document.createElement("form");
  sent.method = "post";
  sent.action = form.action;
  sent.hidden = true;
  for (const [name, value] of [...what, ["compare", "yes"]]) {
    const field = document.createElement("input");
    field.type = "hidden";
    field.name = name ?? "";
    field.value = value ?? "";
    sent.append(field);
  }
  document.body.append(sent);
  sent.submit();
}

class Kept {
  constructor(private readonly key: string) {}

  read(): URLSearchParams | undefined {
    try {
      const text = localStorage.getItem(this.key);
      return text === null ? undefined : new URLSearchParams(text);
    } catch {
      return undefined; // Storage may be switched off; the page says that it could not save.
    }
  }

  write(what: URLSearchParams): void {
    try {
      localStorage.setItem(this.key, what.toString());
    } catch {
      // See `read`.
    }
  }

  remove(): void {
    try {
      localStorage.removeItem(this.key);
    } catch {
      // See `read`.
    }
  }
}
