// The page where a young person puts the companies in order, as one uses it.
import { arrives } from "./presses.mjs";
import { hasScripts } from "./scripts.mjs";

/** A company's row, in one of the lists `chosen`, `left` and `no-thanks` or in any. */
export function row(page, company, state) {
  const rows = page.locator(state ? `[data-rank-row][data-state="${state}"]` : "[data-rank-row]");
  return rows.filter({ has: page.getByRole("heading", { name: company, exact: true }) });
}

/** Presses one of a row's buttons; it is told in which list the row then stands. */
export async function move(page, button, company, state) {
  const pressing = () =>
    row(page, company)
      .getByRole("button", { name: typeof button === "string" ? `${button} ${company}` : button })
      .click();
  await (hasScripts(page) ? pressing() : arrives(page, pressing));
  await row(page, company, state).waitFor();
}

/** The companies of a list, in its order. */
export async function listed(page, list) {
  const names = await page.locator(`[data-rank-list="${list}"] .rank-name`).allInnerTexts();
  return names.map((name) => name.trim());
}

/** The lines of the receipt, as read. */
export async function receipt(page) {
  await page.locator("main ol li").first().waitFor();
  const lines = await page.locator("main ol li").allInnerTexts();
  return lines.map((line) => line.replace(/\s+/g, " ").trim());
}
