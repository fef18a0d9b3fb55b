import assert from "node:assert/strict";
import { isAccessible, isReachedByTab } from "./checks.mjs";
import { demo } from "./support.mjs";

const { inEveryView } = demo();

inEveryView("the page for companies that would like to hear more is for everybody", async (page) => {
  await page.goto("/companies/interest");
  await isAccessible(page);
});

inEveryView("a company writes with the keyboard alone", async (page) => {
  await page.goto("/companies/interest");
  const form = page.getByRole("main").locator('form[method="post"]');
  await isReachedByTab(page, form.locator("input:visible").first());
  await isReachedByTab(page, form.getByRole("button"));
});

inEveryView("a mistake is told beside its field and nothing typed is lost", async (page) => {
  await page.goto("/companies/interest");
  const form = page.getByRole("main").locator('form[method="post"]');
  await form.evaluate((element) => element.setAttribute("novalidate", ""));
  const first = form.locator("input:visible").first();
  await first.fill("Bageriet på hjørnet");
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.request().method() === "POST"),
    form.getByRole("button").click(),
  ]);
  assert.equal(answer.status(), 422);
  assert.equal(await first.inputValue(), "Bageriet på hjørnet");
  assert.notEqual(await form.locator('[aria-invalid="true"]').count(), 0);
  await isAccessible(page);
});
