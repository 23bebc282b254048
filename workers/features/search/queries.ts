/**
 * Asks the search index. It answers with ids of cases, newest first; who asks reads them and judges each by `standing()`.
 * Rows read depend on what is found, at most `MOST` for each word, never on how many cases there are.
 */
import { and, desc, sql } from 'drizzle-orm';
import { holdersOf } from '../../../shared/permissions/index.ts';
import { identitiesOf, type Staff } from '../../../shared/permissions/people.ts';
import { type Term, tellingWords, termsOf } from '../../../shared/search.ts';
import { DAY, now } from '../../platform/clock.ts';
import { type Db, openDb } from '../../platform/db.ts';
import { type Keys, loadKeys } from '../../privacy/keys.ts';
import { regencyAt } from '../../regency/snapshot.ts';
import { digester, readWriting } from './digest.ts';
import { foldSearch, markOf } from './fold.ts';
import { caseWords, searchMarks } from './index-tables.ts';
import { districtOf } from './words.ts';

/** Ids that one search gives. */
export const MOST = 100;

export interface SearchFilters {
  /** Received at or after this time (epoch ms). */
  since?: number | null;
  state?: 'open' | 'closed' | null;
}

/** Places of ids in time (platform/ids.ts). */
const firstIdAt = (at: number) => Math.max(0, at) * 4096;

type Digest = ReturnType<typeof digester>;

/**
 * What a person may find, as conditions of FTS5; empty = nothing. By a colleague's right one finds a little less than that
 * colleague, never more: the words of an anonim case that nobody has released.
 */
async function scopesOf(person: Staff, digest: Digest): Promise<{ scope: string; columns: string }[]> {
  const whole = holdersOf(person)
    .filter((holder) => holder.startsWith('@') && holder !== '@admin')
    .map((holder) => `holder:${holder}`);
  if (person.roles.includes('admin')) whole.push('plain');
  const shown = identitiesOf(person).flatMap(({ roles, offices }) => [
    ...(roles.includes('leader') || roles.includes('admin') ? ['plain'] : []),
    ...(roles.includes('liaison') || roles.includes('head') ? offices.map((code) => `office:${code}`) : []),
  ]);
  const parts = [
    { columns: '{words inner}', names: whole },
    { columns: 'words', names: [...new Set(shown)].filter((name) => !whole.includes(name)) },
  ].filter(({ names }) => names.length > 0);
  return Promise.all(
    parts.map(async ({ columns, names }) => ({ columns, scope: anyOf(await digest('scope', names)) })),
  );
}

const anyOf = (parts: readonly string[]) => `(${parts.join(' OR ')})`;
const allOf = (parts: readonly string[]) => `(${parts.join(' AND ')})`;

/**
 * @param drawn cases that this person reads for an audit: ordinary ones, which no scope of theirs names
 * @returns ids of cases that hold every word, newest first, at most `MOST`; null when nothing was typed that can be searched
 */
export async function findCases(
  search: Db,
  keys: Keys,
  person: Staff,
  text: string,
  filters: SearchFilters = {},
  drawn: readonly number[] = [],
): Promise<number[] | null> {
  const digest = digester(keys);
  const terms = termsOf(text, await readWriting());
  if (terms.length === 0) return null;
  const wanted = allOf(await Promise.all(terms.map((term) => termMatch(term, digest))));
  const match = await matchOf(person, digest, wanted, filters.state ? [filters.state] : []);
  const from = firstIdAt(filters.since ?? 0);
  const found = match === null ? [] : idsOf(await select(search, match, from));
  if (drawn.length === 0) return found;
  const scopes = await digest('scope', ['plain', ...(filters.state ? [filters.state] : [])]);
  const ofDraw = allOf([...scopes.map((scope) => `scope : ${scope}`), `words : ${wanted}`]);
  const audited = idsOf(await select(search, ofDraw, from, undefined, drawn));
  return [...new Set([...found, ...audited])].sort((a, b) => b - a).slice(0, MOST);
}

async function termMatch({ words, number }: Term, digest: Digest): Promise<string> {
  const each = await Promise.all(words.map(async (forms) => anyOf(await digest('word', forms))));
  const either = [
    ...(each.length > 0 ? [allOf(each)] : []),
    ...(number ? await digest('number', [number]) : []),
  ];
  return anyOf(either);
}

/** @param narrower further scopes, all of which have to hold; null = this person finds nothing */
async function matchOf(
  person: Staff,
  digest: Digest,
  wanted: string,
  narrower: readonly string[],
): Promise<string | null> {
  const scopes = await scopesOf(person, digest);
  if (scopes.length === 0) return null;
  const ways = scopes.map(({ scope, columns }) => `(scope : ${scope} AND ${columns} : ${wanted})`);
  const also = (await digest('scope', narrower)).map((one) => `scope : ${one}`);
  return allOf([anyOf(ways), ...also]);
}

function select(
  search: Db,
  match: string,
  from: number,
  to = Number.MAX_SAFE_INTEGER,
  among?: readonly number[],
) {
  return search
    .select({ id: caseWords.id })
    .from(caseWords)
    .where(
      and(
        sql`case_words match ${match} and rowid between cast(${from} as integer) and cast(${to} as integer)`,
        among && sql`rowid in (select value from json_each(${JSON.stringify(among)}))`,
      ),
    )
    .orderBy(desc(sql`rowid`))
    .limit(MOST);
}

const idsOf = (rows: readonly { id: number }[]) => rows.map(({ id }) => id);

export interface Like {
  id: number;
  /** Title and text as the person may read them. */
  text: string;
  area: string | null;
  /** Epoch ms. */
  receivedAt: number;
}

export interface Similar {
  id: number;
  /** How many of the telling words of the case stand in it too. */
  shared: number;
}

/** Telling words of a case that are looked for, and days before and after it. */
const WORDS = 12;
const NEAR = 60 * DAY;
/** The likeliest that are given, so that a few are left of those the person may read. */
const GIVEN = 15;

/**
 * Cases of the same kecamatan within 60 days that share a quarter of the telling words and at least two, the likeliest
 * first: a word that few of them have counts more. Of each word its newest `MOST` are looked at. One round trip.
 */
export async function similarIds(search: Db, keys: Keys, person: Staff, like: Like): Promise<Similar[]> {
  const digest = digester(keys);
  const words = tellingWords(like.text, await readWriting(), WORDS);
  const district = districtOf(like.area);
  const narrower = district ? [`area:${district}`] : [];
  const matches = await Promise.all(
    words.map(async (forms) => matchOf(person, digest, anyOf(await digest('word', forms)), narrower)),
  );
  const statements = matches
    .filter((match) => match !== null)
    .map((match) =>
      select(search, match, firstIdAt(like.receivedAt - NEAR), firstIdAt(like.receivedAt + NEAR)),
    );
  const [first, ...rest] = statements;
  if (!first) return [];
  const found = await search.batch([first, ...rest]);
  const scores = new Map<number, { shared: number; score: number }>();
  for (const rows of found) {
    for (const { id } of rows) {
      const before = scores.get(id) ?? { shared: 0, score: 0 };
      scores.set(id, { shared: before.shared + 1, score: before.score + 1 / Math.log2(1 + rows.length + 1) });
    }
  }
  return [...scores]
    .filter(([id, { shared }]) => id !== like.id && shared >= Math.max(2, words.length / 4))
    .sort((a, b) => b[1].score - a[1].score || b[0] - a[0])
    .slice(0, GIVEN)
    .map(([id, { shared }]) => ({ id, shared }));
}

/** Lets the next fold make the index anew: what could not be opened before is taken up now. */
export async function forgetIndex(env: Pick<Env, 'SEARCH'>): Promise<void> {
  await openDb(env.SEARCH).delete(searchMarks);
}

/** Entry of the history up to which cases can be found; 0 = none yet. */
export async function indexedUntil(env: Pick<Env, 'SEARCH'>): Promise<number> {
  return markOf(openDb(env.SEARCH));
}

/** Brings the index up to date. @param rounds at most; @returns whether there may be more */
export async function foldIndex(env: Env, rounds: number): Promise<boolean> {
  const db = openDb(env.DB);
  const search = openDb(env.SEARCH);
  return foldSearch({ db, search, keys: await loadKeys(env), regency: await regencyAt(db, now()) }, rounds);
}
