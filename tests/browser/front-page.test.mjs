import assert from "node:assert/strict";
import { isAccessible, isReachedByTab } from "./checks.mjs";
import { chooseEnglish, demo, wireSize } from "./support.mjs";

const { inEveryView } = demo();

inEveryView("the front page is for everybody", async (page) => {
  await page.goto("/");
  await isAccessible(page);
});

inEveryView("the front page has a door for companies and one for those with an account", async (page) => {
  await page.goto("/");
  const main = page.getByRole("main");
  await isReachedByTab(page, main.locator('a[href="/companies/interest"]').first());
  await isReachedByTab(page, main.locator('a[href^="/sign-in"]').first());
});

inEveryView("the front page can be read in English", async (page) => {
  await page.goto("/");
  assert.equal(await page.locator("html").getAttribute("lang"), "da");
  await chooseEnglish(page);
  await isAccessible(page);
});

inEveryView("a first visit costs little on a bad network", async (page) => {
  const { image = 0, ...sizes } = await wireSize(page, "/");
  const bytes = Object.values(sizes).reduce((sum, size) => sum + size, 0);
  assert.ok(bytes > 0 && bytes <= 150_000, `${bytes} bytes: ${JSON.stringify({ image, ...sizes })}`);
});
