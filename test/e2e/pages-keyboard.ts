/** Working without a mouse: only keys, from where the page starts. */
import type { Locator, Page } from 'playwright-core';

/** More stops than any page of Kanal has. */
const STOPS = 120;

/**
 * Presses Tab until the element has the focus.
 * @throws Error when Tab never gets there, or nothing shows that it did
 */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let stop = 0; stop < STOPS; stop++) {
    await page.keyboard.press('Tab');
    if (!(await target.evaluate((element) => element === document.activeElement))) continue;
    const outline = await target.evaluate((element) => getComputedStyle(element).outlineStyle);
    if (outline === 'none') throw new Error(`nothing shows that ${target} has the focus`);
    return;
  }
  throw new Error(`Tab never reaches ${target}`);
}

/** Goes there and types. */
export async function typeInto(page: Page, label: string, text: string): Promise<void> {
  await tabTo(page, page.getByLabel(label, { exact: true }));
  await page.keyboard.type(text);
}

/** Goes to a button, a link or what opens a form, and presses Enter. */
export async function pressOn(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

/** Goes to a box or the first of some circles and marks it. */
export async function mark(page: Page, label: string): Promise<void> {
  await tabTo(page, page.getByLabel(label));
  await page.keyboard.press('Space');
}
