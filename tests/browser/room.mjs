// The room of an event day: the facilitator's laptop, the big screen, and the phones that follow them.
import { press } from "./presses.mjs";
import { signIn, views } from "./support.mjs";

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
