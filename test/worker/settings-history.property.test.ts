/** Whatever is done with a row in whatever order: it is what the last line of its history says, and each line begins where the one before ended. */
import { env } from 'cloudflare:workers';
import fc from 'fast-check';
import { describe, it } from 'vitest';
import { loadPack } from '../../shared/regencies/index.ts';
import { openDb } from '../../workers/platform/db.ts';
import { AppError } from '../../workers/platform/problem.ts';
import { readConflicts, settleConflict } from '../../workers/regency/conflicts.ts';
import { editRow, endRow, putRow, restoreRow, reviveRow, undoChange } from '../../workers/regency/edit.ts';
import { loadRows } from '../../workers/regency/load.ts';
import { rowsOf } from '../../workers/regency/pack-rows.ts';
import { historyOf, rowNow } from '../support/settings.ts';
import { editor, MONDAY } from '../support/worker.ts';

const [kind, id] = ['template', 'receipt'];
const db = () => openDb(env.DB);
const said = rowsOf(await loadPack('luwu-timur')).find((row) => row.kind === kind && row.id === id);
if (!said) throw new Error('the pack has no receipt');
const content = (subject: string) => ({ ...(JSON.parse(said.data) as object), subject });
/** Packs of this one row: as it is, otherwise, and without it. */
const packs = [[said], [{ ...said, data: JSON.stringify(content('Versi paket')) }], []];

const name = fc.constantFrom('Satu', 'Dua', 'Versi paket');
const step = fc.oneof(
  fc.record({ do: fc.constant('edit' as const), name }),
  fc.record({ do: fc.constant('undo' as const), which: fc.nat(20) }),
  fc.record({ do: fc.constant('load' as const), which: fc.nat(2) }),
  fc.record({ do: fc.constantFrom('restore' as const, 'end' as const, 'revive' as const, 'put' as const) }),
  fc.record({
    do: fc.constant('settle' as const),
    choose: fc.constantFrom('pack' as const, 'ours' as const),
  }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

async function take(one: Step, from: number): Promise<void> {
  const who = editor(MONDAY);
  if (one.do === 'edit') await editRow(who, kind, id, content(one.name));
  if (one.do === 'put') await putRow(who, kind, id, content('Tiga'));
  if (one.do === 'restore') await restoreRow(who, kind, id);
  if (one.do === 'end') await endRow(who, kind, id);
  if (one.do === 'revive') await reviveRow(who, kind, id);
  if (one.do === 'load') await loadRows(db(), packs[one.which] ?? [], MONDAY);
  if (one.do === 'undo') {
    const lines = (await historyOf(kind, id)).filter((line) => line.id > from);
    const line = lines[one.which % Math.max(lines.length, 1)];
    if (line) await undoChange(who, line.id);
  }
  if (one.do === 'settle') {
    const [conflict] = await readConflicts(db(), 'luwu-timur');
    if (!conflict) return;
    const seen = { seen: conflict.row.dataHash, seenPack: conflict.packDigest };
    await settleConflict(who, { kind, id, choose: one.choose, ...seen });
  }
}

describe('a setting', () => {
  it('is what its history says', async ({ expect }) => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
        await env.DB.prepare('DELETE FROM regency_rows').run();
        const from = (await historyOf(kind, id)).at(-1)?.id ?? 0;
        await loadRows(db(), [said], MONDAY);
        for (const one of steps) {
          try {
            await take(one, from);
          } catch (error) {
            if (!(error instanceof AppError)) throw error;
          }
          const row = await rowNow(kind, id);
          const lines = (await historyOf(kind, id)).filter((line) => line.id > from);
          let before: string | null = said.data;
          for (const line of lines) {
            expect(line.before).toBe(before);
            before = line.after;
          }
          expect(row?.endedAt === null ? row.data : null).toEqual(
            before === null ? null : JSON.parse(before),
          );
        }
      }),
      { numRuns: 15 },
    );
  });
});
