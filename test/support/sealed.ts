/** A database in which every sealed column and every kind of sealed file holds something, and what is found there. */
import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { storeUpload } from '../../workers/cases/attachments/store.ts';
import { loadCase } from '../../workers/cases/load.ts';
import { columnName, placeOf, sealedColumns } from '../../workers/features/care/keys-columns.ts';
import { sealedFiles } from '../../workers/features/care/keys-files.ts';
import { socialPosts } from '../../workers/features/posts/table.ts';
import { storeRows } from '../../workers/features/sp4n/store.ts';
import { sp4nImports } from '../../workers/features/sp4n/table.ts';
import { now } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { disclose } from '../../workers/privacy/disclosures.ts';
import { type Keys, loadKeys } from '../../workers/privacy/keys.ts';
import { keyIdOfBytes, open, openBytes, type Place, seal } from '../../workers/privacy/seal.ts';
import { sealPhone } from '../../workers/regency/staff-phone.ts';
import { staff } from '../../workers/regency/table.ts';
import { jpeg } from './images.ts';
import { act, addStaff, newCase } from './worker.ts';

export const PLAIN = 'Kenari Vontabira';

/** Fills what people would fill in months. @returns the code of a case with everything */
export async function liveOn(bindings: Env = env): Promise<{ code: string; files: string[] }> {
  const db = openDb(bindings.DB);
  const keys = await loadKeys(env);
  const at = now();
  const admin = await addStaff(['admin'], ['DISKOMINFO'], 'Andi Admin');
  const liaison = await addStaff(['liaison'], ['PUPR'], 'Lina Penghubung');
  const contact = { name: PLAIN, email: 'siti@example.id', phone: '081234567890' };
  const picture = jpeg({ width: 8, height: 8, pixel: () => [9, 9, 9] });
  const files: string[] = [];
  for (let n = 0; n < 3; n++) files.push((await storeUpload(env, db, at, new Uint8Array(picture))).id);
  const { code, caseId } = await newCase({
    contact,
    attachments: files.slice(0, 2),
    title: `${PLAIN} judul`,
  });
  await act(admin, code, 'record_sp4n', { number: '1234567', link: 'https://www.lapor.go.id/laporan/1' });
  await act(admin, code, 'dispose', { office: 'PUPR', note: PLAIN });
  await act(liaison, code, 'answer', { outcome: 'dijelaskan', text: `${PLAIN} dijelaskan di lapangan.` });
  await disclose(db, keys, {
    ...{ actor: `staff:${admin.id}`, kind: 'reveal', subject: `case:${caseId}`, what: 'identity', at },
    reason: PLAIN,
  });
  await db
    .update(staff)
    .set({ phone: await sealPhone(keys, admin.id, '+628123') })
    .where(eq(staff.id, admin.id));
  const sealed = async (table: string, column: string, row: string) =>
    (await seal(keys, { table, column, row }, PLAIN)) ?? '';
  await db.insert(socialPosts).values({
    ...{ linkIndex: 'tautan', platform: 'facebook', by: `staff:${admin.id}`, seenOn: '2026-07-20', at },
    link: await sealed('social_posts', 'link', 'tautan'),
    note: await sealed('social_posts', 'note', 'tautan'),
  });
  await fillOthers(keys);
  const key = 'impor';
  await db.insert(sp4nImports).values({
    ...{ objectKey: key, mapping: '{}', status: 'mapping', rows: 2, nextRow: 0, by: 'staff:1', at },
  });
  await storeRows(env, keys, key, { headers: [PLAIN], rows: [] as never[] });
  await storeRows(env, keys, key, {
    headers: [PLAIN],
    rows: [{ row: 2, cells: [PLAIN] }] as never,
  });
  return { code, files };
}

/** Columns that no verb above has filled, by their places. */
async function fillOthers(keys: Keys): Promise<void> {
  const rows: Record<string, Record<string, string | number>> = {
    breaches: { id: 1, found_at: 1, due_at: 2, recorded_at: 3, recorded_by: 'staff:1', version: 1 },
    breach_entries: { breach_id: 1, seq: 1, what: 'recorded', by: 'staff:1', at: 3 },
    erasure_requests: { id: 1, case_id: 5, scope: 'contact', asked_at: 7, due_at: 9 },
    bulk_jobs: { id: 1, verb: 'tag', staff_id: 1, status: 'done', total: 1, created_at: 4 },
  };
  for (const [table, values] of Object.entries(rows)) {
    const own = sealedColumns.filter((column) => column.table === table);
    const filled: Record<string, string | number> = { ...values };
    for (const column of own)
      filled[column.column] = (await seal(keys, placeOf(column, values), PLAIN)) ?? '';
    const names = Object.keys(filled);
    await env.DB.prepare(
      `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
    )
      .bind(...Object.values(filled))
      .run();
  }
}

const FORM = /^([\w-]{1,20})\.[A-Za-z0-9+/]{38,}={0,2}$/;

/** Every value of every table that has the form of a sealed one: "entries.words" → ids of their keys. */
export async function sealedInTables(): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  const { results: tables } = await env.DB.prepare(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '_cf_%'",
  ).all<{ name: string }>();
  for (const { name } of tables) {
    if (name === 'meta') continue;
    const { results } = await env.DB.prepare(`SELECT * FROM "${name}"`).all<Record<string, unknown>>();
    for (const row of results) {
      for (const [column, value] of Object.entries(row)) {
        const id = typeof value === 'string' ? FORM.exec(value)?.[1] : undefined;
        if (id) found.set(`${name}.${column}`, [...(found.get(`${name}.${column}`) ?? []), id]);
      }
    }
  }
  return found;
}

/** Ids of the keys of every object in R2. */
export async function sealedInFiles(): Promise<string[]> {
  const { objects } = await env.FILES.list();
  return Promise.all(
    objects.map(async ({ key }) => {
      const object = await env.FILES.get(key);
      return keyIdOfBytes(new Uint8Array((await object?.arrayBuffer()) ?? new ArrayBuffer(0)));
    }),
  );
}

/** Opens everything that is listed. @returns how many values; @throws when one cannot be opened with these keys */
export async function openAll(keys: Keys): Promise<number> {
  let opened = 0;
  for (const column of sealedColumns) {
    const { results } = await env.DB.prepare(`SELECT * FROM ${column.table}`).all<Record<string, never>>();
    for (const row of results) {
      const sealed = (row[column.column] as string | null | undefined) ?? null;
      if (sealed === null) continue;
      await open(keys, placeOf(column, row), sealed);
      opened++;
    }
  }
  for (const kind of sealedFiles) {
    for (const { object, place } of await kind.next(openDb(env.DB), '', 1000)) {
      if (await openObject(keys, object, place)) opened++;
    }
  }
  return opened;
}

async function openObject(keys: Keys, object: string, place: Place): Promise<boolean> {
  const found = await env.FILES.get(object);
  if (!found) return false;
  await openBytes(keys, place, new Uint8Array(await found.arrayBuffer()));
  return true;
}

export const listed = (): string[] => sealedColumns.map(columnName);
export const versionOf = async (code: string) => (await loadCase(openDb(env.DB), code))?.row.version;
