/**
 * A handle by which a row is dragged with mouse or finger. Nothing moves before it is let go: a line shows where
 * the row will land, because moving an element under a finger ends the touch in some browsers.
 */
export function startDragging(
  row: HTMLElement,
  lists: HTMLElement[],
  dropped: (land: () => void) => void,
): HTMLElement {
  const handle = document.createElement("span");
  handle.className = "rank-handle";
  handle.setAttribute("aria-hidden", "true");

  handle.addEventListener("pointerdown", (down) => {
    if (down.button !== 0) return;
    down.preventDefault();
    handle.setPointerCapture(down.pointerId);
    row.classList.add("dragging");
    let land: (() => void) | undefined;

    const moving = (event: PointerEvent): void => {
      scrollNearEdges(event.clientY);
      clearMarks(lists);
      land = aim(row, lists, event.clientY);
    };
    const ending = (event: PointerEvent): void => {
      handle.removeEventListener("pointermove", moving);
      handle.removeEventListener("pointerup", ending);
      handle.removeEventListener("pointercancel", ending);
      row.classList.remove("dragging");
      clearMarks(lists);
      if (event.type === "pointerup" && land) dropped(land);
    };
    handle.addEventListener("pointermove", moving);
    handle.addEventListener("pointerup", ending);
    handle.addEventListener("pointercancel", ending);
  });
  return handle;
}

function clearMarks(lists: HTMLElement[]): void {
  for (const list of lists) {
    for (const row of list.children) row.classList.remove("drop-before", "drop-after");
  }
}

/** Marks where the row would land at this height and returns what puts it there. */
function aim(row: HTMLElement, lists: HTMLElement[], y: number): (() => void) | undefined {
  const list = lists.find((candidate) => {
    const box = candidate.getBoundingClientRect();
    return y >= box.top - 12 && y <= box.bottom + 12;
  });
  if (!list) return undefined;
  const others = [...list.children].filter((other) => other !== row);
  const next = others.find((other) => {
    const box = other.getBoundingClientRect();
    return y < box.top + box.height / 2;
  });
  const last = others.at(-1);
  if (next) next.classList.add("drop-before");
  else last?.classList.add("drop-after");
  return () => (next ? next.before(row) : list.append(row));
}

function scrollNearEdges(y: number): void {
  const edge = 80;
  if (y < edge) window.scrollBy(0, -12);
  if (y > window.innerHeight - edge) window.scrollBy(0, 12);
}
