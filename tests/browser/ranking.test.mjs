// The evening after an event: a young person puts the companies in order, and finds the list again.
import assert from "node:assert/strict";
import { isAccessible, isReachedByTab } from "./checks.mjs";
import { listed, move, receipt, row } from "./choosing.mjs";
import { arrives, follow, isRefused, press, says } from "./presses.mjs";
import { hasScripts } from "./scripts.mjs";
import { demo, signIn } from "./support.mjs";

const { inEveryView } = demo({ apart: true });

const [bakery, garage, care, cafe, bikes] = [
  "Solsidens Bageri",
  "Kajs Autoværksted",
  "Plejehjemmet Engparken",
  "Café Kajkanten",
  "Cykelsmeden i Nørregade",
];

inEveryView("a young person ranks with buttons and numbers, changes it again and finds it", async (page) => {
  await signIn(page, "Amir");
  await openList(page);
  for (const name of [garage, care, bakery]) await move(page, "Vælg", name, "chosen");
  await move(page, "Op", care, "chosen");
  assert.deepEqual(await listed(page, "chosen"), [care, garage, bakery]);
  await move(page, "Lige så god som den over", bakery, "chosen");
  assert.deepEqual(await numbers(page, [care, garage, bakery]), ["1", "2", "2"]);
  await move(page, "Nej tak", cafe, "no-thanks");
  await number(page, bikes).fill("3");
  await isAccessible(page);

  await press(page, "Gem min liste");
  await says(page, "Din liste er gemt");
  assert.deepEqual(await receipt(page), [care, `${bakery} og lige så gerne ${garage}`, bikes]);
  await says(page, `Nej tak: ${cafe}`);
  await isAccessible(page);

  await follow(page, "Ret listen");
  await move(page, "Fortryd", bikes, "left");
  await move(page, "Ikke lige gode", garage, "chosen");
  await press(page, "Gem min liste");
  assert.deepEqual(await receipt(page), [care, bakery, garage]);

  await openList(page);
  await says(page, /^Sidst gemt/);
  await page.reload();
  assert.deepEqual(await listed(page, "chosen"), [care, bakery, garage]);
  assert.deepEqual(await listed(page, "no-thanks"), [cafe]);
});

inEveryView("a list is kept before it is saved, and until then the saved one counts", async (page) => {
  await signIn(page, "Mia");
  await openList(page);
  await says(page, /^Sidst gemt/);
  if (hasScripts(page)) {
    await drag(page, care, bakery);
    await says(page, /Husket kl\. \d/);
  } else {
    assert.equal(await page.locator(".rank-handle").count(), 0);
    await move(page, "Vælg", care, "chosen");
    while ((await listed(page, "chosen"))[0] !== care) await move(page, "Op", care, "chosen");
  }
  await page.reload();
  await says(page, /^Du har ændret listen, men ikke gemt ændringerne/);
  assert.deepEqual(await numbers(page, [care, bakery]), ["1", "2"]);
  await isAccessible(page);
  await press(page, "Gem min liste");
  assert.deepEqual((await receipt(page)).slice(0, 2), [care, bakery]);
});

inEveryView("what is no number is told beside it, and what was typed stays", async (page) => {
  await signIn(page, "Noah");
  await openList(page);
  await number(page, garage).fill("to");
  const field = await number(page, garage).getAttribute("id");
  await isRefused(page, "Gem min liste", field, "Skriv et tal, fx 1 eller 2.");
  assert.deepEqual(await numbers(page, [bikes, garage]), ["1", "to"]);
  await isAccessible(page);

  await number(page, garage).fill("1");
  await press(page, "Gem min liste");
  assert.match(
    (await receipt(page))[0],
    new RegExp(`${garage} og lige så gerne ${bikes}|${bikes} og lige så gerne ${garage}`),
  );
});

inEveryView("the keyboard alone is enough, in English", async (page) => {
  await signIn(page, "Samuel");
  assert.equal(await page.locator("html").getAttribute("lang"), "en");
  await openList(page);
  await isReachedByTab(page, row(page, cafe).getByRole("button", { name: /^Choose/ }), 200);
  await page.keyboard.press("Enter");
  await row(page, cafe, "chosen").waitFor();
  await isReachedByTab(page, row(page, cafe).getByRole("button", { name: /^Up/ }), 200);
  await page.keyboard.press("Enter");
  await page.locator('[data-rank-list="chosen"] > :nth-child(3)', { hasText: cafe }).waitFor();
  await isReachedByTab(page, number(page, bikes), 200);
  await page.keyboard.type("9");
  await isReachedByTab(page, page.getByRole("button", { name: "Save my list", exact: true }), 200);
  await arrives(page, () => page.keyboard.press("Enter"));
  await says(page, "Your list is saved");
  assert.deepEqual(await receipt(page), ["Bit & Bolt, reparation af computere", cafe, garage, bikes]);
  await isAccessible(page);
});

/** Goes from one's own page to the list of yesterday's event, where the lists are still open. */
async function openList(page) {
  await page.goto("/me/events");
  await follow(page, /^(tirsdag|Tuesday)/);
  await arrives(page, () => page.locator('main a[href$="/ranking"]').first().click());
}

function number(page, company) {
  return page.getByRole("textbox", { name: new RegExp(`^(Nummer for|Number for) ${company}$`) });
}

/** Takes a row by its handle and lets it go above another. */
async function drag(page, company, above) {
  const handle = row(page, company).locator(".rank-handle");
  await handle.scrollIntoViewIfNeeded();
  const from = await middle(handle);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  const goal = row(page, above);
  for (let tries = 0; tries < 200; tries += 1) {
    const { y } = await goal.boundingBox();
    await page.mouse.move(from.x, Math.max(y + 4, 20) + (tries % 2));
    if (y >= 0) break;
  }
  await page.mouse.up();
  await row(page, company, "chosen").waitFor();
}

async function middle(locator) {
  const { x, y, width, height } = await locator.boundingBox();
  return { x: x + width / 2, y: y + height / 2 };
}

async function numbers(page, companies) {
  return Promise.all(companies.map((company) => number(page, company).inputValue()));
}
