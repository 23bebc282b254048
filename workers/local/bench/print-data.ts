/** What a pack of the bench is made of: a regency with its largest crest, so many places, and a partner's key. */

import { writePng } from '../../platform/png.ts';
import { loadKeys } from '../../privacy/keys.ts';
import { macHex } from '../../privacy/mac.ts';
import { bundleWorker } from '../bundle.ts';
import { claimFolder, keysOf } from '../folder.ts';
import { type Kanal, startKanal } from '../kanal.ts';
import { migrate } from '../migrate.ts';
import { readSettings } from '../settings.ts';

/** As wide as the settings take one, and nearly as heavy. */
const CREST = 1200;

type Db = Awaited<ReturnType<Kanal['miniflare']['getD1Database']>>;

/** @returns the key, and the code of every placement */
export async function fillFolder(
  folder: string,
  port: number,
  sheets: number,
): Promise<{ token: string; codes: string[] }> {
  const settings = readSettings({ ...process.env, KANAL_DATA: folder, PORT: String(port), KANAL_DEMO: '0' });
  const { stores } = claimFolder(settings);
  await import('../build-client.ts');
  const kanal = await startKanal(settings, stores, keysOf(folder), await bundleWorker(), '');
  try {
    await migrate(kanal.miniflare);
    await kanal.keyTrouble();
    await kanal.prepare({ demo: 'none', apiKey: false, admin: null, origin: `http://localhost:${port}` });
    await kanal.fire('* * * * *', new Date());
    const db = await kanal.miniflare.getD1Database('DB', 'kanal');
    await addCrest(kanal, db);
    await addPlaces(db, sheets);
    const { results } = await db.prepare('SELECT code FROM placements').all<{ code: string }>();
    return { token: await addKey(db, folder), codes: results.map(({ code }) => code) };
  } finally {
    await kanal.miniflare.dispose();
  }
}

async function addCrest(kanal: Kanal, db: Db): Promise<void> {
  const pixels = Uint8Array.from(
    { length: CREST * CREST * 3 },
    (_, i) => (i >> 14) + (Math.imul(Math.imul(i ^ (i >>> 15), 0x85ebca6b) ^ (i >>> 3), 0xc2b2ae35) >>> 31),
  );
  const bytes = await writePng(CREST, CREST, 3, pixels);
  const name = `${'0'.repeat(32)}.png`;
  const crest = { paper: { name, width: CREST, height: CREST, bytes: bytes.length }, page: null };
  const bucket = await kanal.miniflare.getR2Bucket('FILES', 'kanal');
  await bucket.put(`crest/${name}`, bytes);
  await db
    .prepare(
      `INSERT INTO regency_rows (kind, id, data, position, data_hash, updated_at) VALUES ('crest', 'lambang', ?, 0, '', 0)`,
    )
    .bind(JSON.stringify(crest))
    .run();
}

/** Schools beside the places of the regency. */
async function addPlaces(db: Db, sheets: number): Promise<void> {
  await db
    .prepare(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?1)
       INSERT INTO placements (code, kind, ref, area, name, created_at)
       SELECT 'S' || printf('%05d', i), 'school', '', '73.24.04', 'SDN ' || i || ' Malili', 0 FROM n
       WHERE i <= ?1 - (SELECT count(*) FROM placements)`,
    )
    .bind(sheets)
    .run();
}

async function addKey(db: Db, folder: string): Promise<string> {
  const token = crypto.randomUUID();
  const digest = await macHex(await loadKeys(keysOf(folder)), 'tokens', 'api-key', token);
  await db
    .prepare(
      `INSERT INTO api_keys (name, digest, scopes, created_at) VALUES ('bench', ?, '["campaigns_write"]', 0)`,
    )
    .bind(digest)
    .run();
  return token;
}
