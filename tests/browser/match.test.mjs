// The match: time passes, the consultant runs it, sees why, publishes, and a young person reads the answer.
import assert from "node:assert/strict";
import { isAccessible } from "./checks.mjs";
import { arrives, follow, isSilentAbout, press, says } from "./presses.mjs";
import { demo, signIn } from "./support.mjs";

const { inEveryView } = demo({ apart: true });

inEveryView("the match is run, read and published, and everybody reads a reason of their own", async (page) => {
  await signIn(page, "Sofie Holm");
  await page.goto("/dev/clock");
  const before = await page.locator("main .lead").innerText();
  await press(page, "En dag frem");
  await says(page, "Tiden er flyttet.");
  await press(page, "En time frem");
  assert.notEqual(await page.locator("main .lead").innerText(), before);
  await isAccessible(page);

  await page.goto("/desk");
  await follow(page, /^(De unge vælger|Listerne er lukket|Klar til match)/);
  await arrives(page, () => page.locator('main a[href$="/match"]').first().click());
  await press(page, "Kør matchen");
  await says(page, "Hvem får hvad");
  await says(page, "Andre måder at regne på");
  await isAccessible(page);
  await follow(page, "Videre til udgivelse");
  await says(page, "Det kan ikke tages tilbage. Det her sker, når du trykker:");
  await isAccessible(page);
  await press(page, "Udgiv svaret");
  await says(page, "Svaret er udgivet.");
  await isAccessible(page);

  await signIn(page, "Mia");
  await follow(page, "Se hvorfor");
  await says(page, "Hvorfor?");
  await says(page, "Det var et af de steder, du satte lige højt som nummer 2.");
  await isSilentAbout(page, /Amina|Ida|Samuel/);
  await isAccessible(page);

  await signIn(page, "Daria");
  await says(page, "Jonas Berg will call you and tell you about it.");
  await isAccessible(page);
});
