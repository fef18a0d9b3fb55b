import assert from "node:assert/strict";
import { isAccessible, isReachedByTab } from "./checks.mjs";
import { demo } from "./support.mjs";

const { inEveryView } = demo();

inEveryView("the sign-in page is for everybody", async (page) => {
  await page.goto("/sign-in");
  await isAccessible(page);
});

inEveryView("signing in begins with one e-mail field, and the keyboard is enough", async (page) => {
  await page.goto("/sign-in");
  const email = page.getByRole("main").locator('input[type="email"]');
  assert.equal(await email.count(), 1);
  await isReachedByTab(page, email);
  await page.keyboard.type("nobody@example.org");
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.pathname !== "/sign-in");
  await isAccessible(page);
});

inEveryView("in the demo one press on a name is enough", async (page) => {
  await page.goto("/dev/personas");
  await page.getByRole("main").getByRole("button", { name: "Amir", exact: true }).click();
  await page.waitForURL((url) => url.pathname === "/me");
  await page.getByRole("heading", { name: "Hej Amir" }).waitFor();
});

inEveryView("a page behind sign-in leads to sign-in", async (page) => {
  await page.goto("/me");
  assert.equal(new URL(page.url()).pathname, "/sign-in");
  await isAccessible(page);
});
