/** What a change of the rules would have done to the last cases: exact, secret, the same work at any number of cases. */
import { env } from 'cloudflare:workers';
import { and, eq } from 'drizzle-orm';
import { beforeEach, describe, it } from 'vitest';
import type { Staff } from '../../shared/permissions/people.ts';
import { loadPack } from '../../shared/regencies/index.ts';
import type { PackCategory } from '../../shared/regencies/types.ts';
import type { Topic } from '../../shared/routing/types.ts';
import { cases } from '../../workers/cases/table.ts';
import { routeCases } from '../../workers/features/routing/jobs.ts';
import { previewRules, type RuleChange, rulesOf } from '../../workers/features/routing/queries.ts';
import { now } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { seal } from '../../workers/privacy/seal.ts';
import { loadRows, setRow } from '../../workers/regency/load.ts';
import { rowsOf } from '../../workers/regency/pack-rows.ts';
import { regencyAt } from '../../workers/regency/snapshot.ts';
import { regencyRows } from '../../workers/regency/table.ts';
import { counting, emptyCases, fillCases } from '../support/rows.ts';
import { act, addStaff, caseRow, loadRegency, MONDAY, newCase, testCtx } from '../support/worker.ts';

const db = () => openDb(env.DB);
const pack = await loadPack('luwu-timur');

let admin: Staff;
beforeEach(async () => {
  await loadRegency();
  admin = await addStaff(['admin'], ['DISKOMINFOSP']);
  await addStaff(['verifier'], []);
});

async function preview(change: RuleChange, who = admin) {
  const { keys, regency, now } = await testCtx();
  return previewRules({ db: db(), keys, regency, now }, who, change);
}

/** A word that no lexicon knows, for an office. */
const word = (to: string): RuleChange => ({
  ...{ kind: 'topic', id: `${to}:9` },
  data: { to, strong: 'kelambu', medium: '' } satisfies Topic,
});
const KELAMBU = 'Kelambu di balai warga robek semua.';
const holes = 'Jalan kabupaten di depan pasar berlubang besar, aspalnya rusak parah.';

describe('topics as rows', () => {
  const topicIds = async () =>
    (await db().select().from(regencyRows).where(eq(regencyRows.kind, 'topic'))).map(({ id }) => id);

  it('come out of a database that was loaded when they were one row', async ({ expect }) => {
    const old = rowsOf(pack).filter(({ kind }) => kind !== 'topic');
    const topics = { kind: 'routing', id: 'topics', data: JSON.stringify(pack.routing.topics), position: 0 };
    await env.DB.prepare('DELETE FROM regency_rows').run();
    await loadRows(db(), [...old, topics], MONDAY);
    const before = await rulesOf(db(), await regencyAt(db(), now()));
    expect(before.data.topics).toHaveLength(pack.routing.topics?.length ?? 0);
    expect(await loadRows(db(), rowsOf(pack), MONDAY)).toMatchObject({ ended: 1, conflicts: [], updated: 0 });
    expect(await topicIds()).toHaveLength(pack.routing.topics?.length ?? 0);
    const after = await rulesOf(db(), await regencyAt(db(), now()));
    expect(after.data.topics).toEqual(
      rowsOf(pack).flatMap(({ kind, data }) => (kind === 'topic' ? [JSON.parse(data)] : [])),
    );
    const { code, caseId } = await newCase({ text: holes }, { unrouted: true });
    await routeCases(env, [caseId]);
    expect(await caseRow(code)).toMatchObject({ office: 'PUPR' });
  });

  it('count as the one row until the load that splits it is through', async ({ expect }) => {
    const topics = { kind: 'routing', id: 'topics', data: '[{"to":"DLH","strong":"kelambu","medium":""}]' };
    await loadRows(db(), [...rowsOf(pack), { ...topics, position: 0 }], MONDAY);
    const { data } = await rulesOf(db(), await regencyAt(db(), now()));
    expect(data.topics).toEqual([{ to: 'DLH', strong: 'kelambu', medium: '' }]);
  });

  it('count only in force, and a decision names that staff changed something', async ({ expect }) => {
    const rules = async () => rulesOf(db(), await regencyAt(db(), now()));
    const { data } = await rules();
    expect(data.version).toBe(pack.routing.version);
    await setRow(db(), 'topic', 'DLH:9', { to: 'DLH', strong: 'kelambu', medium: '' }, now());
    const more = await rules();
    expect(more.data.topics).toHaveLength((data.topics?.length ?? 0) + 1);
    expect(more.data.version).toMatch(new RegExp(`^${pack.routing.version}\\+\\d+$`));
    const named = and(eq(regencyRows.kind, 'topic'), eq(regencyRows.id, 'DLH:9'));
    await db().update(regencyRows).set({ validTo: now() }).where(named);
    await env.DB.prepare('UPDATE settings_version SET version = version + 1').run();
    await setRow(db(), 'switch', 'x', { id: 'x', on: true }, now());
    expect((await rules()).data.topics).toHaveLength(data.topics?.length ?? 0);
  });
});

describe('the preview of a change', () => {
  it('says exactly what would go elsewhere, and writes nothing', async ({ expect }) => {
    const moved = [await newCase({ text: KELAMBU }), await newCase({ text: KELAMBU, title: 'Kelambu' })];
    await newCase({ text: holes });
    const spam = await newCase({ text: KELAMBU });
    await db().update(cases).set({ spam: true }).where(eq(cases.id, spam.caseId));
    const before = await dump();
    const seen = await preview(word('DLH'));
    expect(await dump()).toEqual(before);
    const from = { from: 'DISKOMINFOSP', to: 'DLH' };
    expect(seen).toMatchObject({ looked: 3, ways: [{ ...from, count: 2 }], held: 0, unheld: 0 });
    expect(seen.moved).toEqual([...moved].reverse().map(({ code }) => ({ code, ...from })));
    expect(await preview({ ...word('DLH'), data: null })).toMatchObject({ looked: 3, moved: [] });
  });

  it('knows the office of a category, the thresholds, the switch and other spellings', async ({ expect }) => {
    await newCase({ text: holes });
    const [category] = pack.categories.filter(({ id }) => id === 'jalan-jembatan');
    if (!category) throw new Error('no category');
    const other: PackCategory = { ...category, office: 'DLH' };
    const to = await preview({ kind: 'category', id: category.id, data: other });
    expect(to.ways).toEqual([{ from: 'PUPR', to: 'DLH', count: 1 }]);
    const on = { id: 'demandPerson', on: true };
    expect(await preview({ kind: 'switch', id: 'demandPerson', data: on })).toMatchObject({
      person: 1,
      moved: [],
    });
    const never = { kind: 'routing', id: 'dispose', data: { score: 1000, share: 1 } };
    expect(await preview(never)).toMatchObject({ person: 1, alone: 0, moved: [] });
    await newCase({ text: 'Ada kelambu mati.' });
    const spelling = { kind: 'spelling', id: 'kelambu', data: { from: 'kelambu', to: 'lampu jalan' } };
    expect((await preview(spelling)).ways).toEqual([{ from: 'DISKOMINFOSP', to: 'DPKPP', count: 1 }]);
  });

  it('tells an administrator nothing of what is held, berkadar, or against them', async ({ expect }) => {
    const secrets = [await newCase({ text: KELAMBU, aboutOfficial: true }, { unrouted: true })];
    await routeCases(env, [secrets[0]?.caseId ?? 0]);
    for (const set of [{ berkadar: true, holder: '@inspector' }, { holder: '@verifier' }]) {
      const one = await newCase({ text: KELAMBU });
      await db().update(cases).set(set).where(eq(cases.id, one.caseId));
    }
    const unread = await newCase({ text: KELAMBU }, { unrouted: true });
    const against = await newCase({ text: KELAMBU });
    await env.DB.prepare('INSERT INTO case_accused (case_id, subject) VALUES (?, ?)')
      .bind(against.caseId, `staff:${admin.id}`)
      .run();
    expect(await preview(word('DLH'))).toMatchObject({ looked: 0, moved: [], held: 0, unheld: 0 });
    // Another administrator may read that one.
    const other = await addStaff(['admin'], ['DISKOMINFOSP']);
    expect((await preview(word('DLH'), other)).moved.map(({ code }) => code)).toEqual([against.code]);
    expect(unread.code).toBeTruthy();
  });

  it('counts what would be held as a number only', async ({ expect }) => {
    await newCase({ text: holes, category: 'jalan-jembatan' });
    const [category] = pack.categories.filter(({ id }) => id === 'jalan-jembatan');
    const accusing = { kind: 'category', id: 'jalan-jembatan', data: { ...category, office: 'INSPEKTORAT' } };
    expect(await preview(accusing)).toEqual({
      ...{ looked: 1, moved: [], ways: [], held: 1, unheld: 0, alone: 0, person: 0 },
    });
  });

  it('never says of a freed case that it would be held', async ({ expect }) => {
    const verifier = await addStaff(['verifier'], []);
    const { code, caseId } = await newCase({ text: holes, aboutOfficial: true }, { unrouted: true });
    await routeCases(env, [caseId]);
    await act(verifier, code, 'free', { reason: 'Tidak menuduh siapa pun.' });
    await routeCases(env, [caseId]);
    expect(await preview(word('DLH'))).toMatchObject({ looked: 1, held: 0, unheld: 0 });
  });

  it('passes over a text that was erased or cannot be read', async ({ expect }) => {
    const erased = await newCase({ text: KELAMBU });
    const broken = await newCase({ text: KELAMBU });
    await env.DB.prepare('UPDATE entries SET words = NULL WHERE case_id = ?').bind(erased.caseId).run();
    await env.DB.prepare("UPDATE entries SET words = 'k9.kacau' WHERE case_id = ?").bind(broken.caseId).run();
    expect(await preview(word('DLH'))).toMatchObject({ looked: 0, moved: [] });
  });

  it('looks at 500 cases, and at no more rows however many there are', { timeout: 60_000 }, async ({
    expect,
  }) => {
    const { keys, regency, now: at } = await testCtx();
    const rowsAt = async (count: number) => {
      await emptyCases('case_accused');
      await fillCases(count);
      const { d1, rows } = counting(env.DB);
      const seen = await previewRules({ db: openDb(d1), keys, regency, now: at }, admin, word('DLH'));
      return { rows, seen };
    };
    // The first look of an isolate also reads the rules.
    await preview(word('DLH'));
    const { rows: small, seen } = await rowsAt(1_000);
    expect(seen.looked).toBe(0);
    const words = JSON.stringify({ text: KELAMBU });
    const told = Array.from({ length: 700 }, async (_, index) => {
      const id = 301 + index;
      const place = { table: 'entries', column: 'words', row: `${id}:1` };
      const update = env.DB.prepare('UPDATE entries SET words = ? WHERE case_id = ?');
      return update.bind(await seal(keys, place, words), id);
    });
    await env.DB.batch(await Promise.all(told));
    const whole = await preview(word('DLH'));
    expect(whole).toMatchObject({ looked: 500, ways: [{ to: 'DLH', count: 500 }] });
    expect(whole.moved[0]?.code).toBe('X1000');
    const { rows: large } = await rowsAt(20_000);
    console.log(`preview of rules: ${large.read} read (${small.read} at 1,000), ${large.trips} trips`);
    expect(large).toEqual(small);
    expect(large.read).toBeLessThanOrEqual(2_000);
    expect(large).toMatchObject({ written: 0, trips: 1 });
  });
});

/** Everything that a preview might have touched. */
async function dump(): Promise<unknown> {
  const tables = ['cases', 'history', 'entries', 'clocks', 'deliveries', 'regency_rows', 'setting_changes'];
  return Promise.all(
    [...tables, 'settings_version'].map(
      async (name) => (await env.DB.prepare(`SELECT * FROM ${name}`).all()).results,
    ),
  );
}
