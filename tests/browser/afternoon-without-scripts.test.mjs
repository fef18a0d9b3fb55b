// The afternoon on phones without scripts: a young person and a company read, press and write all the same.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fitsTheScreen, isAccessible } from "./checks.mjs";
import { follow, press, says, unfold } from "./presses.mjs";
import { facilitator, follower, goOn, shows, step } from "./room.mjs";
import { demo, views } from "./support.mjs";

const { open } = demo();
const [, desk, plain] = views;

async function reads(page, words) {
  await page.reload();
  await shows(page, words);
  await fitsTheScreen(page);
}

test("a young person and a company follow a whole afternoon without scripts", async () => {
  const { page: laptop, event } = await facilitator(open, "I gang nu", desk);
  const [own, theirs] = ["", "/company"].map((whose) => `${event.replace("/desk", whose)}/day`);
  const amir = await follower(open, plain, "Amir", own);
  const garage = await follower(open, plain, "Rikke Kajsen", theirs);
  for (const page of [amir, garage]) {
    assert.match(await page.content(), /Siden henter sig selv igen hvert 15. sekund\./);
    await isAccessible(page);
  }

  await until(laptop, "Virksomhederne fortæller");
  while (!(await step(laptop).innerText()).includes("Kajs Autoværksted")) await goOn(laptop);
  await reads(amir, "Kajs Autoværksted");
  await reads(garage, "Det er jeres tur nu");

  await until(laptop, "Runde 1");
  await reads(amir, "Du sidder ved bord");
  await reads(garage, /til jeres bord|fri runde/);
  const company = await step(amir).locator(".day-company").innerText();
  await press(amir, "Husk den som favorit");
  await shows(amir, "Du har valgt den som favorit.");
  await follow(amir, "Skriv i ro. Siden skifter ikke imens.");
  const note = (await unfold(amir, company)).getByLabel(`Det vil jeg huske om ${company}`);
  await note.fill("Spørg om arbejdstid");
  await goOn(laptop);
  await press(amir, "Gem noten");
  await says(amir, "Din note er gemt.");
  await unfold(amir, company);
  assert.equal(await note.inputValue(), "Spørg om arbejdstid");
  await amir.goto(own);
  await reads(amir, "Runde 2");
  await isAccessible(amir);

  await until(laptop, "Farvel");
  await press(laptop, "Slut dagen");
  await reads(amir, "Tak for i dag");
  await reads(garage, "Tak for i dag");
  await follow(garage, "Sig, om I kan tage imod");
  await says(garage, /^(Kan I være vært|Kan I tage imod)|Kan være vært/);
  await follow(amir, "Vælg dine virksomheder");
  await says(amir, "Din note: Spørg om arbejdstid");
  for (const page of [laptop, amir, garage]) await page.context().close();
});

async function until(laptop, words) {
  for (let presses = 0; presses < 20; presses++) {
    if ((await step(laptop).getByRole("heading").innerText()) === words) return;
    await goOn(laptop);
  }
  assert.fail(`the day never comes to ${words}`);
}
