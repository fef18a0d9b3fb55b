// The room of an event day: the facilitator's laptop, the big screen, and the phones that follow them.
import assert from "node:assert/strict";
import { press } from "./presses.mjs";
import { screenshot, signIn, views } from "./support.mjs";

const [, desk] = views;
const bigScreen = { width: 1920, height: 1080 };

/** The step a page shows as the one in hand. */
export const step = (page) => page.locator(".day-now:not([hidden])");

export async function shows(page, words) {
  await step(page).filter({ hasText: words }).waitFor();
}

/** The facilitator's page of the event that the list of events tells this of. */
export async function facilitator(open, status, view = desk) {
  const page = await open(view);
  await signIn(page, "Sofie Holm");
  await page.goto("/desk/events");
  const line = page.locator("tr, li").filter({ hasText: status }).first();
  const event = await line.getByRole("link").first().getAttribute("href");
  const day = (await line.locator("time").getAttribute("datetime")).slice(0, 10);
  await page.goto(`${event}/day`);
  return { page, event, day };
}

/** Presses the link to the big screen, which is a window of its own. */
export async function openBigScreen(laptop) {
  const opened = laptop.waitForEvent("popup");
  await laptop.getByRole("link", { name: "Storskærm" }).click();
  const screen = await opened;
  await screen.setViewportSize(bigScreen);
  return screen;
}

/** A phone with the page of the day on it. */
export async function follower(open, view, name, address) {
  const page = await open(view);
  await signIn(page, name);
  await page.goto(address);
  return page;
}

/** Presses "next" and answers at which step the room then is. */
export async function goOn(laptop) {
  await press(laptop, "Næste");
  return step(laptop).getByRole("heading").innerText();
}

/** Moves the demo's time to a moment of a day: `2026-12-02T12:30`. */
export async function moveTime(page, moment) {
  await page.goto("/dev/clock");
  await page.locator('input[name="moment"]').fill(moment);
  await press(page, "Flyt tiden");
}

/** Some of the young people read English. */
const english = {
  "Vi er ikke begyndt endnu": "We have not begun yet",
  Ankomst: "Arrival",
  Velkomst: "Welcome",
  "Virksomhederne fortæller": "The companies present themselves",
  Runde: "Round",
  Pause: "Break",
  "Ro til at tænke": "Time to think",
  Farvel: "Goodbye",
  "Tak for i dag": "Thank you for today",
  "Vælg dine virksomheder": "Choose your companies",
  Vælg: "Choose",
  "Gem min liste": "Save my list",
  "Din liste er gemt": "Your list is saved",
};

export const noNetwork = /^(Ingen forbindelse lige nu\. Siden kommer selv igen\.|No connection right now\.)/;

/** The Danish words or the English ones. */
export function said(danish) {
  const [, words, number = ""] = danish.match(/^(.*?)( \d+)?$/);
  return new RegExp(`^\\s*(${words}|${english[words]})${number}`);
}

/** Does something on each page of a map, all at once. */
export const all = (map, act) => Promise.all([...map].map(([name, page]) => act(page, name)));
export const phones = ({ young, companies }) => [...young.values(), ...companies.values()];

/** Every screen and every phone stands at this step. */
export async function together({ laptop, screen, ...room }, words) {
  await Promise.all([
    shows(laptop, words),
    ...phones(room).map((page) => shows(page, said(words))),
    screen.getByRole("heading", { name: words, exact: true }).waitFor(),
  ]);
}

/** One press, and everybody follows. */
export async function next(room, words) {
  assert.equal(await goOn(room.laptop), words);
  await together(room, words);
}

/** The big screen and a guest's phone say the same table, or neither has one for them, and it is remembered whom they met. */
export async function agree({ screen, young, met }, guests) {
  const lines = (await screen.locator(".screen-tables li").allInnerTexts()).map((line) => line.split(/\n+/));
  const onScreen = (guest) => lines.filter(([, , guests]) => guests?.split(", ").includes(guest));
  for (const name of guests) {
    const now = step(young.get(name));
    const place = await now.locator(".day-place").innerText();
    const seated = /^Du sidder ved bord/.test(place);
    const company = seated && (await now.locator(".day-company").innerText());
    const told = onScreen(name).map(([table, company]) => [`Du sidder ved bord ${table}`, company]);
    assert.deepEqual(told, seated ? [[place, company]] : [], name);
    if (seated) met.set(name, [...(met.get(name) ?? []), company]);
  }
}

/** A picture for somebody to look at, where OMVENDT_TEST_PICTURES asks for them. */
export async function picture(page, name) {
  if (process.env.OMVENDT_TEST_PICTURES) await screenshot(page, `afternoon ${name}`);
}

export async function pictures({ laptop, screen, young, companies }, name) {
  await picture(laptop, `${name} laptop`);
  await picture(screen, `${name} screen`);
  await picture([...young.values()][0], `${name} phone`);
  await picture([...companies.values()][0], `${name} company`);
}
