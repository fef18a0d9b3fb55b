// The demo's server and the browser that the tests of one file share.
import { execFileSync, spawn } from "node:child_process";
import { cpSync, createWriteStream, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { chromium } from "playwright-core";

export const results = join(import.meta.dirname, "results");
const root = join(import.meta.dirname, "..", "..");

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

/** Has `omvendt demo --fresh` tell its month into a folder, which takes long; servers start from copies of it. */
export async function tellMonth(data = folder()) {
  const server = await start(data, ["demo", "--fresh"], "telling the month", await freeAddress());
  await server.stop();
  return data;
}

/** A server with a copy of the month; one that was killed starts again with what it had, at the same address. */
export async function startServer(month, name) {
  const data = folder();
  cpSync(month, data, { recursive: true });
  const address = await freeAddress();
  let server = await start(data, ["demo"], name, address);
  return {
    url: server.url,
    stop: () => server.stop().finally(() => rmSync(data, { recursive: true, force: true })),
    kill: () => server.kill(),
    async startAgain() {
      server = await start(data, ["demo"], `${name} again`, address);
    },
  };
}

/** Starts `omvendt` with a data folder and a port of its own, and waits for its `ready` line. */
async function start(data, command, name, address) {
  mkdirSync(results, { recursive: true });
  const log = join(results, `${basename(process.argv[1], ".test.mjs")} ${name}.log`.replaceAll(" ", "-"));
  const child = spawn(binary(), command, {
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
    async kill() {
      leave();
      await ended;
      process.off("exit", leave);
    },
    async stop() {
      child.kill("SIGTERM");
      const how = await ended;
      process.off("exit", leave);
      if (how !== 0) throw new Error(`omvendt demo did not stop cleanly when asked to (${how}); see ${log}`);
    },
  };
}

function folder() {
  return mkdtempSync(join(tmpdir(), "omvendt-browser-"));
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

function freeAddress() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(`127.0.0.1:${port}`));
    });
  });
}
