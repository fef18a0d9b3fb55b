/**
 * Where drafts live in this browser, and which fields are never kept. What somebody writes without being signed
 * in (`visit:…`) goes with the tab: the next at a shared screen must not read it.
 */
export const PREFIX = "omvendt-draft:";

function place(key: string): Storage {
  return key.startsWith("visit:") ? sessionStorage : localStorage;
}

export interface Draft {
  values: [string, string][];
  sent: boolean;
}

export function read(key: string): Draft | undefined {
  try {
    const text = place(key).getItem(PREFIX + key);
    return text === null ? undefined : (JSON.parse(text) as Draft);
  } catch {
    return undefined; // Storage may be switched off or full; the page works without it.
  }
}

export function write(key: string, draft: Draft): void {
  try {
    place(key).setItem(PREFIX + key, JSON.stringify(draft));
  } catch {
    // See `read`.
  }
}

export function remove(key: string): void {
  try {
    place(key).removeItem(PREFIX + key);
  } catch {
    // See `read`.
  }
}

export function removeAll(): void {
  try {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(PREFIX)) localStorage.removeItem(key);
    }
  } catch {
    // See `read`.
  }
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** The fields of a form that a draft may hold: never a password, a code, a file or what the page itself put in. */
export function fields(form: HTMLFormElement): Field[] {
  const never = new Set(["password", "hidden", "file", "submit", "button"]);
  return [...form.elements].filter((element): element is Field => {
    if (element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement) return true;
    if (!(element instanceof HTMLInputElement)) return false;
    return !never.has(element.type) && element.autocomplete !== "one-time-code";
  });
}
