/** One part of a pack: drawn, read back as a phone would, and only then made. */
import type { PrintFormat } from '../../../../shared/campaign.ts';
import { clockDays } from '../../../cases/due.ts';
import type { Db } from '../../../platform/db.ts';
import { type Crest, crestForPaper } from '../../../regency/crest.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import { type CodeDrawing, codeOf } from './drawing.ts';
import type { Facts } from './make-pdf.ts';
import { readPng } from './png-rows.ts';
import { addressOf, qrText } from './qr.ts';
import { ownersOf, type Printable } from './queries.ts';

/** How a code is drawn; only tests draw it otherwise. */
export type Draw = typeof codeOf;

export interface Drawn extends Printable {
  /** As people type it. */
  address: string;
  drawing: CodeDrawing;
}

export function drawn(
  places: readonly Printable[],
  origin: string,
  crest: boolean,
  draw: Draw = codeOf,
): Drawn[] {
  return places.map((place) => ({
    ...place,
    address: addressOf(origin, place.row.code),
    drawing: draw(qrText(origin, place.row.code), crest),
  }));
}

/**
 * Those whose drawn code does not lead to their own placement, read from what is drawn and looked up anew. What stays black
 * on paper for years is not taken on trust.
 */
export async function unreadable(db: Db, places: readonly Drawn[], origin: string): Promise<Drawn[]> {
  const { readBack } = await import('./read-back.ts');
  const prefix = qrText(origin, '');
  const codes = places.map(({ drawing }) => {
    const text = readBack(drawing);
    return text?.startsWith(prefix) ? text.slice(prefix.length) : null;
  });
  const owners = await ownersOf(
    db,
    codes.filter((code) => code !== null),
  );
  return places.filter(({ row }, n) => owners.get(codes[n] ?? '') !== row.id);
}

/** @param at epoch ms */
export async function makePart(
  format: PrintFormat,
  facts: Facts,
  places: readonly Drawn[],
  at: number,
): Promise<Uint8Array<ArrayBuffer>> {
  if (format === 'designer_zip') {
    const { makeZip } = await import('./designer.ts');
    return makeZip(places, at);
  }
  const { makePdf } = await import('./make-pdf.ts');
  return makePdf(format, facts, places, at);
}

/** What is told of the regency. @param at epoch ms @param trial the sheets are not meant to hang */
export async function factsOf(env: Env, regency: Regency, at: number, trial: boolean): Promise<Facts> {
  const ordinary = { kind: 'complaint', berkadar: false, urgent: false } as const;
  const date = regency.calendar.localDate(at);
  const days = (clock: Parameters<typeof clockDays>[1]) => clockDays(regency, clock, ordinary, date);
  return {
    regency: regency.about.fullName,
    promised: {
      verify: days('verify'),
      firstAnswer: days('first_answer'),
      settle: days('settle'),
      contest: days('reporter'),
    },
    // A number that nobody has confirmed must not hang for years.
    emergency: regency.emergency.filter(({ check }) => !check),
    crest: await crestOf(env, regency.crest),
    trial,
  };
}

/** The last one of this isolate: the parts of a pack follow each other. */
let decoded: { name: string; crest: NonNullable<Facts['crest']> } | null = null;

async function crestOf(env: Env, crest: Crest | null): Promise<Facts['crest']> {
  if (!crest) return null;
  const { name } = crest.paper;
  if (decoded?.name === name) return decoded.crest;
  const file = await crestForPaper(env, crest);
  const pixels = file?.kind === 'png' ? await readPng(file.bytes).catch(() => null) : null;
  decoded = file && { name, crest: pixels ?? file };
  return decoded?.crest ?? null;
}

/** Is it only for trying: invented data, or an address that is not public? */
export const isTrial = (regency: Regency, origin: string): boolean =>
  regency.switches.demo || !isPublic(origin);

/** Printed codes are for ever: their address has to be one that lasts. */
export function isPublic(origin: string): boolean {
  const { protocol, hostname } = new URL(origin);
  return protocol === 'https:' && /\.[a-z]{2,}$/.test(hostname);
}
