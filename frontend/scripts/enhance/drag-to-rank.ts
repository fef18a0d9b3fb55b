import { afterPress } from "./after-press.ts";
import { startDragging } from "./rank-dragging.ts";
import { keepSaved } from "./rank-saving.ts";

type State = "chosen" | "left" | "no-thanks";

/**
 * Moves the companies of a ranking in the page: by the buttons that otherwise send the form, by typing a number
 * and by dragging a handle. All it changes are the form's own fields, so what is sent is what is seen.
 */
export function dragToRank(element: HTMLElement): void {
  const form = element as HTMLFormElement;
  const lists = new Map<State, HTMLElement>();
  for (const list of form.querySelectorAll<HTMLElement>("[data-rank-list]")) {
    lists.set(list.dataset.rankList as State, list);
  }
  const chosen = lists.get("chosen");
  if (!chosen) return;

  const save = keepSaved(form);
  const changed = (row: HTMLElement): void => {
    settle(lists);
    save.say(sentence(form, row));
    save.soon();
  };

  for (const row of form.querySelectorAll<HTMLElement>("[data-rank-row]")) {
    row.append(
      startDragging(row, [...lists.values()], (land) => {
        place(row, land);
        changed(row);
      }),
    );
  }
  adoptNumbers(lists);

  form.addEventListener("click", (event) => {
    const button = (event.target as HTMLElement).closest<HTMLElement>("[data-rank-move]");
    const row = button?.closest<HTMLElement>("[data-rank-row]");
    if (!button || !row) return;
    event.preventDefault();
    move(button.dataset.rankMove ?? "", row, lists);
    changed(row);
    keepFocus(row, button);
  });
  form.addEventListener("change", (event) => {
    const row = (event.target as HTMLElement).closest<HTMLElement>("[data-rank-row]");
    if (!row) return;
    afterPress(() => {
      adoptNumbers(lists);
      save.say(sentence(form, row));
      save.soon();
    });
  });
}

function rowsOf(list: HTMLElement | undefined): HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>(":scope > [data-rank-row]") ?? [])];
}

function position(row: HTMLElement): HTMLInputElement {
  return row.querySelector("[data-rank-position]") as HTMLInputElement;
}

function move(what: string, row: HTMLElement, lists: Map<State, HTMLElement>): void {
  if (what === "tie") row.dataset.tied = "";
  if (what === "untie") delete row.dataset.tied;
  if (what === "up") place(row, () => row.previousElementSibling?.before(row));
  if (what === "down") place(row, () => row.nextElementSibling?.after(row));
  if (what === "choose") place(row, () => lists.get("chosen")?.append(row));
  if (what === "undo") place(row, () => lists.get("left")?.append(row));
  if (what === "no") place(row, () => lists.get("no-thanks")?.append(row));
}

/** A company that moves leaves its tie; those it leaves and those it comes between do not slip into a new one. */
function place(row: HTMLElement, land: () => void): void {
  const untie = (other: Element | null): void => other?.removeAttribute("data-tied");
  if (row.dataset.tied === undefined) untie(row.nextElementSibling);
  untie(row);
  land();
  untie(row.nextElementSibling);
}

/** Writes each row's number and state from where it stands. */
function settle(lists: Map<State, HTMLElement>): void {
  let number = 0;
  rowsOf(lists.get("chosen")).forEach((row, index) => {
    if (index === 0) delete row.dataset.tied;
    if (row.dataset.tied === undefined) number += 1;
    mark(row, "chosen", String(number));
  });
  for (const state of ["left", "no-thanks"] as const) {
    for (const row of rowsOf(lists.get(state))) {
      delete row.dataset.tied;
      mark(row, state, "");
    }
  }
}

function mark(row: HTMLElement, state: State, number: string): void {
  row.dataset.state = state;
  position(row).value = number;
  const no = row.querySelector<HTMLInputElement>("[data-rank-no]");
  if (no) no.value = state === "no-thanks" ? "yes" : "";
}

/** Puts the rows where their typed numbers say; what is no number is left alone for the server to answer. */
function adoptNumbers(lists: Map<State, HTMLElement>): void {
  const all = [...lists.values()].flatMap((list) => rowsOf(list));
  if (all.some((row) => !/^\d*$/.test(position(row).value.trim()))) return;
  const numbered = all.filter((row) => Number(position(row).value) > 0);
  const number = (row: HTMLElement): number => Number(position(row).value);
  numbered.sort((one, other) => number(one) - number(other));
  let last = 0;
  for (const row of numbered) {
    if (number(row) === last) row.dataset.tied = "";
    else delete row.dataset.tied;
    last = number(row);
    lists.get("chosen")?.append(row);
  }
  for (const row of rowsOf(lists.get("chosen"))) {
    if (!numbered.includes(row)) lists.get("left")?.append(row);
  }
  settle(lists);
}

function sentence(form: HTMLFormElement, row: HTMLElement): string {
  const words = row.dataset.state === "chosen" ? form.dataset.said : form.dataset.left;
  return (words ?? "").replace("{name}", row.dataset.name ?? "").replace("{number}", position(row).value);
}

/** The pressed button may be hidden where the row now stands; then its neighbour has the focus. */
function keepFocus(row: HTMLElement, pressed: HTMLElement): void {
  const visible = [...row.querySelectorAll<HTMLElement>("[data-rank-move]")].filter(
    (button) => button.offsetParent !== null,
  );
  (visible.includes(pressed) ? pressed : visible[0])?.focus();
}
