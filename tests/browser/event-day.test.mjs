// The day itself: one presses "next", and the room follows, also a phone that was away.
import assert from "node:assert/strict";
import { test } from "node:test";
import { isAccessible } from "./checks.mjs";
import { ownNetwork } from "./network.mjs";
import { press, says, unfold } from "./presses.mjs";
import { facilitator, follower, openBigScreen, shows } from "./room.mjs";
import { demo, views } from "./support.mjs";

const { open, server } = demo({ apart: true });
const [phone, desk, plain] = views;
const goingOn = "I gang nu";
const theirs = (event) => `${event.replace("/desk", "")}/day`;

test("phones and the big screen follow the facilitator by themselves, and a phone that was away catches up", async () => {
  const { page: laptop, event } = await facilitator(open, goingOn);
  const network = await ownNetwork(server(desk).url);
  const [amir, mia] = await Promise.all([
    follower(open, desk, "Amir", theirs(event)),
    follower(open, { ...desk, proxy: network.proxy }, "Mia", theirs(event)),
  ]);
  const screen = await openBigScreen(laptop);

  await press(laptop, "Næste");
  await shows(laptop, "Velkomst");
  for (const page of [amir, mia]) await shows(page, "Velkomst");
  // The step lasts five minutes, and a moment has gone.
  for (const page of [laptop, screen]) await page.locator("[data-time-left]", { hasText: "5 min. tilbage" }).waitFor();
  await beganAt(amir, "Velkomst", await laptop.locator("[aria-current] .day-at").innerText());
  await screen.getByRole("heading", { name: "Velkomst" }).waitFor();

  network.lose();
  await press(laptop, "Næste");
  for (let presents = 0; presents < 4; presents++) await press(laptop, "Næste");
  await shows(laptop, "Runde 1");
  await shows(amir, "Du sidder ved bord");
  await screen.getByText("Amir").waitFor();
  assert.equal(await screen.getByText("Sidst gemt").count(), 0);
  await shows(mia, "Velkomst");
  await mia.getByText("Ingen forbindelse lige nu. Siden kommer selv igen.").waitFor();
  network.comeBack();
  await shows(mia, "Du sidder ved bord");

  await isAccessible(laptop);
  await isAccessible(amir);
  await isAccessible(screen);
  for (const page of [laptop, amir, mia]) await page.context().close();
});

/** The line of a step tells when it really began. */
async function beganAt(page, words, time) {
  await page.locator("[data-item][aria-current]", { hasText: words }).getByText(time, { exact: true }).waitFor();
}

test("what is typed about a company stays with it when the tables are made anew around it", async () => {
  const { page: laptop, event } = await facilitator(open, goingOn);
  const amir = await follower(open, desk, "Amir", theirs(event));
  const names = await amir.locator("#day-notes summary").allInnerTexts();
  const [first, second] = names.map((name) => name.trim());
  const field = (await unfold(amir, first)).getByLabel(`Det vil jeg huske om ${first}`);
  await field.fill("Spørg om arbejdstid");
  await amir.getByRole("heading", { name: "Dine noter" }).click();
  await unfold(amir, first).then((note) => note.locator("summary").click());
  await laptop.goto(`${event}/tables`);
  await press(laptop, `Er gået ${second}`);
  await says(laptop, "Det er noteret, og bordplanen er lavet om.");
  await amir.locator("#day-notes summary", { hasText: second }).waitFor({ state: "detached" });
  await unfold(amir, first);
  assert.equal(await field.inputValue(), "Spørg om arbejdstid");
  await press(amir, "Gem noten");
  await says(amir, "Din note er gemt.");
  await unfold(amir, first);
  assert.equal(await field.inputValue(), "Spørg om arbejdstid");
  for (const page of [laptop, amir]) await page.context().close();
});

test("without scripts the page says that it fetches itself, and shows the step when it does", async () => {
  const { page: laptop, event } = await facilitator(open, goingOn, plain);
  const amir = await follower(open, plain, "Amir", theirs(event));
  assert.match(await amir.content(), /Siden henter sig selv igen hvert 15. sekund\./);
  await press(laptop, "Næste");
  await amir.reload();
  await shows(amir, "Velkomst");
  await isAccessible(amir);
  for (const page of [laptop, amir]) await page.context().close();
});

test("when the server is killed and started again, phones say so and are back by themselves within five seconds", async () => {
  const { page: laptop, event } = await facilitator(open, goingOn, phone);
  const amir = await follower(open, phone, "Amir", theirs(event));
  const lost = amir.getByText("Ingen forbindelse lige nu. Siden kommer selv igen.");
  await Promise.all([lost.waitFor(), server(phone).kill()]);
  await server(phone).startAgain();
  await lost.waitFor({ state: "detached", timeout: 5000 });
  await press(laptop, "Næste");
  await shows(amir, "Velkomst");
  await amir.context().close();
  await laptop.context().close();
});

test("on a phone the whole day is run, planned and read without sideways scrolling", async () => {
  const { page, event } = await facilitator(open, goingOn, phone);
  for (const path of ["day", "run-sheet", "tables", "screen", "day/figures"]) {
    await page.goto(`${event}/${path}`);
    await isAccessible(page);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    assert.ok(!wide, `${path} is wider than the phone`);
  }
  await page.context().close();
});
