// Pages without scripts. Axe is a script itself, so it is let in when the page already stands as it came.
const sessions = new WeakMap();

/** From the next visit on, a page has scripts or has none. What is already there is not run afterwards. */
export async function turnScripts(page, on) {
  if (!sessions.has(page)) sessions.set(page, await page.context().newCDPSession(page));
  await sessions.get(page).send("Emulation.setScriptExecutionDisabled", { value: !on });
}

export function hasScripts(page) {
  return !sessions.has(page);
}

/** Does something with the page that needs scripts of our own, also where its own are off. */
export async function withScripts(page, act) {
  if (hasScripts(page)) return act(page);
  await turnScripts(page, true);
  try {
    return await act(page);
  } finally {
    await turnScripts(page, false);
  }
}
