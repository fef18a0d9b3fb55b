// A list made where the network comes and goes is neither lost nor written over.
import assert from "node:assert/strict";
import { test } from "node:test";
import { listed } from "./choosing.mjs";
import { arrives, follow, press, says } from "./presses.mjs";
import { demo, signIn, views } from "./support.mjs";

const { open } = demo();
const [phone] = views;

async function list(whose = "Mia") {
  const page = await open(phone);
  await signIn(page, whose);
  await page.goto("/me/events");
  await follow(page, /^tirsdag/);
  await arrives(page, () => page.locator('main a[href$="/ranking"]').first().click());
  return page;
}

const chooseButton = (page, name) =>
  page
    .locator(`[data-rank-row][data-name="${name}"]`)
    .getByRole("button", { name: /^Vælg|^Nej tak/ })
    .first();
const choose = (page, name) => chooseButton(page, name).click();

test("a list changed without a network is kept on the phone and sent when the network is back", async () => {
  const page = await list();
  const [first] = await listed(page, "left");
  await page.context().setOffline(true);
  await choose(page, first);
  await says(page, /Ingen forbindelse lige nu/);
  await page.context().setOffline(false);
  await says(page, /Husket kl\. \d/);
  await page.reload();
  assert.ok(!(await listed(page, "left")).includes(first), "the company is on the list");
  await page.context().close();
});

test("a list that is saved without a network is still there when the network is back", async () => {
  const page = await list("Victor");
  const address = page.url();
  const [first] = await listed(page, "left");
  await page.context().setOffline(true);
  await choose(page, first);
  await Promise.all([
    page.waitForEvent("requestfailed", (request) => request.isNavigationRequest()),
    page.getByRole("main").getByRole("button", { name: "Gem min liste" }).last().click(),
  ]);
  await page.context().setOffline(false);
  await page.goto(address);
  await page.locator(`[data-rank-list="chosen"] [data-rank-row][data-name="${first}"]`).waitFor();
  await page.context().close();
});

test("what another phone saved meanwhile is shown beside mine, and I choose", async () => {
  const [old, other] = [await list(), await list()];
  const [first, second] = await listed(old, "left");
  await choose(other, first);
  await press(other, "Gem min liste");
  await says(other, "Din liste er gemt");
  await choose(old, second);
  await says(old, "Du har to lister");
  await press(old, "Gem min liste");
  await says(old, "Din liste er gemt");
  for (const page of [old, other]) await page.context().close();
});

test("a list that is saved while an earlier change of it is on its way is one list, not two", async () => {
  const page = await list("Noah");
  const [first, second] = await listed(page, "left");
  const held = [];
  const isHeld = new Promise((resolve) => {
    page.route("**/ranking/draft", async (route) => {
      const response = await route.fetch();
      held.push(() => route.fulfill({ response }));
      resolve();
    });
  });
  await choose(page, first);
  await isHeld;
  await choose(page, second);
  await page.getByRole("main").getByRole("button", { name: "Gem min liste" }).last().click();
  for (const answer of held) await answer();
  await says(page, "Din liste er gemt");
  await page.context().close();
});

test("a list that is changed while a press on save comes to nothing is sent after all", async () => {
  const page = await list("Amir");
  await page.clock.install();
  await page.reload();
  const [first, second] = await listed(page, "left");
  await choose(page, first);
  await says(page, /Husket kl\. \d/);
  const isSave = (request) => request.isNavigationRequest() && request.method() === "POST";
  await page.route("**/ranking", (route) =>
    isSave(route.request()) ? route.fulfill({ status: 204 }) : route.continue(),
  );
  const isSaving = page.waitForRequest(isSave);
  await page.getByRole("main").getByRole("button", { name: "Gem min liste" }).last().click();
  await isSaving;
  // While the form is on its way its buttons look busy, and work.
  await chooseButton(page, second).click({ force: true });
  const isSent = page.waitForResponse("**/ranking/draft");
  await page.clock.fastForward(10_000);
  assert.equal((await isSent).status(), 200);
  await page.reload();
  assert.ok(!(await listed(page, "left")).includes(second), "the company is on the list");
  await page.context().close();
});
