/**
 * What is printed leads where it should: every code of the whole of Luwu Timur, read from the finished PDF from small,
 * blurred and tilted, with a crest in its middle; and what stands beside it.
 */
import { describe, it } from 'vitest';
import { loadPack } from '../../shared/regencies/index.ts';
import type { PdfFormat } from '../../workers/features/campaigns/print/choice.ts';
import { codeOf, drawCode } from '../../workers/features/campaigns/print/drawing.ts';
import { makePdf } from '../../workers/features/campaigns/print/make-pdf.ts';
import { readPng } from '../../workers/features/campaigns/print/png-rows.ts';
import { addressOf, qrText } from '../../workers/features/campaigns/print/qr.ts';
import { readBack } from '../../workers/features/campaigns/print/read-back.ts';
import { drawCodes } from '../../workers/features/campaigns/register/code.ts';
import { readSheets } from '../../workers/local/bench/read-sheets.ts';
import { writePng } from '../../workers/platform/png.ts';

const ORIGIN = 'https://kanal.luwutimurkab.go.id';
const pack = await loadPack('luwu-timur');
const names = [
  ...pack.offices.filter(({ kind }) => kind === 'opd').map(({ name }) => name),
  ...pack.areas.filter(({ level }) => level !== 'kabupaten').map(({ name, parent }) => `${name}, ${parent}`),
];
const random = (count: number) => crypto.getRandomValues(new Uint8Array(count));
const places = drawCodes(names.length, new Set(), random).map((code, n) => ({
  code,
  name: names[n] ?? '',
  address: addressOf(ORIGIN, code),
  drawing: codeOf(qrText(ORIGIN, code), true),
}));

const facts = {
  regency: 'Kabupaten Luwu Timur',
  promised: { verify: 3, firstAnswer: 5, settle: 14, contest: 10 },
  emergency: pack.emergency.filter(({ check }) => !check),
  crest: await readPng(await writePng(240, 300, 3, new Uint8Array(240 * 300 * 3).fill(90))),
  trial: false,
};

/** Makes sheets and reads them; the places they lead to, in their order. */
async function readBackAll(format: PdfFormat, some: typeof places) {
  const sheets = await readSheets(await makePdf(format, facts, some, 0), format, some[0]?.drawing.side ?? 0);
  return sheets.map(({ says, text }) => ({
    text,
    place: places.find(({ code }) => qrText(ORIGIN, code) === says),
  }));
}

describe('every code on paper', { timeout: 60_000 }, () => {
  it('of all 170 places leads to its own, whose name and address stand beside it', async ({ expect }) => {
    expect(places).toHaveLength(170);
    const wrong: string[] = [];
    for (let from = 0; from < places.length; from += 50) {
      const some = places.slice(from, from + 50);
      const read = await readBackAll('a3_poster', some);
      for (const [n, { text, place }] of read.entries())
        if (
          place?.code !== some[n]?.code ||
          !text.includes(`${place?.name}`) ||
          !text.includes(`${place?.address}`)
        )
          wrong.push(some[n]?.name ?? '');
    }
    expect(wrong).toEqual([]);
  });

  it.for<[PdfFormat, number]>([
    ['a4_door_sheet', 1],
    ['a5_brochure', 2],
    ['x_banner', 1],
  ])(
    '%s names SP4N-LAPOR! with its own addresses on each of its sheets',
    async ([format, sheets], { expect }) => {
      const some = places.slice(0, 6);
      const read = await readBackAll(format, some);
      expect(read.map(({ place }) => place?.code)).toEqual(
        some.flatMap(({ code }) => Array<string>(sheets).fill(code)),
      );
      for (const { text } of read)
        for (const word of ['SP4N-LAPOR!', 'lapor.go.id', 'SMS 1708', '@lapor1708', 'dipindai dari jarak'])
          expect(text).toContain(word);
    },
  );

  it('has level H and a border of 4 for every length of address, and a crest of at most 0.22', ({
    expect,
  }) => {
    const [{ code = '' } = {}] = places;
    for (const host of ['KANAL.GO.ID', 'KANAL.LUWUTIMURKAB.GO.ID', `${'LAYANAN-'.repeat(5)}KAB.GO.ID`]) {
      const text = `HTTPS://${host}/${code}`;
      const { side, inner, patch } = codeOf(text, true);
      expect(side - inner).toBe(8);
      expect((patch?.side ?? 1) / inner).toBeLessThanOrEqual(0.22);
      expect(readBack(codeOf(text, true))).toBe(text);
      // Level H bears this, level Q does not: about a quarter of the modules are covered.
      expect(readBack(drawCode(text, 0.35))).toBe(text);
      expect(readBack(drawCode(text, 0.6))).toBeNull();
    }
  });
});
