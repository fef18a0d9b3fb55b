// A whole afternoon: a laptop, a big screen and sixteen phones, from the door to the published match.
import assert from "node:assert/strict";
import { test } from "node:test";
import { choose, companiesAnswer, lookBack, match, readTheAnswer } from "./afterwards.mjs";
import { ownNetwork } from "./network.mjs";
import { follow, isSilentAbout, press, says, unfold } from "./presses.mjs";
import {
  agree,
  all,
  facilitator,
  follower,
  goOn,
  moveTime,
  next,
  noNetwork,
  openBigScreen,
  phones,
  picture,
  pictures,
  said,
  shows,
  step,
  together,
} from "./room.mjs";
import { demo, views } from "./support.mjs";

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
  await companiesAnswer(room, { [garage]: "Vil tale først", [bikes]: "Ikke lige nu" });
  await lookBack(room, [inDepth, [bakery]]);
  await match(room);
  await readTheAnswer(room);
});

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
  await agree(room, inDepth);
  await pictures(room, `06 round ${number}`);
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
  await gone.locator("[aria-current] ~ li", { hasText: "Runde 3: I er gået" }).waitFor();
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
  await says(laptop, `${walkIn} er tjekket ind.`);
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
  await agree(room, inDepth);
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
  await agree(room, inDepth);
}

async function theRest(room) {
  const { laptop, screen, event } = room;
  for (const words of ["Runde 6", "Pause", "Ro til at tænke", "Farvel"]) await next(room, words);
  await pictures(room, "12 goodbye");
  await press(laptop, "Slut dagen");
  await shows(laptop, "Dagen er slut");
  await screen.getByRole("heading", { name: "Tak for i dag" }).waitFor();
  await Promise.all(phones(room).map((page) => shows(page, said("Tak for i dag"))));
  await pictures(room, "13 over");
  await says(laptop, /^Når du slutter fremlæggelserne, spørger vi virksomhederne/);
  await follow(laptop, "Slut fremlæggelserne");
  await picture(laptop, "13 laptop finish");
  await press(laptop, "Slut fremlæggelserne");
  await says(laptop, "Fremlæggelserne er slut.");
  await laptop.goto(`${event}/day`);
}
