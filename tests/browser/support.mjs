// What the tests of every file use: the demo in each view, its people, and what one does on its pages.
import assert from "node:assert/strict";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { turnScripts } from "./scripts.mjs";
import { results, startBrowser, startServer, tellMonth } from "./server.mjs";

/** The ways every page must work. */
export const views = [
  { name: "phone", viewport: { width: 360, height: 740 }, hasTouch: true },
  { name: "desk", viewport: { width: 1280, height: 900 } },
  { name: "phone without scripts", viewport: { width: 360, height: 740 }, hasTouch: true, scripts: false },
];

/**
 * One browser for the tests of the file that calls this, and one server, or with `apart` one for each view, so that
 * what somebody does in one view is not yet done in the next.
 */
export function demo({ apart = false } = {}) {
  const shared = { servers: new Map() };
  before(async () => {
    const month = process.env.OMVENDT_TEST_MONTH ?? (await tellMonth());
    const start = async (names, name) => {
      const server = await startServer(month, name);
      for (const view of names) shared.servers.set(view, server);
    };
    const names = views.map((view) => view.name);
    const starting = apart ? names.map((name) => start([name], name)) : [start(names, "all views")];
    const [browser, ...servers] = await Promise.allSettled([startBrowser(), ...starting]);
    shared.browser = browser.value;
    for (const { reason } of [browser, ...servers]) if (reason) throw reason;
    if (month !== process.env.OMVENDT_TEST_MONTH) rmSync(month, { recursive: true });
  });
  after(async () => {
    await shared.browser?.close();
    await Promise.all([...new Set(shared.servers.values())].map((server) => server.stop()));
  });

  /** Opens a page of its own, cookies and all, in one of the views. */
  const open = async ({ name, viewport, hasTouch, scripts = true, proxy }) => {
    const context = await shared.browser.newContext({
      viewport,
      hasTouch,
      proxy,
      baseURL: shared.servers.get(name).url,
      locale: "da-DK",
      timezoneId: "Europe/Copenhagen",
      reducedMotion: "reduce",
    });
    context.setDefaultTimeout(15_000);
    const page = await context.newPage();
    if (!scripts) await turnScripts(page, false);
    return page;
  };

  /** A test told once and run in every view, the views beside each other. A failure leaves a picture of the page. */
  const inEveryView = (story, tell) => {
    describe(story, { concurrency: views.length }, () => {
      for (const view of views) {
        test(`${story} (${view.name})`, async (t) => {
          const page = await open(view);
          const problems = watch(page);
          try {
            await tell(page, view);
            assert.deepEqual(problems, []);
          } catch (error) {
            t.diagnostic(`The page then: ${page.url()}, ${await screenshot(page, `${story} ${view.name}`)}`);
            throw error;
          } finally {
            await page.context().close();
          }
        });
      }
    });
  };

  return { open, inEveryView, server: ({ name }) => shared.servers.get(name) };
}

/** Collects what a visitor would not see but a developer should: script errors and parts of pages that did not come. */
export function watch(page) {
  const problems = [];
  page.on("pageerror", (error) => problems.push(`script error on ${page.url()}: ${error}`));
  page.on("console", (message) => {
    // An answer such as 422 is told here too; whether a page may answer that is the test's business.
    const wrong = message.type() === "error" && !message.text().startsWith("Failed to load resource");
    if (wrong) problems.push(`the console on ${page.url()}: ${message.text()}`);
  });
  page.on("response", (response) => {
    const part = response.request().resourceType() !== "document";
    if (part && response.status() >= 400) problems.push(`${response.url()} answers ${response.status()}`);
  });
  return problems;
}

/** Signs in as one of the demo's people, as their button among the personas does, and opens their first page. */
export async function signIn(page, name) {
  const personas = await (await page.request.get("/dev/personas")).text();
  const [, action] = personas.match(new RegExp(`action="(/dev/personas/[^"]+)"[^>]*><button[^>]*>${name}<`));
  const answer = await page.request.post(action, { maxRedirects: 0 });
  await page.goto(answer.headers().location);
}

/** Changes the page's language. */
export async function chooseEnglish(page) {
  await openMenu(page);
  await page.locator('button[lang="en"]:visible').click();
  await page.waitForFunction(() => document.documentElement.lang === "en");
}

/** Unfolds the menu that a phone has in place of the links at the top. */
export async function openMenu(page) {
  const menu = page.locator("header summary:visible");
  if (await menu.count()) await menu.first().click();
}

/** Saves a picture of the page in tests/browser/results and tells where. */
export async function screenshot(page, name) {
  mkdirSync(results, { recursive: true });
  const path = join(results, `${name.toLowerCase().replace(/[^a-z0-9æøå]+/g, "-")}.png`);
  await page.screenshot({ path, fullPage: true });
  return path;
}

/** Visits an address with an empty cache and adds up the bytes that came over the wire, by kind. */
export async function wireSize(page, address) {
  const kinds = new Map();
  const sizes = {};
  const network = await page.context().newCDPSession(page);
  network.on("Network.responseReceived", ({ requestId, type }) => kinds.set(requestId, type.toLowerCase()));
  network.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId);
    sizes[kind] = (sizes[kind] ?? 0) + encodedDataLength;
  });
  await network.send("Network.enable");
  await page.goto(address, { waitUntil: "networkidle" });
  return sizes;
}
