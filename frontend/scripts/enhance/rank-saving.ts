/** Saves a ranking's draft a moment after each change and says in one line what became of it. */
export interface Saving {
  say(sentence: string): void;
  soon(): void;
}

export function keepSaved(form: HTMLFormElement): Saving {
  const line = document.createElement("p");
  line.className = "saved-line";
  line.setAttribute("role", "status");
  form.append(line);

  let waiting = 0;
  let moved = "";
  let pending = false;
  let last: Promise<void> = Promise.resolve();

  const body = (): URLSearchParams => new URLSearchParams(new FormData(form) as unknown as URLSearchParams);
  const send = async (): Promise<void> => {
    pending = false;
    const url = form.dataset.draft;
    if (!url) return;
    const response = await fetch(url, {
      method: "POST",
      body: body(),
      headers: { Accept: "text/plain" },
    }).catch(() => undefined);
    const saved = response?.ok === true && !response.redirected;
    const sentence = saved ? await response.text() : (form.dataset.notSaved ?? "");
    if (!pending) line.textContent = `${moved} ${sentence}`.trim();
  };

  window.addEventListener("pagehide", () => {
    if (pending && form.dataset.draft) navigator.sendBeacon(form.dataset.draft, body());
  });
  form.addEventListener("submit", () => {
    clearTimeout(waiting);
    pending = false;
  });

  return {
    say(sentence) {
      moved = sentence;
      line.textContent = sentence;
    },
    soon() {
      pending = true;
      clearTimeout(waiting);
      waiting = setTimeout(() => {
        last = last.then(send);
      }, 600);
    },
  };
}
