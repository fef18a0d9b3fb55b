// Follows every link a persona meets, one page of each kind, so that no page is forgotten and none is a dead end. The
// addresses that only differ in whom or what they are about are one kind, and so are those of the messages.
import assert from "node:assert/strict";
import { isAccessible } from "./checks.mjs";
import { chooseEnglish, demo, signIn } from "./support.mjs";

const { inEveryView } = demo();

const personas = ["Amir", "Karen Solberg", "Hanne Krogh", "Sofie Holm", "Lene Østergaard", "Henrik Juhl"];

/** Read the same by everybody: looked at once, by a visitor who is not signed in. */
const sameForAll = ["/privacy", "/accessibility"];

inEveryView("every page a visitor who is not signed in can reach is for everybody", async (page) => {
  await page.goto("/");
  const kinds = await followEveryLink(page);
  for (const address of sameForAll) assert.ok(kinds.has(address), `${address} is linked`);
});

for (const persona of personas) {
  inEveryView(`every page ${persona} can reach is for everybody`, async (page, view) => {
    await signIn(page, persona);
    if (view.name === "desk") await chooseEnglish(page);
    await followEveryLink(page, sameForAll);
  });
}

inEveryView("every message of the catalogue can be read", async (page) => {
  await signIn(page, "Henrik Juhl");
  await page.goto("/admin/messages");
  const all = await page.locator('a[href^="/admin/messages/"]').evaluateAll((links) => links.map((link) => link.href));
  assert.ok(all.length > 30, `${all.length} messages`);
  for (const address of all.flatMap((address) => [address, `${address}/html`])) {
    const answer = await page.request.get(address);
    assert.ok(answer.ok(), `${address} answers ${answer.status()}`);
  }
});

/** Follows the links of all kinds that are not `left` to others, and answers which kinds there were. */
async function followEveryLink(page, left = []) {
  const found = [{ address: page.url(), on: "the beginning" }];
  const kinds = new Set([kind(page.url()), ...left]);
  const problems = [];
  for (const { address, on } of found) {
    const answer = await visit(page, address);
    if (!answer.ok()) {
      problems.push(`${address}, linked on ${on}, answers ${answer.status()}`);
      continue;
    }
    if (!answer.headers()["content-type"].startsWith("text/html")) continue;
    // A message's HTML part is what a mail reader gets: it brings no style sheet, may run nothing, and its link is a
    // sample.
    const isMail = new URL(address).pathname.endsWith("/html");
    if (isMail) await showAlone(page, await answer.text());
    await isAccessible(page, { hasStyles: !isMail }).catch((error) => problems.push(error.message));
    if (isMail) continue;
    for (const link of await page.locator("a[href]").evaluateAll((links) => links.map((link) => link.href))) {
      if (!leadsFurther(link, page.url()) || kinds.has(kind(link))) continue;
      kinds.add(kind(link));
      found.push({ address: link, on: new URL(page.url()).pathname });
    }
  }
  assert.equal(problems.length, 0, `of ${found.length} pages:\n${problems.join("\n\n")}`);
  return kinds;
}

/** Goes there; a file that the browser would save is only asked for. */
async function visit(page, address) {
  try {
    return await page.goto(address);
  } catch (error) {
    if (!error.message.includes("Download is starting")) throw error;
    return page.request.get(address);
  }
}

/** Shows a page as a mail reader would, outside our site. */
async function showAlone(page, html) {
  await page.goto("about:blank");
  await page.setContent(html);
}

function kind(address) {
  return new URL(address).pathname
    .replace(/\/[0-9a-f-]{36}|\/\d[\d-]*/g, "/*")
    .replace(/^(\/admin\/messages)\/[^/]+/, "$1/*");
}

function leadsFurther(link, from) {
  const { origin, pathname } = new URL(link);
  return origin === new URL(from).origin && !/^\/(dev|assets)\//.test(pathname);
}
