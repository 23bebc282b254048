/** Over random lives, the fold run at any time, a rebuild and a naive recount give the same figures. */
import { env } from 'cloudflare:workers';
import fc from 'fast-check';
import { beforeEach, describe, it } from 'vitest';
import { runFold } from '../../workers/cases/fold.ts';
import { touchedCases } from '../../workers/cases/table.ts';
import { figuresFold } from '../../workers/features/evaluation/figures/counting/fold.ts';
import { figureFacts, figures } from '../../workers/features/evaluation/figures/table.ts';
import { FIGURES_HINT } from '../../workers/messaging/parcel.ts';
import { DAY, HOUR, MINUTE } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { setRow } from '../../workers/regency/load.ts';
import { count, watchedEnv } from '../support/campaign.ts';
import { abortOn, type Fault, faulty } from '../support/faulty.ts';
import { foldFigures, rewindFigures, storedFigures } from '../support/figures.ts';
import { openStage, playLives } from '../support/lives.ts';
import { Machine } from '../support/machine.ts';
import { poke } from '../support/pokes.ts';
import { recounted } from '../support/recount-figures.ts';
import { emptyCases } from '../support/rows.ts';
import { act, addStaff, caseRow, loadRegency, MONDAY, newCase, testCtx } from '../support/worker.ts';

beforeEach(loadRegency);

const db = () => openDb(env.DB);
const HINT = { ids: [FIGURES_HINT] };
const recount = async () => recounted((await testCtx()).regency.calendar);
const FROM = MONDAY - 60 * DAY;

it('figures are the same step by step, from the beginning, and counted naively', async ({ expect }) => {
  const stage = await openStage(FROM, MONDAY);
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        seed: fc.integer(),
        folds: fc.infiniteStream(fc.constantFrom(0, 0, 0, 1, 2)),
        turns: fc.array(fc.record({ which: fc.nat(9999), whom: fc.nat(3), after: fc.nat(40) }), {
          minLength: 25,
          maxLength: 40,
        }),
      }),
      async ({ seed, folds, turns }) => {
        await emptyCases('contacts', 'case_copies', 'case_accused', 'fold_marks', 'social_posts');
        // Between any two changes nobody folds, somebody, or two at once.
        const foldNow = () =>
          Promise.all(Array.from({ length: folds.next().value ?? 0 }, () => foldFigures(1)));
        const run: typeof stage.run = async (...change) => {
          const done = await stage.run(...change);
          await foldNow();
          return done;
        };
        const lives = await playLives({ ...stage, run }, { seed, count: 6, from: FROM, until: MONDAY });
        const fresh = await Promise.all([MONDAY, MONDAY, MONDAY].map((at) => newCase({}, { at })));
        const codes = [...fresh, ...lives].map(({ code }) => code);
        let at = MONDAY;
        for (const { which, whom, after } of turns) {
          at += after * HOUR;
          const [one, other] = codes.slice(whom);
          if (one && other) await poke(stage, which, one, other, at);
          await foldNow();
        }
        await foldFigures();
        const folded = [await storedFigures(), await db().select().from(figureFacts)];
        expect(folded[0]).toEqual(await recount());
        await rewindFigures();
        await foldFigures();
        expect([await storedFigures(), await db().select().from(figureFacts)]).toEqual(folded);
      },
    ),
    { numRuns: 3 },
  );
});

describe('one round', () => {
  const PLACE = 'kind received 2026-07 complaint';

  async function disposed(): Promise<string> {
    const admin = await addStaff(['admin'], ['DISKOMINFOSP']);
    const { code } = await newCase({}, { at: MONDAY });
    await act(admin, code, 'dispose', { office: 'PUPR' }, MONDAY + HOUR);
    return code;
  }

  it.for(['before_batch', 'answer_lost'] as Fault[])(
    'counts once when D1 fails: %s',
    async (fault, { expect }) => {
      await disposed();
      const broken = faulty(env.DB, fault);
      expect(await count([HINT], watchedEnv({ DB: broken.d1 }).env)).toEqual({ acked: 0, retried: 1 });
      expect(broken.struck()).toBe(1);
      // The message comes again, and once more after it was worked off but not acknowledged.
      await count([HINT]);
      expect(await count([HINT])).toEqual({ acked: 1, retried: 0 });
      expect(await storedFigures()).toEqual(await recount());
      expect((await storedFigures())[PLACE]).toMatchObject({ received: 1, disposed: 1, waiting: 1 });
    },
  );

  it('is all or nothing, wherever it aborts', async ({ expect }) => {
    await disposed();
    for (const table of ['fold_marks', 'figures', 'figure_facts']) {
      const repair = await abortOn(table);
      expect(await count([HINT])).toEqual({ acked: 0, retried: 1 });
      expect([await db().select().from(figures), await db().select().from(figureFacts)]).toEqual([[], []]);
      await repair();
    }
    expect(await count([HINT])).toEqual({ acked: 1, retried: 0 });
    expect(await storedFigures()).toEqual(await recount());
  });

  it('takes back what a report gave that turns out to accuse somebody', async ({ expect }) => {
    const code = await disposed();
    // However small the rounds, a case is counted once: with its last entry.
    const fold = figuresFold(db(), (await testCtx()).regency.calendar);
    const planned: number[][] = [];
    const plan: typeof fold.plan = (ids, from) => {
      planned.push(ids);
      return fold.plan(ids, from);
    };
    await runFold(db(), { ...fold, plan, marks: { ...fold.marks, perRound: 1 } }, 100);
    expect(planned).toEqual([...Array(planned.length - 1).fill([]), [(await caseRow(code)).id]]);
    expect((await storedFigures())[PLACE]).toMatchObject({ received: 1, disposed: 1 });
    const admin = await addStaff(['admin'], ['DISKOMINFOSP']);
    await addStaff(['verifier'], ['SETDA']);
    await act(
      admin,
      code,
      'hold',
      { reason: 'Menuduh petugas meminta uang.', accused: ['PUPR'] },
      MONDAY + 2 * HOUR,
    );
    await foldFigures();
    expect(await storedFigures()).toEqual({
      'kind received 2026-07 oversight': { received: 1 },
      'kind received 2026-07-20 oversight': { received: 1 },
    });
  });

  it('follows a due that a new holiday has moved', async ({ expect }) => {
    const { calendar } = (await testCtx()).regency;
    const machine = new Machine();
    await disposed();
    await machine.run(MONDAY + 2 * HOUR);
    expect((await storedFigures())['office due 2026-07-27 PUPR']).toEqual({ firstDue: 1, firstOpen: 1 });
    const free = { date: '2026-07-27', name: 'Hari rekaan', kind: 'daerah' };
    await setRow(db(), 'holiday', '2026-07-27:daerah', free, MONDAY);
    // A minute later the clock is planned anew, and a minute after that the figures know.
    for (const minutes of [0, 1, 2]) await machine.run(MONDAY + 3 * DAY + minutes * MINUTE);
    const moved = await storedFigures();
    expect(moved['office due 2026-07-27 PUPR']).toBeUndefined();
    expect(moved['office due 2026-07-28 PUPR']).toEqual({ firstDue: 1, firstOpen: 1 });
    expect(moved).toEqual(await recounted(calendar));
    // Once more, while a round has read the clocks and not written yet.
    await env.DB.prepare('INSERT INTO touched_cases SELECT id FROM cases').run();
    const fold = figuresFold(db(), calendar);
    const plan: typeof fold.plan = async (...asked) => {
      const planned = await fold.plan(...asked);
      await env.DB.prepare("UPDATE clocks SET due_at = due_at + ? WHERE clock = 'first_answer'")
        .bind(DAY)
        .run();
      return planned;
    };
    await runFold(db(), { ...fold, plan }, 1);
    await foldFigures();
    expect((await storedFigures())['office due 2026-07-29 PUPR']).toEqual({ firstDue: 1, firstOpen: 1 });
    expect(await db().select().from(touchedCases)).toEqual([]);
  });
});
