/** Edits of rows that the pack brought: they count at once, and loading the pack again keeps them. */
import { env } from 'cloudflare:workers';
import { and, eq } from 'drizzle-orm';
import { beforeEach, describe, it } from 'vitest';
import { loadPack } from '../../shared/regencies/index.ts';
import type { Pack, PackTemplate } from '../../shared/regencies/types.ts';
import { now } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { editRow, restoreRow } from '../../workers/regency/edit.ts';
import { loadRows } from '../../workers/regency/load.ts';
import { rowsOf } from '../../workers/regency/pack-rows.ts';
import { readRow } from '../../workers/regency/rows.ts';
import { regencyAt } from '../../workers/regency/snapshot.ts';
import { regencyRows, settingsVersion } from '../../workers/regency/table.ts';
import { editor, loadRegency, MONDAY } from '../support/worker.ts';

const db = () => openDb(env.DB);
const pack = await loadPack('luwu-timur');

beforeEach(() => loadRegency());

const rowOf = async (kind: string, id: string) => {
  const [row] = await db()
    .select()
    .from(regencyRows)
    .where(and(eq(regencyRows.kind, kind), eq(regencyRows.id, id)));
  if (!row) throw new Error(`no ${kind} ${id}`);
  return row;
};
const version = async () => (await db().select().from(settingsVersion))[0]?.version ?? 0;
const templateNow = async (id: string) => (await regencyAt(db(), now())).templates.get(id);
const withTemplate = (id: string, change: Partial<PackTemplate>): Pack => ({
  ...pack,
  templates: pack.templates.map((one) => (one.id === id ? { ...one, ...change } : one)),
});
const load = (with_: Pack) => loadRows(db(), rowsOf(with_), MONDAY + 5);

describe('editRow', () => {
  const edit = (subject: string, seen?: string) =>
    readRow<PackTemplate>(db(), 'template', 'receipt').then(({ data }) =>
      editRow(editor(MONDAY + 1), 'template', 'receipt', { ...data, subject }, seen),
    );

  it('counts at once, says who and when, and keeps what the pack said', async ({ expect }) => {
    const before = await rowOf('template', 'receipt');
    const was = await version();
    await edit('Punya kami {code}');
    const after = await rowOf('template', 'receipt');
    expect(after).toMatchObject({ packHash: before.packHash, updatedBy: 'staff:12', updatedAt: MONDAY + 1 });
    expect(after.dataHash).not.toBe(before.dataHash);
    expect(await version()).toBe(was + 1);
    expect((await templateNow('receipt'))?.subject).toBe('Punya kami {code}');
    await expect(editRow(editor(), 'template', 'tidak-ada', {})).rejects.toMatchObject({
      kind: 'not_found',
    });
  });

  it('survives loading again, and is a conflict only when the pack changed it too', async ({ expect }) => {
    await edit('Punya kami {code}');
    expect(await load(pack)).toMatchObject({ updated: 0, conflicts: [] });
    expect(await load(withTemplate('answered', { subject: 'Lain {code}' }))).toMatchObject({
      updated: 1,
      conflicts: [],
    });
    const changed = withTemplate('receipt', { subject: 'Paket {code}' });
    expect((await load(changed)).conflicts).toEqual(['template/receipt']);
    expect((await templateNow('receipt'))?.subject).toBe('Punya kami {code}');
    expect(await readRow(db(), 'template', 'receipt')).toMatchObject({ edited: true, conflict: true });
    // Who writes the same as the pack is at peace with it.
    await edit('Paket {code}');
    expect((await rowOf('template', 'receipt')).conflictHash).toBeNull();
  });

  it('is no edit any more when it is taken back by hand', async ({ expect }) => {
    const { subject = '' } = (await templateNow('receipt')) ?? {};
    await edit('Punya kami {code}');
    await edit(subject);
    const row = await rowOf('template', 'receipt');
    expect(row.dataHash).toBe(row.packHash);
    expect((await load(withTemplate('receipt', { subject: 'Paket {code}' }))).updated).toBe(1);
    expect(await rowOf('template', 'receipt')).toMatchObject({ updatedBy: null });
  });

  it('lets nobody overwrite what they have not seen', async ({ expect }) => {
    const { dataHash } = await rowOf('template', 'receipt');
    const all = await Promise.allSettled(['Satu {code}', 'Dua {code}'].map((words) => edit(words, dataHash)));
    expect(all.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(all.find((one) => one.status === 'rejected')).toMatchObject({ reason: { kind: 'conflict' } });
  });

  it('goes back to the pack', async ({ expect }) => {
    const before = await rowOf('template', 'receipt');
    await edit('Punya kami {code}');
    await load(withTemplate('receipt', { subject: 'Paket {code}' }));
    await restoreRow(editor(MONDAY + 9), 'template', 'receipt');
    const after = await rowOf('template', 'receipt');
    expect(after).toMatchObject({ data: before.data, dataHash: before.packHash, packHash: before.packHash });
    expect(after.conflictHash).toBeNull();
    await expect(restoreRow(editor(), 'template', 'tidak-ada')).rejects.toMatchObject({ kind: 'not_found' });
  });
});
