// The forms of the month, pressed: proposals, the checklist, follow-ups, calls, and what a company answers.
import assert from "node:assert/strict";
import { isAccessible } from "./checks.mjs";
import { follow, isRefused, isSilentAbout, press, says, unfold } from "./presses.mjs";
import { demo, signIn } from "./support.mjs";

const { inEveryView } = demo({ apart: true });

inEveryView("a young person wants to talk first, says yes, and the consultant sets the days", async (page) => {
  await signIn(page, "Freja");
  await follow(page, "Læs mere og svar");
  await press(page, "Jeg vil gerne tale først");
  await says(page, "Tak. Konsulenten ringer.");
  await says(page, "Sofie Holm ringer. Bagefter kan du sige ja eller nej.");
  await isAccessible(page);
  const proposal = page.url();

  await signIn(page, "Sofie Holm");
  await page.goto("/desk/calls");
  await follow(page, "Freja");
  await press(page, "Ringet op");
  await says(page, "Opkaldet er noteret.");

  await signIn(page, "Freja");
  await page.goto(proposal);
  await press(page, "Ja, det vil jeg gerne");
  await says(page, "Praktikken er aftalt. Alle får besked.");
  await isAccessible(page);

  await signIn(page, "Sofie Holm");
  await page.goto(proposal);
  await follow(page, "Sæt dage og timer");
  const { first, last } = fourWeeks();
  await page.getByLabel("Første dag").fill(last);
  await page.getByLabel("Sidste dag").fill(first);
  await page.getByLabel("Timer om ugen").fill("20");
  await isRefused(page, "Gem dagene", "ends_on", "Den sidste dag ligger før den første.");
  assert.equal(await page.getByLabel("Timer om ugen").inputValue(), "20");
  await isAccessible(page);
  await page.getByLabel("Første dag").fill(first);
  await page.getByLabel("Sidste dag").fill(last);
  await press(page, "Gem dagene");
  await says(page, "Dagene er gemt, og begge får besked.");
  await says(page, "Møde før start");
  await isAccessible(page);
});

inEveryView("a company that wanted to talk first says yes, and it is agreed", async (page) => {
  await signIn(page, "Connie Bjerre");
  await follow(page, /^Svar om Mikkel/);
  await press(page, "Ja, det vil vi gerne");
  await says(page, "Praktikken er aftalt. Alle får besked.");
  await says(page, "I har begge sagt ja");
  await isAccessible(page);
  const placement = page.url();
  await signIn(page, "Jonas Berg");
  await page.goto(placement);
  await says(page, "Aftalt");
});

inEveryView("the checklist is confirmed item by item, by each and side by side", async (page) => {
  const item = "Opfølgning";
  await signIn(page, "Yusuf");
  await follow(page, "Se, hvad vi aftaler");
  await follow(page, item);
  await press(page, "Det siger jeg ja til");
  await says(page, "Dit ja er gemt.");
  await isAccessible(page);
  await follow(page, "Til listen");
  assert.match(await marks(page, item), /Du: ja \d+\. \S+/);

  await signIn(page, "Simon Bolt");
  await follow(page, "Gennemgå aftalen med Yusuf");
  await follow(page, item);
  await press(page, "Det siger jeg ja til");
  await follow(page, "Til listen");
  assert.match(await marks(page, item), /Yusuf: ja .*Virksomheden: ja/s);
  const list = page.url();

  await signIn(page, "Mads Lindqvist");
  await page.goto(list);
  await follow(page, "Næste skridt");
  await press(page, "Yusuf og jeg siger begge ja");
  await follow(page, "Til listen");
  assert.match(await marks(page, "Næste skridt"), /Yusuf: ja .*, sammen.*Konsulenten: ja/s);
});

inEveryView("a change opens the item again, and what is not relevant has a reason", async (page) => {
  const item = "Syg eller forsinket";
  await signIn(page, "Simon Bolt");
  await follow(page, "Gennemgå aftalen med Yusuf");
  assert.match(await marks(page, item), /Yusuf: ja/);
  await follow(page, item);
  const change = await unfold(page, "Skriv, hvad I aftaler");
  await change.getByLabel("Det aftaler vi").fill("Ring eller skriv til Priya før kl. 9.15.");
  await press(page, "Gem og sig ja");
  await says(page, "Teksten er gemt, og du har sagt ja til den.");
  await isAccessible(page);

  await signIn(page, "Yusuf");
  await follow(page, "Se, hvad vi aftaler");
  assert.match(await marks(page, item), /kl\. 9\.15.*Virksomheden: ja/s);
  assert.doesNotMatch(await marks(page, item), /Du: ja/);
  await follow(page, item);
  await press(page, "Det siger jeg ja til");

  await page.goBack();
  await follow(page, "Til listen");
  await follow(page, "Aftaler ved siden af");
  await unfold(page, "Det er ikke relevant her");
  await isRefused(page, "Gem som ikke relevant", "reason", "Skriv kort hvorfor.");
  await isAccessible(page);
  await page.getByLabel("Hvorfor ikke?").fill("Yusuf har ingen aftaler i de uger.");
  await press(page, "Gem som ikke relevant");
  await says(page, "Punktet er sat til ikke relevant.");
  await says(page, "Ikke relevant: Yusuf har ingen aftaler i de uger.");
});

inEveryView("a follow-up is held, another gets a new day and a third another owner", async (page) => {
  await signIn(page, "Jonas Berg");
  await page.goto("/desk/follow-ups");
  await follow(page, "Emma");
  await isRefused(page, "Gem som holdt", "said", "Skriv noget her.");
  await isAccessible(page);
  await page.getByLabel("Hvad blev der sagt?").fill("Emma vil gerne prøve lageret.");
  await press(page, "Gem som holdt");
  await says(page, "Opfølgningen er gemt.");
  await says(page, "Emma vil gerne prøve lageret.");
  await isAccessible(page);

  await page.goto("/desk/follow-ups?when=week");
  await follow(page, "Laura");
  const due = await page.locator("main time").first().getAttribute("datetime");
  const move = await unfold(page, "Flyt til en anden dag");
  await move.getByLabel("Ny dag").fill(later(due, -28));
  await isRefused(page, "Flyt", "day", "Vælg i dag eller en dag, der kommer.");
  await move.getByLabel("Ny dag").fill(later(due, 7));
  await press(page, "Flyt");
  await says(page, "Opfølgningen har fået en ny dag.");
  assert.equal(await page.locator("main time").first().getAttribute("datetime"), later(due, 7));

  await page.goto("/desk/follow-ups?when=week");
  await follow(page, "Noah");
  const kept = page.url();
  await unfold(page, "Giv den til en kollega");
  await page.getByLabel("Kollega").selectOption("Mads Lindqvist");
  await press(page, "Giv videre");
  await says(page, "Opfølgningen er givet videre.");
  await signIn(page, "Mads Lindqvist");
  await page.goto("/desk/follow-ups?when=week");
  await follow(page, "Noah");
  assert.equal(page.url(), kept);
});

inEveryView("a young person wants to talk, the consultant sees the call and ticks it", async (page) => {
  await signIn(page, "Amir");
  await press(page, "Jeg vil gerne tale med nogen");
  await says(page, "Det er sendt. Du bliver ringet op.");
  await says(page, "Sofie Holm ringer til dig senest");
  await isAccessible(page);
  await signIn(page, "Sofie Holm");
  await page.goto("/desk/calls");
  await follow(page, "Amir");
  await page.getByLabel("Hvad talte I om?").fill("Amir vil gerne høre mere om plejehjemmet.");
  await press(page, "Ringet op");
  await says(page, "Opkaldet er noteret.");
  await isAccessible(page);
  await page.goto("/desk/calls");
  await isSilentAbout(page, "Amir");
});

inEveryView("a company says for each kind whether it can host", async (page) => {
  await signIn(page, "Thomas Refsgaard");
  await follow(page, "Kan I tage imod nogen?");
  await page.getByRole("group", { name: "Afklaring" }).getByLabel("Kan være vært").check();
  await isRefused(page, "Send svaret", "host-training", "Vælg en af mulighederne.");
  assert.ok(await page.getByRole("group", { name: "Afklaring" }).getByLabel("Kan være vært").isChecked());
  await isAccessible(page);
  await page.getByRole("group", { name: "Træning" }).getByLabel("Vil tale først").check();
  await press(page, "Send svaret");
  await says(page, "Tak for jeres svar.");
  await isAccessible(page);
});

inEveryView("a company confirms its places with one press", async (page) => {
  await signIn(page, "Rikke Kajsen");
  await follow(page, "Bekræft jeres pladser");
  await press(page, "Bekræft pladserne");
  await says(page, "Tak. Pladserne er bekræftet.");
  await says(page, /^Bekræftet onsdag/);
  await isAccessible(page);
});

inEveryView("a company mends its profile, and nothing typed is lost on the way", async (page) => {
  await signIn(page, "Bo Winther");
  await page.goto("/company/profile");
  await page.getByLabel("Hvad laver I?").fill("Vi reparerer cykler, også de meget gamle.");
  await page.getByLabel("Arbejdstid").fill("");
  await isRefused(page, "Gem og send til godkendelse", "working_hours", "Skriv noget her");
  assert.equal(await page.getByLabel("Hvad laver I?").inputValue(), "Vi reparerer cykler, også de meget gamle.");
  await isAccessible(page);
  await page.getByLabel("Arbejdstid").fill("Hverdage kl. 9-15");
  await press(page, "Gem og send til godkendelse");
  await says(page, "Sendt. Jeres konsulent læser den, og I får en mail.");
  await isAccessible(page);
  await follow(page, "Se den, som de unge ser den");
  await says(page, "Vi reparerer cykler, også de meget gamle.");
});

/** What stands on the checklist's line for an item: the words agreed and who has said yes. */
function marks(page, item) {
  return page
    .locator(".checklist-item")
    .filter({ has: page.getByRole("link", { name: item, exact: true }) })
    .innerText();
}

/** From a Monday some weeks away to a Friday; the demo opens on the latest Wednesday. */
function fourWeeks() {
  const today = new Date();
  const first = later(today.toISOString().slice(0, 10), 22 - today.getUTCDay());
  return { first, last: later(first, 25) };
}

function later(day, days) {
  return new Date(Date.parse(`${day}T12:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
