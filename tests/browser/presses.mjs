// What a person does on a page and looks for afterwards, by the words that stand there.
import assert from "node:assert/strict";
import { hasScripts } from "./scripts.mjs";

/** Presses a button that sends its form, and answers the status of the page that comes. */
export async function press(page, name) {
  const main = page.getByRole("main");
  return arrives(page, () =>
    main
      .getByRole("button", { name, exact: typeof name === "string" })
      .first()
      .click(),
  );
}

/** Presses the form's button and is refused: a sentence stands at the field, and the list above leads there. */
export async function isRefused(page, button, field, sentence) {
  assert.equal(await press(page, button), 422);
  const summary = page.locator(".problem-summary");
  await summary.waitFor();
  if (hasScripts(page)) assert.ok(await hasFocus(summary), "the list of what is wrong has the focus");
  const target = page.locator(`#${field}`);
  const tied = (await target.getAttribute("aria-describedby"))?.split(" ") ?? [];
  assert.ok(tied.includes(`${field}-problem`), `${field} has a problem tied to it`);
  const told = await page.locator(`#${field}-problem`).innerText();
  assert.ok(told.includes(sentence), `“${sentence}” stands at ${field}: ${told}`);
  await summary.locator(`a[href="#${field}"]`).focus();
  await page.keyboard.press("Enter");
  assert.ok(await hasFocus(target), `the list leads to ${field}`);
}

/** Follows a link in the page. */
export async function follow(page, name) {
  const main = page.getByRole("main");
  await arrives(page, () =>
    main
      .getByRole("link", { name, exact: typeof name === "string" })
      .first()
      .click(),
  );
}

/** Unfolds what stands behind a line such as "Flyt til en anden dag", and answers what is in it. */
export async function unfold(page, line) {
  const details = page.locator("main details", { has: page.locator("summary", { hasText: line }) });
  if ((await details.getAttribute("open")) === null) await details.locator("summary").click();
  return details;
}

/** Waits until the page says this. */
export async function says(page, words) {
  await page.getByRole("main").getByText(words).first().waitFor();
}

/** The page as it stands does not say this. */
export async function isSilentAbout(page, words) {
  assert.equal(await page.getByRole("main").getByText(words).count(), 0, `${page.url()} says ${words}`);
}

/** Does what leads to another page, waits until that is there, and answers its status. */
export async function arrives(page, act) {
  const isPage = (response) => response.request().isNavigationRequest() && ![302, 303].includes(response.status());
  const [answer] = await Promise.all([page.waitForResponse(isPage), page.waitForEvent("load"), act()]);
  return answer.status();
}

function hasFocus(locator) {
  return locator.evaluate((element) => element === document.activeElement);
}
