/**
 * /pasang/TOKEN: whoever hangs needs no account. It shows the pieces of one kecamatan and takes photo, position and remark;
 * nothing else of Kanal is behind it. The page's script asks for JSON and sends again until it has an answer.
 */
import { Hono } from 'hono';
import { now } from '../../../platform/clock.ts';
import { AppError } from '../../../platform/problem.ts';
import { macHex } from '../../../privacy/mac.ts';
import { type Errors, errorsOf } from '../../../ui/components.tsx';
import { oneFile, refused } from '../../api.ts';
import { parse } from '../../doer.ts';
import { detailOf } from '../../errors.tsx';
import { pickedFile } from '../../files.ts';
import type { AppContext, AppEnv } from '../../http.ts';
import { programOf } from '../register/queries.ts';
import { type FindingInput, findingSchema, hang } from './hang.ts';
import { type FoundLink, findLink, type HangLink, touchLink } from './links.ts';
import { piecesOf } from './queries.ts';
import { ClosedPage, closedWords } from './views/closed.tsx';
import { blankFinding, type TypedFinding } from './views/finding.tsx';
import { HangPage } from './views/hang.tsx';

/** Relative to /pasang. */
export const hangPages = new Hono<AppEnv>();

hangPages.use(async (c, next) => {
  // The address is the key: it goes to no other site, into no cache on the way and into no search engine.
  c.header('referrer-policy', 'no-referrer');
  c.header('cache-control', 'no-store');
  c.header('x-robots-tag', 'noindex, nofollow');
  await next();
});

hangPages.get('/:token', async (c) => {
  const found = await linkFor(c);
  if (!found.open) return closed(c, found.why);
  await touchLink(c.var.db, found.link, now());
  return showPlaces(c, found.link);
});

hangPages.post('/:token/:code', oneFile, async (c) => {
  const found = await linkFor(c);
  if (!found.open) return closed(c, found.why);
  const { link } = found;
  const posted = await c.req.parseBody();
  try {
    await mayHang(c, link);
    const { db, keys, regency } = c.var;
    const code = c.req.param('code').toUpperCase();
    const to = { env: c.env, db, keys, regency, link, now: now() };
    const life = await hang(to, code, await findingIn(posted));
    await touchLink(db, link, now());
    return wantsJson(c)
      ? c.json({ life, at: now() })
      : c.redirect(`/pasang/${c.req.param('token')}?terima=${code}`, 303);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const errors = errorsOf(error.fields);
    if (Object.keys(errors).length === 0) errors.photo = detailOf(error, 'id');
    if (wantsJson(c)) return c.json({ told: Object.values(errors).join(' ') }, error.status);
    const typed = { ...blankFinding(), ...textOf(posted) };
    return showPlaces(c, link, { typed, errors, status: error.status });
  }
});

type Posted = Record<string, string | File>;

/** @throws AppError invalid */
async function findingIn(posted: Posted): Promise<FindingInput> {
  const file = pickedFile(posted.photo);
  return {
    ...parse(findingSchema, posted),
    photo: file && new Uint8Array(await file.arrayBuffer()),
  };
}

const wantsJson = (c: AppContext) => c.req.header('accept') === 'application/json';

/** What was typed, by name. */
const textOf = (posted: Posted): Partial<TypedFinding> =>
  Object.fromEntries(
    Object.keys(blankFinding()).flatMap((name) =>
      typeof posted[name] === 'string' ? [[name, posted[name]]] : [],
    ),
  );

/** @throws AppError too_many for who tries many tokens */
async function linkFor(c: AppContext): Promise<FoundLink> {
  const found = await findLink(c.var.db, c.var.keys, c.req.param('token') ?? '', now());
  if (found.open || found.why !== 'unknown') return found;
  const refusal = await refused(c, 'LIMIT_READ', new AppError('not_found'));
  if (refusal.kind === 'too_many') throw refusal;
  return found;
}

/** One link sends so many photos a minute; the phones of a whole kecamatan share it. @throws AppError too_many */
async function mayHang(c: AppContext, link: HangLink): Promise<void> {
  const key = await macHex(c.var.keys, 'client', 'hang', String(link.id));
  const { success } = await c.env.LIMIT_WRITE.limit({ key });
  if (!success) throw new AppError('too_many', { retryAfter: 60 });
}

function closed(c: AppContext, why: keyof typeof closedWords) {
  const status = why === 'unknown' ? 404 : 410;
  if (wantsJson(c)) return c.json({ closed: true, told: closedWords[why] }, status);
  return c.html(<ClosedPage regency={c.var.regency} why={why} />, status);
}

interface Refused {
  typed: TypedFinding;
  errors: Errors;
  status: AppError['status'];
}

async function showPlaces(c: AppContext, link: HangLink, refusal?: Refused) {
  const { db, regency } = c.var;
  const { todo, done } = await piecesOf(db, regency, link, now());
  const program = link.campaignId === null ? null : await programOf(db, link.campaignId);
  const withCode = (code: string | undefined) =>
    [...todo, ...done].find((row) => row.code === code?.toUpperCase()) ?? null;
  return c.html(
    <HangPage
      regency={regency}
      link={link}
      address={`/pasang/${c.req.param('token')}`}
      program={program?.name ?? null}
      todo={todo}
      done={done}
      chosen={withCode(c.req.param('code') ?? c.req.query('tempat')) ?? todo[0] ?? null}
      typed={refusal?.typed ?? blankFinding()}
      errors={refusal?.errors ?? {}}
      taken={withCode(c.req.query('terima'))}
      now={now()}
    />,
    refusal?.status ?? 200,
  );
}
