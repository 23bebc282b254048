/** Erasing: what is gone is gone from every place, what stays is whole, and nothing is erased by halves. */
import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeEach, describe, it } from 'vitest';
import { loadCase } from '../../workers/cases/load.ts';
import { contacts, entries, history, uploads } from '../../workers/cases/table.ts';
import { ERASED_TITLE } from '../../workers/cases/verbs/erase.ts';
import { placementCounts } from '../../workers/features/campaigns/table.ts';
import { sweepCare } from '../../workers/features/care/sweep.ts';
import { deliveries } from '../../workers/messaging/table.ts';
import { openDb } from '../../workers/platform/db.ts';
import { foldMarks } from '../../workers/platform/table.ts';
import { erasures } from '../../workers/privacy/table.ts';
import { count, HINT, openCampaign, placedAt } from '../support/campaign.ts';
import { Desk } from '../support/desk.ts';
import {
  castOf,
  eraseNow,
  filesOf,
  fullCase,
  sealedValues,
  storedFiles,
  wholeChain,
} from '../support/erasing.ts';
import { abortOn, faulty } from '../support/faulty.ts';
import { foldFigures, storedFigures } from '../support/figures.ts';
import { verbJourneys } from '../support/journeys.ts';
import { Machine } from '../support/machine.ts';
import { Browser, textOf } from '../support/reporter.ts';
import { codesFound } from '../support/search.ts';
import { act, caseRow, loadRegency, MONDAY, newCase, setClock } from '../support/worker.ts';

const WORD = 'kenariuji';
const db = () => openDb(env.DB);
const log = () => db().select().from(erasures);

beforeEach(async () => {
  setClock(MONDAY);
  await loadRegency();
});

describe('the content of a case', () => {
  it('is gone from every table, from R2 and from the search', async ({ expect }) => {
    const cast = await castOf();
    const before = await sealedValues();
    const { code, caseId, pin } = await fullCase(cast, WORD);
    const desk = await Desk.of(cast.admin);
    expect(await codesFound(desk, WORD)).toEqual([code]);
    const full = await sealedValues();
    const own = [...full].filter(([value]) => !before.has(value));
    // Every kind of place has something, so that a test of nothing cannot pass.
    expect([...new Set(own.map(([, place]) => place))].sort()).toEqual([
      'cases.sp4n_link',
      'cases.title',
      'contacts.email',
      'contacts.name',
      'contacts.phone',
      'entries.words',
      'social_posts.link',
      'social_posts.note',
    ]);
    const files = await storedFiles();
    expect(files).toHaveLength(4);

    expect(await eraseNow(caseId, { scope: 'content', why: 'retention' })).toMatchObject({ ok: true });
    const left = await sealedValues();
    expect(own.filter(([value]) => left.has(value))).toEqual([]);
    expect(await filesOf(caseId)).toEqual([]);
    const row = await caseRow(code);
    expect(row).toMatchObject({
      ...{ state: 'resolved', rating: 3, outcome: 'dijelaskan' },
      erasedAt: expect.any(Number),
    });
    expect(JSON.stringify(await db().select().from(entries))).not.toContain(WORD);
    expect(await log()).toMatchObject([{ caseId, scope: 'content', why: 'retention', by: 'job:retention' }]);

    // R2 is away at first: the rows say what has to go, and the next sweep does it.
    const machine = new Machine();
    const away = new Proxy(machine.env, {
      get: (target, name) =>
        name === 'FILES'
          ? new Proxy(env.FILES, {
              get: (bucket, method) =>
                method === 'delete'
                  ? () => Promise.reject(new Error('R2 is away'))
                  : Reflect.get(bucket, method).bind(bucket),
            })
          : Reflect.get(target, name),
    });
    await expect(sweepCare(away, MONDAY + 60_000)).rejects.toThrow('R2 is away');
    expect(await storedFiles()).toHaveLength(4);
    await machine.run(MONDAY + 120_000);
    expect(await storedFiles()).toEqual([]);
    expect(await db().select().from(uploads)).toEqual([]);

    for (const word of [WORD, 'berlubang', 'dilepas', 'dihapus'])
      expect(await codesFound(desk, word)).toEqual([]);
    expect(await wholeChain(code)).toBeNull();

    const page = await desk.text(`/desk/kasus/${code}`);
    expect(textOf(page)).toContain('Isi laporan ini dihapus pada Senin, 20 Juli 2026.');
    expect(page).not.toContain(WORD);
    const shown = await new Browser().open(code, pin);
    expect(textOf(shown.html)).toContain('Isi laporan, jawaban, dan berkasnya dihapus.');
    expect(textOf(shown.html)).toContain(ERASED_TITLE);
    expect(shown.html).not.toContain(WORD);
  });

  it('stays while the case is open, or follows one that is', async ({ expect }) => {
    const cast = await castOf();
    const { code, caseId } = await newCase({ text: `Laporan ${WORD} yang masih ditangani.` });
    await expect(eraseNow(caseId, { scope: 'content', why: 'request' })).rejects.toMatchObject({
      kind: 'conflict',
      detail: 'still_open',
    });
    const parent = await newCase({ text: 'Laporan induk tentang hal yang sama.' });
    await act(cast.admin, code, 'merge', { parent: parent.code, reason: 'Hal yang sama.' });
    await expect(eraseNow(caseId, { scope: 'content', why: 'request' })).rejects.toMatchObject({
      detail: 'still_open',
    });
    await act('reporter', parent.code, 'withdraw', {});
    expect(await eraseNow(caseId, { scope: 'content', why: 'request' })).toMatchObject({ ok: true });
    expect(await wholeChain(code)).toBeNull();
    expect(await wholeChain(parent.code)).toBeNull();
  });

  it('leaves nothing to add or to open again', async ({ expect }) => {
    const cast = await castOf();
    const { code, caseId } = await fullCase(cast, WORD);
    await eraseNow(caseId, { scope: 'content', why: 'request' });
    for (const verb of ['contest', 'rate'])
      await expect(
        act('reporter', code, verb, { reason: 'Belum selesai juga.', score: 1 }),
      ).rejects.toThrow();
    await expect(act('reporter', code, 'contest', { reason: 'Belum selesai juga.' })).rejects.toMatchObject({
      detail: 'erased',
    });
    const desk = await Desk.of(cast.admin);
    const read = (await (await desk.api(`/cases/${code}`)).json()) as { actions: string[]; text: null };
    expect(read.actions).toEqual(['record_sp4n']);
    expect(read.text).toBeNull();
  });
});

describe('the contact', () => {
  it('erased by the reporter is recorded, and pending notices with it', async ({ expect }) => {
    const { code, caseId } = await newCase({ contact: { name: WORD, email: 'warga@example.id' } });
    await act('reporter', code, 'change_contact', { contact: null });
    expect(await db().select().from(contacts)).toEqual([]);
    expect(await log()).toMatchObject([{ caseId, scope: 'contact', why: 'reporter', by: 'reporter' }]);
    const [receipt] = await db().select().from(deliveries).where(eq(deliveries.caseId, caseId));
    expect(receipt).toMatchObject({ status: 'skipped', reason: 'Kontak pelapor dihapus' });
    expect(await wholeChain(code)).toBeNull();
  });

  it('changed by the reporter is no erasure', async ({ expect }) => {
    const { code } = await newCase({ contact: { email: 'warga@example.id' } });
    await act('reporter', code, 'change_contact', { contact: { email: 'baru@example.id' } });
    expect(await log()).toEqual([]);
  });
});

describe('an erasure that fails', () => {
  const ofCase = async (caseId: number) => db().select().from(history).where(eq(history.caseId, caseId));

  for (const fault of ['before_batch', 'answer_lost'] as const)
    it(`${fault}: is done once when it is tried again`, async ({ expect }) => {
      const { caseId, code } = await fullCase(await castOf(), WORD);
      const before = (await ofCase(caseId)).length;
      const broken = faulty(env.DB, fault);
      expect(await eraseNow(caseId, { scope: 'content', why: 'request' }, broken.d1)).toMatchObject({
        ok: false,
      });
      expect(broken.struck()).toBe(1);
      const { row } = (await loadCase(db(), code)) ?? {};
      // A lost answer shows as done: whoever tries again looks first, as the retention does.
      if (row?.erasedAt === null) await eraseNow(caseId, { scope: 'content', why: 'request' });
      expect(await ofCase(caseId)).toHaveLength(before + 1);
      expect(await log()).toHaveLength(1);
      expect(await wholeChain(code)).toBeNull();
    });

  it('is all or nothing when a statement at its end aborts', async ({ expect }) => {
    const { caseId, code } = await fullCase(await castOf(), WORD);
    const before = await sealedValues();
    const repair = await abortOn('erasures');
    expect(await eraseNow(caseId, { scope: 'content', why: 'request' })).toMatchObject({ ok: false });
    await repair();
    expect(await sealedValues()).toEqual(before);
    expect(await filesOf(caseId)).toHaveLength(3);
    expect(await eraseNow(caseId, { scope: 'content', why: 'request' })).toMatchObject({ ok: true });
    expect(await wholeChain(code)).toBeNull();
  });

  it('twice at once is done once', async ({ expect }) => {
    const { caseId, code } = await fullCase(await castOf(), WORD);
    const both = await Promise.all([
      eraseNow(caseId, { scope: 'content', why: 'request' }),
      eraseNow(caseId, { scope: 'content', why: 'request' }),
    ]);
    expect(both.filter((one) => one?.ok)).toHaveLength(1);
    expect(await log()).toHaveLength(1);
    expect(await wholeChain(code)).toBeNull();
  });
});

describe('random lives', () => {
  it('keep their chain and their figures through an erasure', { timeout: 240_000 }, async ({ expect }) => {
    await openCampaign();
    const village = await placedAt('area:73.24.01.2001');
    const cast = await castOf();
    const steps = verbJourneys.filter(({ verb }) => !['merge', 'unmerge', 'carry_out'].includes(verb));
    const life = fc.record({
      anonymous: fc.boolean(),
      steps: fc.array(fc.constantFrom(...steps), { maxLength: 8 }),
      scope: fc.constantFrom('contact' as const, 'content' as const),
    });
    await fc.assert(
      fc.asyncProperty(life, async ({ anonymous, steps: taken, scope }) => {
        const { code, caseId } = await newCase({
          ...{ anonymous, placement: village.code, text: `Laporan ${WORD} di depan pasar.` },
          contact: { email: 'warga@example.id' },
        });
        for (const { who, verb, input } of taken)
          await act(who === 'reporter' ? who : cast[who], code, verb, input).catch(() => null);
        await count([HINT]);
        await foldFigures();
        const figures = [await db().select().from(placementCounts), await storedFigures()];
        const before = await caseRow(code);
        const done = await eraseNow(caseId, { scope, why: 'request' }).catch(() => null);
        const after = await caseRow(code);
        const { version, headHash, erasedAt, title, sp4nLink, ...kept } = after;
        expect(done === null).toBe(scope === 'content' && before.closedAt === null);
        expect({ ...before, ...kept }).toEqual(before);
        expect([erasedAt !== null, title !== before.title]).toEqual(
          Array(2).fill(done !== null && scope === 'content'),
        );
        expect(await wholeChain(code)).toBeNull();
        await count([HINT]);
        await foldFigures();
        expect([await db().select().from(placementCounts), await storedFigures()]).toEqual(figures);
      }),
      { numRuns: 12 },
    );
    const figures = await db().select().from(placementCounts);
    const counted = await storedFigures();
    // A recount from the beginning gives the same.
    await env.DB.batch([
      env.DB.prepare('DELETE FROM fold_marks'),
      env.DB.prepare('DELETE FROM placement_cases'),
      env.DB.prepare('UPDATE placement_counts SET submitted = 0'),
    ]);
    expect(await db().select().from(foldMarks)).toEqual([]);
    await count([HINT]);
    const submitted = (rows: typeof figures) => rows.map((row) => row.submitted);
    expect(submitted(await db().select().from(placementCounts))).toEqual(submitted(figures));
    await foldFigures();
    expect(await storedFigures()).toEqual(counted);
  });
});
