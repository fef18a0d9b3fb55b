// What every page promises, whoever it is for.
import assert from "node:assert/strict";
import AxeBuilder from "@axe-core/playwright";
import { withScripts } from "./scripts.mjs";

/** Axe finds nothing, a phone has nothing to scroll sideways for, and there is a title, a heading and a language. */
export async function isAccessible(page, { hasStyles = true } = {}) {
  await isReadable(page, { hasStyles });
  await fitsTheScreen(page);
  const { violations } = await axe(page);
  const told = violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}\n    ${node.target.join(" ")}\n    ${node.html}\n    ${node.failureSummary}`),
  );
  assert.equal(told.length, 0, `axe on ${page.url()}:\n  ${told.join("\n  ")}`);
}

/** Nothing sticks out to the right. What may be wider, such as a table, scrolls inside its own box. */
export async function fitsTheScreen(page) {
  const { needed, given, outside } = await page.evaluate(() => {
    const root = document.documentElement;
    const given = root.clientWidth;
    const outside = [...document.body.querySelectorAll("*")]
      .filter((element) => element.getBoundingClientRect().right > given + 1)
      .map((element) => element.outerHTML.slice(0, 120));
    return { needed: root.scrollWidth, given, outside };
  });
  assert.ok(needed <= given, `${page.url()} is ${needed} px wide on ${given} px:\n  ${outside.join("\n  ")}`);
}

/** One main heading, a title and a language, and styles that arrived: the page is more than its markup. */
export async function isReadable(page, { hasStyles = true } = {}) {
  const { language, title, headings, rules } = await page.evaluate(() => ({
    language: document.documentElement.lang,
    title: document.title,
    headings: [...document.querySelectorAll("h1")].filter((h1) => h1.innerText.trim()).length,
    rules: [...document.styleSheets].reduce((sum, sheet) => sum + sheet.cssRules.length, 0),
  }));
  assert.match(language, /^(da|en)$/, `${page.url()} says which language it is in`);
  assert.notEqual(title.trim(), "", `${page.url()} has a title`);
  assert.equal(headings, 1, `${page.url()} has one main heading`);
  assert.equal(rules > 0, hasStyles, `${page.url()} is ${hasStyles ? "" : "not "}styled`);
}

/** Pressing Tab from the top reaches `target`, and shows where one is when it does. */
export async function isReachedByTab(page, target, presses = 40) {
  const goal = await target.elementHandle();
  await page.evaluate(() => document.activeElement?.blur());
  for (let press = 1; press <= presses; press += 1) {
    await page.keyboard.press("Tab");
    if (!(await goal.evaluate((element) => element === document.activeElement))) continue;
    const visible = await goal.evaluate((element) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      return (outlineStyle !== "none" && outlineWidth !== "0px") || boxShadow !== "none";
    });
    assert.ok(visible, `the focus shows on ${await goal.evaluate((element) => element.outerHTML)}`);
    return press;
  }
  assert.fail(`${presses} presses of Tab on ${page.url()} do not reach ${target}`);
}

/** The legacy mode analyses in the page itself instead of opening another for it; it leaves out only other sites' frames. */
async function axe(page) {
  const builder = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });
  // WCAG 2.2.1 excepts what happens in real time: without scripts a page of the event day fetches itself, and says so.
  if (await page.locator('[data-enhance~="event-day"]').count()) builder.disableRules("meta-refresh");
  return withScripts(page, () => builder.analyze());
}
