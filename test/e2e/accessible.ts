/** What axe finds on a page against WCAG 2.2 AA. */
import type { Page } from 'playwright-core';
import { bringAxe } from './bring-axe.ts';

declare global {
  interface Window {
    /** What was seen at the last look. */
    seen?: Element[];
  }
}

const options = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations' as const],
};

/** What also comes from where things lie; everything else comes from the page and from what of it is seen. */
const ofLayout = ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable', 'target-size'];

/** Set on the texts whose contrast is measured. */
const MARK = 'data-measured';

/**
 * @param more.iframes false where framed pages are looked at by themselves: beside each other their landmarks double
 * @param more.resized nothing happened since the last look but another width: where the same elements are seen, only
 * what comes from the layout is looked at again
 * @returns one line each; empty when all is well
 */
export async function axeProblems(
  page: Page,
  { resized = false, ...more }: { iframes?: boolean; resized?: boolean } = {},
): Promise<string[]> {
  let same = resized;
  for (const frame of page.frames()) {
    await bringAxe(page, frame);
    same = (await frame.evaluate(markTexts, MARK)) && same;
  }
  const rules = same ? { runOnly: { type: 'rule' as const, values: ofLayout } } : {};
  const wanted = { ...options, ...more, ...rules };
  const found = await page.evaluate((given) => window.axe?.run(document, given), wanted);
  if (!found) throw new Error('axe did not come into the page');
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

/**
 * Runs in the page. Contrast comes from the colours and letters of a text and of what it lies in, and measuring it takes
 * axe longer than everything else together: of texts that are alike in all of these, from the document's root down, the
 * longest is measured. A list of 170 rows has no other colours than its first three.
 * @returns whether the same elements are seen as at the last look
 */
function markTexts(mark: string): boolean {
  const seen: Element[] = [];
  const kinds = new Map<string, number>();
  const longest = new Map<number, { element: Element; letters: number }>();
  const walk = (element: Element, within: number): void => {
    if (!element.checkVisibility({ visibilityProperty: false })) return;
    seen.push(element);
    element.removeAttribute(mark);
    const style = getComputedStyle(element);
    const control = element instanceof HTMLLabelElement ? element.control : element;
    const look = [
      within,
      element.tagName,
      element.getAttribute('class'),
      control?.matches(':disabled, [aria-disabled=true]'),
      style.color,
      style.backgroundColor,
      style.backgroundImage,
      style.opacity,
      style.textShadow,
      style.fontSize,
      style.fontWeight,
      style.position,
      style.visibility,
    ].join(';');
    const kind = kinds.get(look) ?? kinds.size;
    kinds.set(look, kind);
    const own = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
    const letters = own.map((node) => node.textContent?.trim()).join('').length;
    const isField = element.matches('input, select, textarea');
    if ((letters > 0 || isField) && letters >= (longest.get(kind)?.letters ?? 0))
      longest.set(kind, { element, letters });
    for (const child of element.children) walk(child, kind);
  };
  walk(document.documentElement, 0);
  for (const { element } of longest.values()) element.setAttribute(mark, '');
  window.axe?.configure({ rules: [{ id: 'color-contrast', selector: `[${mark}]` }] });
  const before = window.seen;
  window.seen = seen;
  return seen.length === before?.length && seen.every((element, n) => element === before[n]);
}
