/** /desk/pengaturan/benturan: rows that both staff and the pack changed, and which of the two counts. */
import { Hono } from 'hono';
import { now } from '../../platform/clock.ts';
import { AppError } from '../../platform/problem.ts';
import { readConflicts, settleConflict } from '../../regency/conflicts.ts';
import { atMost } from '../api.ts';
import { detailOf } from '../errors.tsx';
import type { AppContext, AppEnv } from '../http.ts';
import { editorOf } from './editor.ts';
import { problemsOf } from './kinds/check.ts';
import { kinds } from './kinds/index.ts';
import { afterSaving, previewFirst } from './preview-first.tsx';
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
    const first = choose === 'pack' ? await showFirst(c, form, kind, id) : null;
    if (first) return first;
    const seen = { seen: text('seen'), seenPack: text('seenPack') };
    await settleConflict(editorOf(c), { kind, id, choose, ...seen });
    const settled = kinds.find((one) => one.kind === kind);
    if (settled) await afterSaving(c, settled, form);
  } catch (error) {
    if (!(error instanceof AppError) || error.kind !== 'conflict') throw error;
    return show(c, detailOf(error, 'id'), error.status);
  }
  return c.redirect(`${PATH}?selesai=${choose === 'pack' ? 'paket' : 'kami'}`, 303);
});

/**
 * What taking the pack's version would have done, where its kind says so first.
 * @throws AppError conflict (setting_unsound, setting_stays) when it points at something that has ended here
 */
async function showFirst(
  c: AppContext,
  form: FormData,
  kindName: string,
  id: string,
): Promise<Response | null> {
  const { db, regency } = c.var;
  const kind = kinds.find((one) => one.kind === kindName);
  const conflict = (await readConflicts(db, c.env.REGENCY)).find(
    (one) => one.kind === kindName && one.row.id === id,
  );
  if (!kind || !conflict) return null;
  const ctx = { db, regency, rows: [], now: now() };
  if (conflict.pack === null) {
    const obstacles = (await kind.ending?.obstacles?.(conflict.row.data, ctx)) ?? [];
    if (obstacles.length > 0) throw new AppError('conflict', { detail: 'setting_stays' });
  } else {
    const problems = await problemsOf(kind, conflict.pack, ctx, id);
    if (Object.keys(problems).length > 0) throw new AppError('conflict', { detail: 'setting_unsound' });
  }
  return previewFirst(c, { kind, ctx }, form, { id, before: conflict.row.data, data: conflict.pack });
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
