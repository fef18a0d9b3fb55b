import { type Draft, fields, read, remove, write } from "./drafts.ts";

/**
 * Keeps what is typed in this browser under `data-draft-key` (which names the person and the form), and brings
 * it back when the page is opened again before it was sent. `data-draft-kept` says so, with a button labelled
 * `data-draft-drop` that lets it go. A form that came back with problems already holds what was typed.
 */
export function keepDraft(element: HTMLElement): void {
  const form = element as HTMLFormElement;
  const key = form.dataset.draftKey;
  if (!key) return;

  const answered = form.querySelector('[aria-invalid="true"], [role="alert"]') !== null;
  const untouched = values(form);
  const kept = read(key);
  if (kept?.sent && !answered && !cameBack()) remove(key);
  else if (kept && !answered && bringBack(form, kept)) tell(form, key, untouched);

  let waiting = 0;
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => write(key, { values: values(form), sent: false }), 300);
  });
  form.addEventListener("submit", () => {
    clearTimeout(waiting);
    write(key, { values: values(form), sent: true });
  });
}

/** A draft that was sent but whose page was left by "back" may never have arrived. */
function cameBack(): boolean {
  const [entry] = performance.getEntriesByType("navigation");
  return entry instanceof PerformanceNavigationTiming && entry.type === "back_forward";
}

function values(form: HTMLFormElement): [string, string][] {
  const ticked = (field: HTMLElement): boolean =>
    !(field instanceof HTMLInputElement) || !["checkbox", "radio"].includes(field.type) || field.checked;
  return fields(form)
    .filter((field) => field.name !== "" && ticked(field))
    .map((field) => [field.name, field.value]);
}

/** Fills the form from the draft and says whether that changed anything. */
function bringBack(form: HTMLFormElement, draft: Draft): boolean {
  const before = JSON.stringify(values(form));
  fill(form, draft.values);
  return JSON.stringify(values(form)) !== before;
}

function fill(form: HTMLFormElement, kept: [string, string][]): void {
  const left = new Map<string, string[]>();
  for (const [name, value] of kept) left.set(name, [...(left.get(name) ?? []), value]);
  for (const field of fields(form)) {
    const mine = left.get(field.name);
    if (field instanceof HTMLInputElement && ["checkbox", "radio"].includes(field.type)) {
      field.checked = mine?.includes(field.value) ?? false;
    } else if (mine && mine.length > 0) {
      field.value = mine.shift() ?? "";
    }
  }
}

function tell(form: HTMLFormElement, key: string, untouched: [string, string][]): void {
  const line = document.createElement("p");
  line.className = "draft-line";
  line.setAttribute("role", "status");
  line.textContent = `${form.dataset.draftKept ?? ""} `;
  const drop = document.createElement("button");
  drop.type = "button";
  drop.className = "button button-quiet";
  drop.textContent = form.dataset.draftDrop ?? "";
  drop.addEventListener("click", () => {
    remove(key);
    fill(form, untouched);
    line.remove();
  });
  line.append(drop);
  form.prepend(line);
}
