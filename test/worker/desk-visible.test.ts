/** What a count and a filter look at is exactly what `standing()` lets somebody see; who is accused is counted nothing. */
import { env } from 'cloudflare:workers';
import { beforeEach, describe, it } from 'vitest';
import { caseStates } from '../../shared/lifecycle/states.ts';
import { standing } from '../../shared/permissions/index.ts';
import type { Staff } from '../../shared/permissions/people.ts';
import { factsOf, loadCase } from '../../workers/cases/load.ts';
import { cases } from '../../workers/cases/table.ts';
import { countLists, PAGE, readInbox } from '../../workers/features/desk/inbox.ts';
import { deskLists, listsOf } from '../../workers/features/desk/lists.ts';
import { visibleTo } from '../../workers/features/desk/visible.ts';
import { MINUTE, now } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { seal } from '../../workers/privacy/seal.ts';
import { Desk } from '../support/desk.ts';
import { addStaff, loadRegency, newCase, testCtx } from '../support/worker.ts';

beforeEach(() => loadRegency());

const away = (id: number, roles: Staff['roles'], offices: string[]) => ({
  ...{ id, roles, offices },
  name: 'Rekan',
  until: Number.MAX_SAFE_INTEGER,
});

const persons: Staff[] = [
  { id: 1, roles: ['admin'], offices: ['DISKOMINFOSP'] },
  { id: 2, roles: ['liaison'], offices: ['PUPR'] },
  { id: 3, roles: ['head'], offices: ['DLH', 'PUPR'] },
  { id: 4, roles: ['verifier'], offices: [] },
  { id: 5, roles: ['inspector'], offices: ['INSPEKTORAT'] },
  { id: 6, roles: ['leader'], offices: [] },
  { id: 7, roles: ['admin', 'verifier'], offices: [] },
  { id: 8, roles: ['leader', 'liaison'], offices: ['DLH'] },
  { id: 9, roles: ['campaigner'], offices: [] },
  // Deputies: of an office, of an administrator who is accused, of a verifier.
  { id: 10, roles: ['liaison'], offices: ['DLH'], acting: [away(2, ['liaison'], ['PUPR'])] },
  { id: 11, roles: ['campaigner'], offices: [], acting: [away(1, ['admin'], ['DISKOMINFOSP'])] },
  {
    id: 12,
    roles: ['head'],
    offices: ['PUPR'],
    acting: [away(4, ['verifier'], []), away(6, ['leader'], [])],
  },
];

/** Cases that differ in everything a permission looks at: drawn without chance, far from all combinations. */
async function fillKinds(count: number): Promise<void> {
  const pick = (values: readonly (string | number | null)[], step: number) =>
    `(SELECT value FROM json_each('${JSON.stringify(values)}') WHERE key = (i / ${step}) % ${values.length})`;
  const { keys } = await testCtx();
  const title = await seal(keys, { table: 'cases', column: 'title', row: 0 }, 'Jalan rusak');
  const at = now();
  await env.DB.batch([
    env.DB.prepare(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count})
       INSERT INTO cases (id, code, version, head_hash, state, kind, holder, holder_since, office, next_due_at, due_at,
         anonymous, released_at, berkadar, freed, confidential, about_official, channel, title, submitted_by,
         received_at, routed_at, closed_at, settings)
       SELECT i, 'LT-' || i, 1, 'x', ${pick(caseStates, 1)}, 'complaint',
         ${pick(['@admin', 'PUPR', '@verifier', 'DLH', '@inspector', '@leader', '@admin', 'PUPR'], 3)}, 1,
         ${pick(['PUPR', null, 'DLH', 'INSPEKTORAT', 'PUPR'], 2)}, i, 1, ${pick([0, 0, 1], 5)}, ${pick([null, 5], 7)},
         ${pick([0, 0, 0, 1], 11)}, ${pick([0, 1], 17)}, 0, ${pick([0, 1], 13)}, 'web', ?, 'public',
         ${at} - ${pick([0, 20 * MINUTE], 19)}, ${pick([7, 7, null], 23)}, ${pick([null, null, 9], 29)}, 1 FROM n`,
    ).bind(title),
    env.DB.prepare(
      `INSERT INTO case_accused SELECT id, CASE id % 3 WHEN 0 THEN 'office:PUPR' WHEN 1 THEN 'staff:1' ELSE 'staff:4' END
       FROM cases WHERE id % 7 = 0`,
    ),
    env.DB.prepare(
      `INSERT INTO case_copies SELECT id, CASE id % 2 WHEN 0 THEN 'DLH' ELSE 'PUPR' END FROM cases WHERE id % 5 = 0`,
    ),
  ]);
}

describe('what a count looks at', () => {
  it('is what standing() lets each person see', async ({ expect }) => {
    await fillKinds(900);
    const db = openDb(env.DB);
    const codes = await db.select({ code: cases.code }).from(cases);
    const files = await Promise.all(codes.map(({ code }) => loadCase(db, code)));
    let seen = 0;
    for (const person of persons) {
      const rows = await db.select({ code: cases.code }).from(cases).where(visibleTo(person, now()));
      const allowed = files.flatMap((file) =>
        file && standing(person, factsOf(file)) !== null ? [file.row.code] : [],
      );
      expect(rows.map(({ code }) => code).sort(), person.roles.join('+')).toEqual(allowed.sort());
      seen += allowed.length;
    }
    expect(seen).toBeGreaterThan(500);
  });

  it('agrees with the lines of every list, page after page', async ({ expect }) => {
    await fillKinds(260);
    const db = openDb(env.DB);
    const { keys, regency } = await testCtx();
    // The titles are not what this is about, and each would have to be sealed for its row.
    await env.DB.prepare('UPDATE cases SET title = ?').bind('').run();
    const ids = await db.select({ id: cases.id }).from(cases);
    const titles = ids.map(async ({ id }) =>
      env.DB.prepare('UPDATE cases SET title = ? WHERE id = ?').bind(
        await seal(keys, { table: 'cases', column: 'title', row: id }, 'Jalan rusak'),
        id,
      ),
    );
    await env.DB.batch(await Promise.all(titles));
    for (const person of persons) {
      const lists = listsOf(person, regency, now());
      const counts = await countLists(db, regency, person, lists, now());
      for (const list of lists) {
        const codes: string[] = [];
        let cursor: string | undefined;
        do {
          const page = await readInbox(db, keys, regency, person, { list, cursor }, now());
          codes.push(...page.lines.map(({ code }) => code));
          cursor = page.next ?? undefined;
        } while (cursor);
        const { count, exact } = counts.find(({ id }) => id === list.id) ?? { count: -1, exact: true };
        expect(new Set(codes).size, list.id).toBe(codes.length);
        if (exact) expect(count, `${person.roles} ${list.id}`).toBe(codes.length);
        else expect(count, `${person.roles} ${list.id}`).toBeLessThanOrEqual(codes.length);
      }
    }
  });
});

describe('a case that the router did not read in time', () => {
  it('stands first among the unverified, and among what the administrator has to do', async ({ expect }) => {
    const { code: routed } = await newCase();
    const { code: unread } = await newCase({}, { unrouted: true, at: now() - 16 * MINUTE });
    const { code: fresh } = await newCase({}, { unrouted: true });
    const { code: official } = await newCase(
      { aboutOfficial: true },
      { unrouted: true, at: now() - 16 * MINUTE },
    );
    const desk = await Desk.of(await addStaff(['admin']));
    for (const list of ['belum-diverifikasi', 'belum-opd', 'tugas']) {
      const page = (await (await desk.api(`/cases?list=${list}`)).json()) as { cases: { code: string }[] };
      const codes = page.cases.map(({ code }) => code);
      expect(codes.toSorted(), list).toEqual([routed, unread].toSorted());
      if (list !== 'tugas') expect(codes[0]).toBe(unread);
      expect(codes).not.toContain(fresh);
      expect(codes).not.toContain(official);
    }
    const counts = (await (await desk.api('/lists')).json()) as { lists: { id: string; count: number }[] };
    expect(counts.lists).toContainEqual(expect.objectContaining({ id: 'belum-diverifikasi', count: 2 }));
  });

  it('is shown also where hundreds wait, and none of the accusing ones among them is counted', async ({
    expect,
  }) => {
    const { code } = await newCase({}, { unrouted: true, at: now() - 20 * MINUTE });
    await env.DB.prepare(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300)
       INSERT INTO cases (code, version, head_hash, state, kind, holder, holder_since, next_due_at, due_at, anonymous,
         confidential, about_official, channel, title, submitted_by, received_at, settings)
       SELECT 'X' || i, 1, 'x', 'received', 'complaint', '@admin', 1, 1, 1, 0, 0, 1, 'web', '', 'public', i, 1 FROM n`,
    ).run();
    const desk = await Desk.of(await addStaff(['admin']));
    const page = (await (await desk.api('/cases?list=belum-diverifikasi')).json()) as {
      cases: { code: string }[];
    };
    expect(page.cases.map((line) => line.code)).toEqual([code]);
    const { lists } = (await (await desk.api('/lists')).json()) as {
      lists: { id: string; count: number; exact: boolean }[];
    };
    // The count stops after a hundred rows, all of which accuse: it says that there may be more, and nothing of them.
    expect(lists.find(({ id }) => id === 'belum-diverifikasi')).toMatchObject({ count: 0, exact: false });
  });
});

it('every list has a person, and PAGE is what the API says', ({ expect }) => {
  expect(new Set(deskLists.map(({ id }) => id)).size).toBe(deskLists.length);
  expect(PAGE).toBe(40);
});
