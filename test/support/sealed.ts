/** A database in which every sealed column and every kind of sealed file holds something, and what is found there. */
import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { storeUpload } from '../../workers/cases/attachments/store.ts';
import { insertJob } from '../../workers/features/bulk/store.ts';
import { noteBreach, recordBreach } from '../../workers/features/care/breaches.ts';
import { columnName, placeOf, sealedColumns } from '../../workers/features/care/keys-columns.ts';
import { sealedFiles } from '../../workers/features/care/keys-files.ts';
import { socialPosts } from '../../workers/features/posts/table.ts';
import { storeRows } from '../../workers/features/sp4n/store.ts';
import { sp4nImports } from '../../workers/features/sp4n/table.ts';
import { now } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { disclose } from '../../workers/privacy/disclosures.ts';
import { sealReason } from '../../workers/privacy/erasure-words.ts';
import { type Keys, loadKeys } from '../../workers/privacy/keys.ts';
import { keyIdOfBytes, open, openBytes, type Place, seal } from '../../workers/privacy/seal.ts';
import { erasureRequests } from '../../workers/privacy/table.ts';
import { regencyAt } from '../../workers/regency/snapshot.ts';
import { sealPhone } from '../../workers/regency/staff-phone.ts';
import { staff } from '../../workers/regency/table.ts';
import { jpeg } from './images.ts';
import { fillCampaign } from './sealed-campaign.ts';
import { fillEvaluation } from './sealed-evaluation.ts';
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

/** By what writes them: so the list of places is held against the places themselves. */
async function fillOthers(keys: Keys): Promise<void> {
  const db = openDb(env.DB);
  const at = now();
  const acting = { db, keys, by: 'staff:1' as const, now: at };
  const words = { what: PLAIN, data: PLAIN, whose: PLAIN, how: PLAIN, done: PLAIN, advice: '' };
  const id = await recordBreach(acting, { foundAt: at, people: null, words }, at);
  await noteBreach(acting, { id, version: 1 }, PLAIN);
  const asked = { caseId: 5, askedAt: at };
  await db.insert(erasureRequests).values({
    ...{ ...asked, scope: 'contact', dueAt: at },
    reason: await sealReason(keys, 'reason', asked, PLAIN),
    answer: await sealReason(keys, 'answer', asked, PLAIN),
  });
  const doing = { ...acting, regency: await regencyAt(db, at) };
  await fillCampaign(doing, PLAIN);
  await fillEvaluation(doing, PLAIN);
  const job = { verb: 'note', actor: 'staff:1', input: { text: PLAIN }, staffId: 1, items: [] } as const;
  await insertJob(db, keys, job, at);
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
