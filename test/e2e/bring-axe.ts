/** Brings axe into a page, once, and makes it cheaper there. */
import axe from 'axe-core';
import type { CDPSession, Frame, Page } from 'playwright-core';

interface Colour {
  r: number;
  g: number;
  b: number;
  alpha: number;
  parseString: (name: string) => Colour;
}

declare global {
  interface Window {
    /** There once axe has looked at the page. */
    axe?: typeof axe & { commons: { color: { Color: { prototype: Colour } } } };
  }
}

const sessions = new WeakMap<Page, Promise<CDPSession>>();

/** @param frame of the page: itself, or one that it frames */
export async function bringAxe(page: Page, frame: Frame): Promise<void> {
  if (await frame.evaluate(() => window.axe !== undefined)) return;
  if (frame === page.mainFrame()) {
    // As a script of its own, which the browser compiles once for all pages of a process.
    const session = sessions.get(page) ?? page.context().newCDPSession(page);
    sessions.set(page, session);
    await (await session).send('Runtime.evaluate', { expression: axe.source });
  } else await frame.evaluate(axe.source);
  await frame.evaluate(rememberColours);
}

/** Runs in the page. It has few colours, and reading their names is more than half of what axe's contrast costs. */
function rememberColours(): void {
  if (!window.axe) throw new Error('axe did not come into the page');
  const colour = window.axe.commons.color.Color.prototype;
  const { parseString } = colour;
  const known = new Map<string, Omit<Colour, 'parseString'>>();
  colour.parseString = function (name) {
    const { r, g, b, alpha } = known.get(name) ?? parseString.call(this, name);
    known.set(name, { r, g, b, alpha });
    return Object.assign(this, { r, g, b, alpha });
  };
}
