import assert from "node:assert/strict";
import { isAccessible, isReachedByTab } from "./checks.mjs";
import { demo } from "./support.mjs";

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
  await page.locator('[lang="en"][hreflang="en"], [hreflang="en"], button[lang="en"]').first().click();
  await page.waitForFunction(() => document.documentElement.lang === "en");
  await isAccessible(page);
});
