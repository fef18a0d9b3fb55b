// A whole afternoon: a laptop, a big screen and sixteen phones, from the door to the published match.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fitsTheScreen } from "./checks.mjs";
import { listed, move, receipt } from "./choosing.mjs";
import { ownNetwork } from "./network.mjs";
import { arrives, follow, isSilentAbout, press, says, unfold } from "./presses.mjs";
import { facilitator, follower, goOn, moveTime, openBigScreen, shows, step } from "./room.mjs";
import { demo, screenshot, signIn, views } from "./support.mjs";

const { open, server } = demo();
const [phone, desk] = views;

const [bakery, garage, care, bikes, computers] = [
  "Solsidens Bageri",
  "Kajs Autoværksted",
  "Plejehjemmet Engparken",
  "Cykelsmeden i Nørregade",
  "Bit & Bolt, reparation af computere",
];
const hosts = new Map([
  [bakery, "Karen Solberg"],
  [garage, "Rikke Kajsen"],
  [care, "Birgitte Aagaard"],
  [bikes, "Bo Winther"],
  [computers, "Simon Bolt"],
]);
const invited = ["Amina", "Amir", "Daria", "Freja", "Ida", "Mia", "Mikkel", "Noah", "Samuel", "Victor"];
/** Daria and Samuel read English. */
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
const noNetwork = /^(Ingen forbindelse lige nu\. Siden kommer selv igen\.|No connection right now\.)/;
const inDepth = ["Amir", "Mia", "Noah", "Victor"];
const walkIn = "Ali";

test("sixteen phones follow a whole afternoon to the published match", async () => {
  const room = { young: new Map(), companies: new Map(), met: new Map(), receipts: new Map() };
  await comeIn(room);
  await plan(room);
  await begin(room);
  await theCompaniesPresent(room);
  await meet(room, 1);
  await meet(room, 2);
  await aCompanyLeaves(room);
  await somebodyComesToTheDoor(room);
  await aPhoneLosesTheNetwork(room);
  await notesAndFavourites(room);
  await theServerDies(room);
  await theRest(room);
  await choose(room);
  await companiesAnswer(room);
  await lookBack(room);
  await match(room);
  await readTheAnswer(room);
});

const all = (map, act) => Promise.all([...map].map(([name, page]) => act(page, name)));
const phones = ({ young, companies }) => [...young.values(), ...companies.values()];

/** The Danish words or the English ones. */
function said(danish) {
  const [, words, number = ""] = danish.match(/^(.*?)( \d+)?$/);
  return new RegExp(`^\\s*(${words}|${english[words]})${number}`);
}

async function pictures({ laptop, screen, young, companies }, name) {
  await picture(laptop, `${name} laptop`);
  await picture(screen, `${name} screen`);
  await picture(young.get("Mia"), `${name} phone`);
  await picture(companies.get(bakery), `${name} company`);
}

async function picture(page, name) {
  if (process.env.OMVENDT_TEST_PICTURES) await screenshot(page, `afternoon ${name}`);
}

/** Time passes to the day, a company confirms its places on the way in, and everybody is checked in at the door. */
async function comeIn(room) {
  const { page: laptop, event, day } = await facilitator(open, "Invitationer er ude");
  const [own, theirs] = ["", "/company"].map((whose) => event.replace("/desk", whose));
  Object.assign(room, { laptop, event, day, own, theirs });
  await moveTime(laptop, `${day}T12:40`);
  room.network = await ownNetwork(server(phone).url);
  const sits =
    (list, address) =>
    async ([key, name]) => {
      const view = name === "Mia" ? { ...phone, proxy: room.network.proxy } : phone;
      list.set(key, await follower(open, view, name, address));
    };
  await Promise.all([
    ...invited.map((name) => [name, name]).map(sits(room.young, own)),
    ...[...hosts].map(sits(room.companies, theirs)),
  ]);
  await all(room.companies, async (page) => {
    if (await page.getByRole("button", { name: "Bekræft pladserne" }).isVisible()) {
      await press(page, "Bekræft pladserne");
      await says(page, "Tak. Pladserne er bekræftet.");
    }
  });
  await laptop.goto(`${event}/check-in`);
  for (const name of invited) {
    await press(laptop, `Er her ${name}`);
    await laptop.locator(".check-in li", { hasText: name }).getByText(/^Kom /).waitFor();
  }
  await picture(laptop, "01 laptop check-in");
}

/** The run sheet and the tables: an ordinary day, and everybody meets as many as promised. */
async function plan({ laptop, event }) {
  await laptop.goto(`${event}/run-sheet`);
  await press(laptop, "Brug den almindelige dag");
  await says(laptop, /^Drejebogen passer/);
  await picture(laptop, "02 laptop run sheet");
  await laptop.goto(`${event}/tables`);
  await laptop.getByLabel("Så mange virksomheder møder hver ung mindst").fill("3");
  await press(laptop, "Lav bordplanen");
  await says(laptop, /^10 ud af 10 møder så mange virksomheder som lovet/);
  await picture(laptop, "03 laptop tables");
}

async function begin(room) {
  const { laptop, event, day } = room;
  await moveTime(laptop, `${day}T13:02`);
  await laptop.goto(`${event}/day`);
  room.screen = await openBigScreen(laptop);
  await Promise.all([
    all(room.young, (page) => page.goto(`${room.own}/day`)),
    all(room.companies, (page) => page.goto(`${room.theirs}/day`)),
  ]);
  await Promise.all(phones(room).map((page) => shows(page, said("Vi er ikke begyndt endnu"))));
  await picture(laptop, "04 laptop before");
  await picture(room.screen, "04 screen before");
  await picture(room.young.get("Mia"), "04 phone before");
  await press(laptop, "Start dagen");
  await together(room, "Ankomst");
  await next(room, "Velkomst");
}

/** Every screen and every phone stands at this step. */
async function together({ laptop, screen, ...room }, words) {
  await Promise.all([
    shows(laptop, words),
    ...phones(room).map((page) => shows(page, said(words))),
    screen.getByRole("heading", { name: words, exact: true }).waitFor(),
  ]);
}

/** One press, and everybody follows. */
async function next(room, words) {
  assert.equal(await goOn(room.laptop), words);
  await together(room, words);
}

/** Everybody sees who presents, and the company itself that it is its turn. */
async function theCompaniesPresent(room) {
  const { laptop, screen } = room;
  await next(room, "Virksomhederne fortæller");
  const told = new Set();
  for (;;) {
    const name = await step(laptop).locator(".day-company").innerText();
    told.add(name);
    await screen.locator(".screen-who", { hasText: name }).waitFor();
    await all(room.young, (page) => page.locator(".day-company:visible", { hasText: name }).waitFor());
    if (room.companies.has(name)) await shows(room.companies.get(name), "Det er jeres tur nu");
    if (name === bakery) await pictures(room, "05 pitches");
    if ((await laptop.getByText("Bagefter:").count()) === 0) break;
    await goOn(laptop);
  }
  assert.equal(told.size, 6);
}

/** A round: the big screen and each phone say the same table. */
async function meet(room, number) {
  await next(room, `Runde ${number}`);
  await agree(room);
  await pictures(room, `06 round ${number}`);
}

async function agree({ screen, young, met }) {
  const lines = (await screen.locator(".screen-tables li").allInnerTexts()).map((line) => line.split(/\n+/));
  const onScreen = (guest) => lines.filter(([, , guests]) => guests?.split(", ").includes(guest));
  for (const name of inDepth) {
    const now = step(young.get(name));
    const place = await now.locator(".day-place").innerText();
    const seated = /^Du sidder ved bord/.test(place);
    const company = seated && (await now.locator(".day-company").innerText());
    const told = onScreen(name).map(([table, company]) => [`Du sidder ved bord ${table}`, company]);
    assert.deepEqual(told, seated ? [[place, company]] : [], name);
    if (seated) met.set(name, [...(met.get(name) ?? []), company]);
  }
}

/** One press, the rest of the day is planned anew, and no phone sends anybody to the empty table. */
async function aCompanyLeaves(room) {
  const { laptop, event } = room;
  await laptop.goto(`${event}/tables`);
  await press(laptop, `Er gået ${computers}`);
  await says(laptop, "Gået fra runde 3");
  await picture(laptop, "07 laptop company left");
  await all(room.young, (page) =>
    page.locator("[data-item][aria-current] ~ li", { hasText: computers }).first().waitFor({ state: "detached" }),
  );
  const gone = room.companies.get(computers);
  await gone.locator("[aria-current] ~ li", { hasText: "Runde 3: I har en fri runde" }).waitFor();
  await laptop.goto(`${event}/day`);
}

/** Somebody nobody had invited is let in, and gets a table with the others. */
async function somebodyComesToTheDoor(room) {
  const { laptop, event } = room;
  await follow(laptop, "Tjek ind");
  await laptop.getByLabel("Find på navn").fill(walkIn);
  await press(laptop, "Find");
  await picture(laptop, "08 laptop walk-in");
  await laptop.getByLabel("Navn", { exact: true }).selectOption(walkIn);
  await press(laptop, "Tag imod");
  await says(laptop, "Det er noteret.");
  const page = await follower(open, phone, walkIn, `${room.own}/day`);
  await says(page, "Du får dine borde, når alle er kommet.");
  await picture(page, "08 phone walk-in");
  room.young.set(walkIn, page);
  await laptop.goto(`${event}/day`);
  await says(laptop, "Bordplanen passer ikke længere til dem, der er her.");
  await picture(laptop, "08 laptop outdated");
  await follow(laptop, "Lav resten af dagen om");
  await press(laptop, "Lav bordplanen");
  await page.locator("[data-item]", { hasText: "Du sidder ved bord" }).first().waitFor();
  await laptop.goto(`${event}/day`);
}

/** The others go on; the lost phone still knows its next table, and stands beside them when the network is back. */
async function aPhoneLosesTheNetwork(room) {
  const lost = room.young.get("Mia");
  room.network.lose();
  const others = new Map([...room.young].filter(([, page]) => page !== lost));
  assert.equal(await goOn(room.laptop), "Runde 3");
  await together({ ...room, young: others }, "Runde 3");
  await lost.getByText(noNetwork).waitFor();
  await shows(lost, "Runde 2");
  await picture(lost, "09 phone lost");
  room.network.comeBack();
  await shows(lost, "Runde 3");
  await agree(room);
  await pictures(room, "09 round 3");
}

/** A note and a favourite, and one that is still being written when the room goes on: nothing is taken from anybody. */
async function notesAndFavourites(room) {
  const { laptop, young, met, screen } = room;
  const [amir, victor] = [young.get("Amir"), young.get("Victor")];
  const [liked, noted] = met.get("Amir");
  await remember(amir, noted, "God stemning");
  await press(amir, "Gem noten");
  await says(amir, "Din note er gemt.");
  await picture(amir, "10 phone note");
  await (await unfold(amir, liked)).getByRole("link", { name: "Se virksomheden" }).click();
  await press(amir, "Husk den som favorit");
  await says(amir, "Du har valgt den som favorit.");
  await picture(amir, "10 phone company");
  await amir.goto(`${room.own}/day`);

  await remember(victor, met.get("Victor")[0], "Spørg om arbejdstid");
  await next(room, "Runde 4");
  await press(victor, "Gem noten");
  await says(victor, "Din note er gemt.");
  for (const page of [screen, laptop, young.get("Mia")]) await isSilentAbout(page, /God stemning|Spørg om/);
}

async function remember(page, company, words) {
  await (await unfold(page, company)).getByLabel(`Det vil jeg huske om ${company}`).fill(words);
}

/** The process is killed: every screen says so, and comes back by itself when there is one again. */
async function theServerDies(room) {
  const everywhere = [room.laptop, room.screen, ...phones(room)];
  await server(phone).kill();
  await Promise.all(everywhere.map((page) => page.getByText(noNetwork).waitFor()));
  await pictures(room, "11 server gone");
  await server(phone).startAgain();
  await Promise.all(everywhere.map((page) => page.locator("[data-connection]:empty").waitFor({ state: "attached" })));
  await together(room, "Runde 4");
  await next(room, "Runde 5");
  await agree(room);
}

async function theRest(room) {
  const { laptop, screen, event } = room;
  for (const words of ["Runde 6", "Pause", "Ro til at tænke", "Farvel"]) await next(room, words);
  await pictures(room, "12 goodbye");
  assert.equal(await goOn(laptop), "Dagen er slut");
  await screen.getByRole("heading", { name: "Tak for i dag" }).waitFor();
  await Promise.all(phones(room).map((page) => shows(page, said("Tak for i dag"))));
  await pictures(room, "13 over");
  await follow(laptop, "Afslut oplæggene");
  await picture(laptop, "13 laptop finish");
  await press(laptop, "Slut fremlæggelserne");
  await says(laptop, "Fremlæggelserne er slut.");
  await laptop.goto(`${event}/day`);
}

/** What was liked and noted stands first; everybody says what they would like, and has a receipt. */
async function choose({ young, met, receipts }) {
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
async function companiesAnswer({ companies, laptop, event }) {
  const answers = { [garage]: "Vil tale først", [bikes]: "Ikke lige nu" };
  await all(companies, async (page, name) => {
    await follow(page, "Sig, om I kan tage imod");
    const kinds = page.getByRole("group", { name: /^(Afklaring|Træning)/ });
    for (const kind of await kinds.all()) await kind.getByLabel(answers[name] ?? "Kan være vært").check();
    await fitsTheScreen(page);
    if (name === garage) await picture(page, "15 company host answers");
    await press(page, "Send svaret");
    await says(page, "Tak for jeres svar.");
  });
  await laptop.goto(`${event}/companies`);
  for (const answer of ["Kan være vært", ...Object.values(answers)]) await says(laptop, new RegExp(answer, "i"));
  await picture(laptop, "15 laptop companies");
}

/** How it was, from both sides; the day's figures say so without a name. */
async function lookBack({ young, companies, own, theirs, laptop, event }) {
  const asked = [...inDepth.map((name) => [young.get(name), own]), [companies.get(bakery), theirs]];
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
  await isSilentAbout(laptop, new RegExp(inDepth.join("|")));
  await picture(laptop, "16 laptop figures");
}

/** Two days later the lists are closed and the companies have answered: the match is run and published. */
async function match({ laptop, event, day, young, own }) {
  await moveTime(laptop, `${later(day, 2)}T12:30`);
  const mia = young.get("Mia");
  await mia.goto(`${own}/ranking`);
  await says(mia, /lukket/);
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
async function readTheAnswer({ young, companies, own, receipts }) {
  const placed = new Map();
  await all(young, async (page, name) => {
    await page.goto(`${own}/result`);
    await says(page, /ringer til dig|will call you|Du har allerede en praktik/);
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
  await picture(companies.get(bakery), "18 company");
}

function later(day, days) {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}
