/** A case with something in every place that keeps personal data, and what is left of one. */
import { env } from 'cloudflare:workers';
import { asc, eq } from 'drizzle-orm';
import { storeUpload } from '../../workers/cases/attachments/store.ts';
import { firstBreak, payloadDigest } from '../../workers/cases/chain.ts';
import { loadCaseById } from '../../workers/cases/load.ts';
import { attachments, entries, history } from '../../workers/cases/table.ts';
import { type Erasing, planErase } from '../../workers/cases/verbs/erase.ts';
import { forgetElsewhere } from '../../workers/features/care/erase.ts';
import { postPlace } from '../../workers/features/posts/queries.ts';
import { socialPosts } from '../../workers/features/posts/table.ts';
import { now } from '../../workers/platform/clock.ts';
import { commit, openDb } from '../../workers/platform/db.ts';
import { open, seal } from '../../workers/privacy/seal.ts';
import { jpeg } from './images.ts';
import type { Cast } from './journeys.ts';
import { act, addStaff, caseRow, newCase, testCtx } from './worker.ts';

const picture = async () =>
  (await storeUpload(env, openDb(env.DB), now(), jpeg({ width: 8, height: 8, pixel: () => [9, 8, 7] }))).id;

export async function castOf(): Promise<Cast> {
  return {
    admin: await addStaff(['admin'], ['DISKOMINFOSP']),
    liaison: await addStaff(['liaison'], ['PUPR']),
    verifier: await addStaff(['verifier'], ['SETDA']),
    inspector: await addStaff(['inspector'], ['INSPEKTORAT']),
  };
}

/**
 * An anonim case with photos, a picture with boxes, a note, a reveal of another's, an answer, a rating and a post; settled.
 * @param word stands in every text
 */
export async function fullCase(cast: Cast, word: string, more = {}) {
  const photo = await picture();
  const made = await newCase({
    anonymous: true,
    title: `Judul ${word}`,
    text: `Laporan ${word} tentang jalan berlubang.`,
    place: `Dekat rumah ${word}`,
    contact: { name: `Nama ${word}`, email: `${word}@example.id`, phone: '081234567890' },
    attachments: [photo],
    ...more,
  });
  const { code, caseId } = made;
  const boxes = await picture();
  await act(cast.admin, code, 'release', {
    title: `Judul ${word} dilepas`,
    text: `Teks ${word} dilepas.`,
    photos: [],
    redactions: [{ photo, file: boxes }],
  });
  await act(cast.admin, code, 'record_sp4n', {
    number: String(caseId).slice(-7),
    link: 'https://www.lapor.go.id/laporan/1',
  });
  await act(cast.admin, code, 'dispose', { office: 'PUPR' });
  await act(cast.liaison, code, 'note', { text: `Catatan ${word} untuk rekan.` });
  const work = await picture();
  await act(cast.liaison, code, 'answer', {
    outcome: 'dijelaskan',
    text: `Jawaban ${word} dari dinas.`,
    photos: [work],
  });
  await act('reporter', code, 'confirm', {});
  await act('reporter', code, 'rate', { score: 3, text: `Penilaian ${word}.` });
  const { keys, db } = await testCtx();
  const linkIndex = `post-${caseId}`;
  const screenshot = await picture();
  await db.insert(socialPosts).values({
    ...{ linkIndex, platform: 'facebook', outcome: 'made_case', caseId, screenshot, by: 'staff:1' },
    link: (await seal(keys, postPlace('link', linkIndex), `https://facebook.com/${word}`)) ?? '',
    note: await seal(keys, postPlace('note', linkIndex), `Catatan ${word}`),
    ...{ seenOn: '2026-07-20', at: now() },
  });
  return { ...made, uploads: [photo, work, screenshot] };
}

/** Erases by the verb itself, with what other features keep. @param d1 e.g. one that fails */
export async function eraseNow(caseId: number, erasing: Erasing, d1: D1Database = env.DB) {
  const ctx = await testCtx({ actor: 'job:retention', db: openDb(d1) });
  const file = await loadCaseById(ctx.db, caseId);
  if (!file) throw new Error('no case');
  const also = erasing.scope === 'content' ? await forgetElsewhere(ctx, caseId) : [];
  const [outcome] = await commit(ctx.db, [await planErase(ctx, file, { ...erasing, also })]);
  return outcome;
}

/** Every sealed value of the database, by table and column; without the word that tries the keys. */
export async function sealedValues(): Promise<Map<string, string>> {
  const { results: tables } = await env.DB.prepare(
    "select name from sqlite_schema where type = 'table' and name not like '\\_cf\\_%' escape '\\' and name not like 'sqlite_%'",
  ).all<{ name: string }>();
  const found = new Map<string, string>();
  for (const { name } of tables.filter((table) => table.name !== 'meta')) {
    const { results } = await env.DB.prepare(`select * from "${name}"`).all<Record<string, unknown>>();
    for (const row of results)
      for (const [column, value] of Object.entries(row))
        if (typeof value === 'string' && /^[\w-]{1,20}\.[A-Za-z0-9+/]{36,}={0,2}$/.test(value))
          found.set(value, `${name}.${column}`);
  }
  return found;
}

/** Names of the files in R2, without the log of erasures. */
export async function storedFiles(): Promise<string[]> {
  const { objects } = await env.FILES.list();
  return objects.map(({ key }) => key).filter((key) => !key.startsWith('care/'));
}

/** The chain as `npm run verify-history` reads it. @returns null when it is whole */
export async function wholeChain(code: string): Promise<string | null> {
  const db = openDb(env.DB);
  const { keys } = await testCtx();
  const row = await caseRow(code);
  const links = await db.select().from(history).where(eq(history.caseId, row.id)).orderBy(asc(history.seq));
  const broken = await firstBreak(links);
  if (broken !== null) return `entry ${broken}`;
  if (links.at(-1)?.hash !== row.headHash || links.length !== row.version) return 'head';
  const said = await db.select().from(entries).where(eq(entries.caseId, row.id)).orderBy(asc(entries.seq));
  if (said.length !== links.length) return 'entries';
  for (const [index, entry] of said.entries()) {
    if (entry.salt === null) {
      if (entry.words !== null) return `words of ${entry.seq}`;
      continue;
    }
    const place = { table: 'entries', column: 'words', row: `${row.id}:${entry.seq}` };
    const words = await open(keys, place, entry.words);
    if ((await payloadDigest(entry.salt, entry.facts, words)) !== links[index]?.payloadDigest)
      return `digest of ${entry.seq}`;
  }
  return null;
}

export const filesOf = (caseId: number) =>
  openDb(env.DB).select().from(attachments).where(eq(attachments.caseId, caseId));
