// At the door: the square on a printed card, and two who check in the same person.
import assert from "node:assert/strict";
import { test } from "node:test";
import { scan } from "./camera.mjs";
import { fitsTheScreen, isAccessible } from "./checks.mjs";
import { isSilentAbout, press, says } from "./presses.mjs";
import { facilitator, moveTime } from "./room.mjs";
import { demo, signIn, views } from "./support.mjs";

const { open } = demo();
const [phone, , plain] = views;
let door;

/** The morning of the day, with a card for everybody; a test checks in people of its own. */
async function morning() {
  const { page: laptop, event, day } = await facilitator(open, "Invitationer er ude");
  await moveTime(laptop, `${day}T12:40`);
  await laptop.goto(`${event}/people/cards`);
  const make = laptop.getByRole("button", { name: /^Lav .* kort$/ });
  if (await make.isVisible()) await press(laptop, /^Lav .* kort$/);
  return { laptop, event };
}

async function cardOf(name) {
  door ??= await morning();
  const card = door.laptop.locator(".printed-card").filter({ has: door.laptop.getByText(name, { exact: true }) });
  return scan(card.locator("svg"));
}

async function staff(view, address, name = "Sofie Holm") {
  const page = await open(view);
  await signIn(page, name);
  await page.goto(address);
  return page;
}

const line = (page, name) => page.locator(".check-in li").filter({ hasText: name });

test("the square on a card checks its owner in from a consultant's phone, and lets them in on their own", async () => {
  const card = await cardOf("Freja");
  const consultant = await staff(phone, card);
  await consultant.getByRole("heading", { name: "Freja" }).waitFor();
  await isAccessible(consultant);
  await press(consultant, "Er her");
  await line(consultant, "Freja").getByText(/^Kom /).waitFor();
  await consultant.goto(card);
  await says(consultant, /^Kom /);
  await isSilentAbout(consultant, "Er her");

  const own = await open(plain);
  await own.goto(card);
  await fitsTheScreen(own);
  await press(own, "Kom ind");
  await own.goto(`${door.event.replace("/desk", "")}/day`);
  await own.getByRole("heading", { name: "I dag" }).waitFor();
  await isSilentAbout(own, /Din kode ved døren/);
  for (const page of [consultant, own]) await page.context().close();
});

test("the same person is checked in once from two phones that press in the same moment", async () => {
  const card = await cardOf("Ida");
  const [one, other] = await Promise.all([
    staff(phone, card),
    staff(plain, `${door.event}/check-in`, "Mads Lindqvist"),
  ]);
  const before = await came(other);
  assert.deepEqual(await Promise.all([press(one, "Er her"), press(other, "Er her Ida")]), [200, 200]);
  for (const page of [one, other]) {
    await page.goto(`${door.event}/check-in`);
    await line(page, "Ida").getByText(/^Kom /).waitFor();
    assert.equal(await line(page, "Ida").getByRole("button", { name: "Er her" }).count(), 0);
    assert.equal(await came(page), before + 1);
  }
  for (const page of [one, other]) await page.context().close();
});

async function came(page) {
  const [, number] = (await page.getByText(/er kommet\. /).innerText()).match(/^(\d+) er kommet/);
  return Number(number);
}
