// What comes when the rounds are over: the lists, the companies' answers, how it was, and the match.
import assert from "node:assert/strict";
import { fitsTheScreen } from "./checks.mjs";
import { listed, move, receipt } from "./choosing.mjs";
import { follow, isSilentAbout, press, says } from "./presses.mjs";
import { all, moveTime, picture, said } from "./room.mjs";

/** What a young person's answer begins with: a place, a call, or why there is neither. */
const answer =
  /^(Du har fået en plads|You have got a place|Du har allerede en praktik)|(ringer til dig om dit svar|will call you about your answer)/;

/** What was liked and noted stands first; everybody says what they would like, and has a receipt. */
export async function choose({ young, met, receipts }) {
  const amir = young.get("Amir");
  const [liked, noted] = met.get("Amir");
  await all(young, (page) => follow(page, said("Vælg dine virksomheder")));
  assert.deepEqual((await listed(amir, "left")).slice(0, 2).sort(), [liked, noted].sort());
  await says(amir, "Din note: God stemning");
  await picture(amir, "14 phone ranking");
  await all(young, async (page, name) => {
    await fitsTheScreen(page);
    const before = await listed(page, "chosen");
    const more = (await listed(page, "left")).slice(0, 3);
    for (const name of more) await move(page, said("Vælg"), name, "chosen");
    await press(page, said("Gem min liste"));
    await says(page, said("Din liste er gemt"));
    receipts.set(name, await receipt(page));
    assert.deepEqual(receipts.get(name), [...before, ...more]);
  });
  await picture(amir, "14 phone receipt");
}

/** Companies say for each kind what they can, on their way out; one wants to talk first and one cannot now. */
export async function companiesAnswer({ companies, laptop, event }, answers) {
  await all(companies, async (page, name) => {
    await follow(page, "Sig, om I kan tage imod");
    const kinds = page.getByRole("group", { name: /^(Afklaring|Træning)/ });
    for (const kind of await kinds.all()) await kind.getByLabel(answers[name] ?? "Kan være vært").check();
    await fitsTheScreen(page);
    await picture(page, `15 company host answers ${name}`);
    await press(page, "Send svaret");
    await says(page, "Tak for jeres svar.");
  });
  await laptop.goto(`${event}/companies`);
  for (const answer of ["Kan være vært", ...Object.values(answers)]) await says(laptop, new RegExp(answer, "i"));
  await picture(laptop, "15 laptop companies");
}

/** How it was, from both sides; the day's figures say so without a name. */
export async function lookBack({ young, companies, own, theirs, laptop, event }, [guests, hosts]) {
  const asked = [
    ...guests.map((name) => [young.get(name), own]),
    ...hosts.map((name) => [companies.get(name), theirs]),
  ];
  await Promise.all(
    asked.map(async ([page, address]) => {
      await page.goto(`${address}/feedback`);
      await page.getByLabel("Rigtig god").check();
      for (const question of [/^Var det klart/, /komme igen/])
        await page.getByRole("group", { name: question }).getByLabel("Ja", { exact: true }).check();
      await fitsTheScreen(page);
      await press(page, "Send svaret");
      await says(page, "Tak for dit svar.");
    }),
  );
  await laptop.goto(`${event}/day/figures`);
  await says(laptop, "Hvad de unge sagde");
  await says(laptop, "Hvad virksomhederne sagde");
  await isSilentAbout(laptop, new RegExp(guests.join("|")));
  await picture(laptop, "16 laptop figures");
}

/** Two days later the lists are closed and the companies have answered: the match is run and published. */
export async function match({ laptop, event, day, young, own }) {
  await moveTime(laptop, `${later(day, 2)}T12:30`);
  const mia = young.get("Mia");
  await mia.goto(`${own}/ranking`);
  await says(mia, /^Listerne lukkede/);
  await picture(mia, "17 phone lists closed");
  await laptop.goto(`${event}/match`);
  await picture(laptop, "17 laptop match start");
  await press(laptop, "Kør matchen");
  await says(laptop, "Hvem får hvad");
  await picture(laptop, "17 laptop match");
  await follow(laptop, "Videre til udgivelse");
  await press(laptop, "Udgiv svaret");
  await says(laptop, "Svaret er udgivet.");
}

/** Everybody reads an answer of their own, about a place they chose or a call, and the companies read who chose them. */
export async function readTheAnswer({ young, companies, own, receipts }) {
  const placed = new Map();
  await all(young, async (page, name) => {
    await page.goto(`${own}/result`);
    await says(page, answer);
    await fitsTheScreen(page);
    const [, company] = (await page.locator("main").innerText()).match(/(?:plads hos|place at) (.+)\.\n/) ?? [];
    if (!company) return;
    placed.set(name, company);
    assert.ok(receipts.get(name).join().includes(company), `${name} chose ${company}`);
    await says(page, /^(Hvorfor|Why)\?$/);
    const others = [...young.keys()].filter((other) => other !== name);
    await isSilentAbout(page, new RegExp(`\\b(${others.join("|")})\\b`));
  });
  assert.ok(placed.size >= 4, `${placed.size} have a place`);
  await picture(young.get("Amir"), "18 phone result");
  await all(companies, async (page, company) => {
    await page.goto("/company");
    for (const [name, chosen] of placed) if (chosen === company) await says(page, `${name} har valgt jer`);
  });
  await picture([...companies.values()][0], "18 company");
}

function later(day, days) {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}
