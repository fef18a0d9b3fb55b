// Starts the demo and a browser for one test file, and takes both down again.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { createWriteStream, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";

const results = join(import.meta.dirname, "results");
const root = join(import.meta.dirname, "..", "..");

/** The ways every page must work. */
export const views = [
  { name: "phone", viewport: { width: 360, height: 740 }, hasTouch: true },
  { name: "desk", viewport: { width: 1280, height: 900 } },
  { name: "phone without scripts", viewport: { width: 360, height: 740 }, hasTouch: true, javaScriptEnabled: false },
];

/** One server and one browser for the tests of the file that calls this; both are there when a test runs. */
export function demo() {
  const shared = {};
  before(async () => {
    shared.server = await startServer();
    shared.browser = await startBrowser();
  });
  after(async () => {
    await shared.browser?.close();
    await shared.server?.stop();
  });

  /** Opens a page of its own, cookies and all, in one of the views. */
  const open = async (view) => {
    const context = await shared.browser.newContext({
      ...view,
      baseURL: shared.server.url,
      locale: "da-DK",
      timezoneId: "Europe/Copenhagen",
      reducedMotion: "reduce",
    });
    context.setDefaultTimeout(15_000);
    return context.newPage();
  };

  /** A test told once and run in every view. A failure leaves a picture of the page. */
  const inEveryView = (story, tell) => {
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
  };

  return { open, inEveryView };
}

/** Collects what a visitor would not see but a developer should: script errors and parts of pages that did not come. */
function watch(page) {
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

/** Signs in as one of the demo's people, with the button a visitor of the demo would press. */
export async function signIn(page, name) {
  await page.goto("/dev/personas");
  await page.getByRole("main").getByRole("button", { name, exact: true }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/dev/"));
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

export async function startBrowser() {
  return chromium.launch({
    executablePath: execFileSync("sh", ["-c", "command -v chromium"], { encoding: "utf8" }).trim(),
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

/** Starts `omvendt demo --fresh` with a data folder and a port of its own, and waits for its `ready` line. */
export async function startServer() {
  mkdirSync(results, { recursive: true });
  const log = join(results, `${basename(process.argv[1], ".test.mjs")}.log`);
  const data = mkdtempSync(join(tmpdir(), "omvendt-browser-"));
  const address = `127.0.0.1:${await freePort()}`;
  const child = spawn(binary(), ["demo", "--fresh"], {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      OMVENDT_DATA_DIR: data,
      OMVENDT_LISTEN: address,
      OMVENDT_PUBLIC_URL: `http://${address}`,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const leave = () => child.kill("SIGKILL");
  process.on("exit", leave);

  const ended = new Promise((resolve) => {
    child.on("error", resolve);
    child.on("exit", (code, signal) => resolve(code ?? signal));
  });
  const written = createWriteStream(log);
  child.stderr.pipe(written, { end: false });
  child.stdout.pipe(written, { end: false });
  const ready = new Promise((resolve) => {
    let printed = "";
    child.stdout.setEncoding("utf8").on("data", (text) => {
      printed += text;
      const line = printed.match(/^ready (http:\S+)\s*$/m);
      if (line) resolve(line[1]);
    });
  });

  const url = await Promise.race([
    ready,
    ended.then((how) => {
      throw new Error(`omvendt demo ended (${how}) before it was ready; see ${log}`);
    }),
  ]);
  return {
    url,
    async stop() {
      child.kill("SIGTERM");
      const how = await ended;
      process.off("exit", leave);
      rmSync(data, { recursive: true, force: true });
      if (how !== 0) throw new Error(`omvendt demo did not stop cleanly when asked to (${how}); see ${log}`);
    },
  };
}

/** The debug build, wherever cargo keeps it; OMVENDT_BINARY names another. */
function binary() {
  if (process.env.OMVENDT_BINARY) return process.env.OMVENDT_BINARY;
  const told = execFileSync("cargo", ["metadata", "--no-deps", "--offline", "--format-version", "1"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  return join(JSON.parse(told).target_directory, "debug", "omvendt");
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
