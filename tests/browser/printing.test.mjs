// What people hang on a wall: the agreement on one side of A4, however much is written in it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { demo, signIn, views } from "./support.mjs";

const { open } = demo();

const words = "Vi mødes i receptionen, hvor Kirsten tager imod. Er noget svært, så ring, helst før klokken halv otte.";

for (const kind of ["clarification", "training"]) {
  test(`a filled checklist for ${kind} prints on one page`, async () => {
    const page = await open(views.find(({ name }) => name === "desk"));
    await signIn(page, "Sofie Holm");
    for (const address of await placements(page, kind)) {
      const answer = await page.goto(`${address}/checklist/print`);
      if (!answer.ok()) continue;
      await page.locator(".sheet-line dd").evaluateAll((all, words) => {
        for (const line of all) if (line.textContent.trim().length < words.length) line.textContent = words;
      }, words);
      const items = await page.locator(".sheet-line").count();
      assert.ok(items > 20, `${items} items`);
      assert.equal(pages(await page.pdf({ preferCSSPageSize: true })), 1, address);
    }
    await page.context().close();
  });
}

/** Where the demo's placements of one kind are; what came to nothing has no checklist. */
async function placements(page, kind) {
  await page.goto(`/desk/placements?kind=${kind}`);
  const links = await page.locator("tbody th a").evaluateAll((links) => links.map((link) => link.href));
  assert.ok(links.length > 0, `no ${kind} in the demo`);
  return links;
}

function pages(pdf) {
  return pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}
