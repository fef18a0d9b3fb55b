let pressed = false;
let waiting: (() => void)[] = [];

/**
 * Does something that may move the page, but not while a finger or a mouse button is down. Whoever types and then
 * presses a button leaves the field first; moved away at that moment, the button would miss the press.
 */
export function afterPress(act: () => void): void {
  if (pressed) waiting.push(act);
  else act();
}

function release(): void {
  pressed = false;
  const acts = waiting;
  waiting = [];
  for (const act of acts) act();
}

for (const down of ["pointerdown", "mousedown"]) {
  document.addEventListener(down, () => (pressed = true), { capture: true });
}
// A click comes before the form is sent. Let go somewhere else, there is no click.
document.addEventListener("click", release, { capture: true });
for (const up of ["pointerup", "mouseup", "pointercancel"]) {
  document.addEventListener(up, () => setTimeout(release), { capture: true });
}
