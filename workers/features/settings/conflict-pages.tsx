/** /desk/pengaturan/benturan: rows that both staff and the pack changed, and which of the two counts. */
import { Hono } from 'hono';
import { now } from '../../platform/clock.ts';
import { AppError } from '../../platform/problem.ts';
import { readConflicts, settleConflict } from '../../regency/conflicts.ts';
import { readRows } from '../../regency/rows.ts';
import { atMost } from '../api.ts';
import { detailOf } from '../errors.tsx';
import type { AppContext, AppEnv } from '../http.ts';
import { editorOf } from './editor.ts';
import { requireSound } from './kinds/check.ts';
import { kindOfRow } from './kinds/index.ts';
import type { Kind, KindContext } from './kinds/kind.ts';
import type { Place } from './place.ts';
import { afterSaving, previewFirst } from './preview-first.tsx';
import type { Planned } from './previews.tsx';
import { namesOf } from './queries.ts';
import { ConflictsPage } from './views/conflicts.tsx';

export const conflictPages = new Hono<AppEnv>();

const PATH = '/desk/pengaturan/benturan';

conflictPages.get('/', (c) => show(c));

conflictPages.post('/', atMost(16 * 1024), async (c) => {
  const form = await c.req.formData();
  const text = (name: string) => String(form.get(name) ?? '');
  const choose = text('choose');
  if (choose !== 'pack' && choose !== 'ours') throw new AppError('invalid');
  const [kind, id] = [text('kind'), text('id')];
  try {
    const taken = choose === 'pack' ? await takenOf(c, kind, id) : null;
    const first = taken && (await previewFirst(c, taken.place, form, taken.planned));
    if (first) return first;
    const seen = { seen: text('seen'), seenPack: text('seenPack') };
    await settleConflict(editorOf(c), { kind, id, choose, ...seen });
    if (taken) await afterSaving(c, taken.place.kind, form);
  } catch (error) {
    if (!(error instanceof AppError) || error.kind !== 'conflict') throw error;
    return show(c, detailOf(error, 'id'), error.status);
  }
  return c.redirect(`${PATH}?selesai=${choose === 'pack' ? 'paket' : 'kami'}`, 303);
});

/**
 * What taking the pack's version means; null for a kind without pages, or when there is no such conflict.
 * @throws AppError conflict (setting_unsound, setting_stays): it points at what has ended here, or cannot end
 */
async function takenOf(
  c: AppContext,
  name: string,
  id: string,
): Promise<{ place: Place; planned: Planned } | null> {
  const { db, regency } = c.var;
  const kind = kindOfRow(name, id);
  const conflicts = await readConflicts(db, c.env.REGENCY);
  const conflict = conflicts.find((one) => one.kind === name && one.row.id === id);
  if (!kind || !conflict) return null;
  const ctx = { db, regency, rows: await readRows<object>(db, name), now: now() };
  if (conflict.pack === null) await requireEnd(kind, conflict.row.data, ctx);
  else await requireSound(kind, conflict.pack, ctx, id);
  return { place: { kind, ctx }, planned: { id, before: conflict.row.data, data: conflict.pack } };
}

async function requireEnd(kind: Kind, data: object, ctx: KindContext<object>): Promise<void> {
  const obstacles = (await kind.ending?.obstacles?.(data, ctx)) ?? [];
  if (obstacles.length > 0) throw new AppError('conflict', { detail: 'setting_stays' });
}

const done: Record<string, string> = {
  paket: 'Versi paket dipakai. Versi Anda masih ada dalam riwayatnya.',
  kami: 'Versi Anda tetap dipakai. Versi paket ini tidak ditanyakan lagi.',
};

async function show(
  c: AppContext,
  trouble?: string,
  status: AppError['status'] | 200 = 200,
): Promise<Response> {
  const { db, regency, signedIn } = c.var;
  const conflicts = await readConflicts(db, c.env.REGENCY);
  const names = await namesOf(
    db,
    conflicts.map(({ row }) => row.updatedBy ?? ''),
  );
  return c.html(
    <ConflictsPage
      {...{ regency, conflicts, names, trouble }}
      who={signedIn}
      done={done[c.req.query('selesai') ?? '']}
    />,
    status,
  );
}
