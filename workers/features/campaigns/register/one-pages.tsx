/** One piece of material, at /desk/kampanye/CODE: its page and its steps. */
import { Hono } from 'hono';
import { type Life, lives, photoLives } from '../../../../shared/campaign.ts';
import { AppError } from '../../../platform/problem.ts';
import { errorsOf } from '../../../ui/components.tsx';
import { oneFile } from '../../api.ts';
import { doerOf, keyIn, parse, shownAgain, textsOf, versionIn } from '../../doer.ts';
import { detailOf } from '../../errors.tsx';
import { pickedFile } from '../../files.ts';
import { type AppContext, type AppEnv, originOf } from '../../http.ts';
import { requireRunner } from '../doors.ts';
import { type PlacementRow, placementLine } from '../queries.ts';
import { SHORT_PATH } from './code.ts';
import { historyOf, successorOf } from './history.ts';
import { costSchema, stepSchema } from './input.ts';
import { takeStep } from './life.ts';
import { storePhoto } from './photos.ts';
import { programOf } from './queries.ts';
import { replacePlacement } from './replace.ts';
import { isLink, type ShownPlacement, shownPlacement } from './shown.ts';
import { done, stepWords } from './step-words.ts';
import { earlier, undoStep } from './undo.ts';
import { PlacementPage } from './views/placement.tsx';
import type { RefusedStep } from './views/steps.tsx';

export const onePages = new Hono<AppEnv>();

onePages.get(SHORT_PATH, (c) => showPlacement(c));

onePages.post(`${SHORT_PATH}/langkah`, requireRunner, oneFile, async (c) => {
  const form = await c.req.formData();
  const { row } = await pieceIn(c);
  const typed = textsOf(form, ['remark', 'position', 'cost']);
  const life = lives.find((one) => one === form.get('life')) ?? 'idle';
  try {
    const code = await carryOut(c, { ...row, version: versionIn(form) }, life, form, typed);
    return c.redirect(`/desk/kampanye/${code}?ok=${life}`, 303);
  } catch (error) {
    const problem = shownAgain(error);
    const errors = errorsOf(problem.fields);
    return showPlacement(c, { life, ...typed, errors }, problem);
  }
});

onePages.post(`${SHORT_PATH}/urungkan`, requireRunner, async (c) => {
  const form = await c.req.formData();
  const { row } = await pieceIn(c);
  const { db, keys, by, now: at } = doerOf(c);
  try {
    await undoStep(db, keys, row, versionIn(form), { at, by, key: keyIn(form) });
    return c.redirect(`/desk/kampanye/${row.code}?ok=urung`, 303);
  } catch (error) {
    return showPlacement(c, null, shownAgain(error));
  }
});

/** @returns code of the placement to look at next; @throws AppError what the step refuses */
async function carryOut(
  c: AppContext,
  row: PlacementRow,
  life: Life,
  form: FormData,
  typed: { remark: string; position: string; cost: string },
): Promise<string> {
  const { db, keys, by, now: at } = doerOf(c);
  const key = keyIn(form);
  const { cost: written, ...words } = typed;
  const { remark, position } = parse(stepSchema, { life, ...words });
  const step = { life, at, by, key, remark, position: position ?? undefined };
  if (life === 'replaced')
    return replacePlacement(db, keys, row, step, parse(costSchema, { cost: written }).cost);
  const file = photoLives.includes(life) ? pickedFile(form.get('photo')) : null;
  const bytes = file && new Uint8Array(await file.arrayBuffer());
  const { timeZone: zone } = c.var.regency.about;
  const photo = bytes
    ? await storePhoto(c.env, db, { placementId: row.id, bytes, by, key, now: at, zone })
    : undefined;
  await takeStep(db, keys, row, { ...step, photo });
  return row.code;
}

/** A placement that has a life. @throws AppError not_found */
export async function pieceIn(c: AppContext): Promise<ShownPlacement> {
  const placement = await placementIn(c);
  if (isLink(placement.row)) throw new AppError('not_found');
  return placement;
}

/** @throws AppError not_found */
async function placementIn(c: AppContext): Promise<ShownPlacement> {
  const line = await placementLine(c.var.db, (c.req.param('code') ?? '').toUpperCase());
  if (!line) throw new AppError('not_found');
  return shownPlacement(line, c.var.regency);
}

async function showPlacement(
  c: AppContext,
  refused: RefusedStep | null = null,
  problem?: AppError,
): Promise<Response> {
  const { db, keys, regency, signedIn } = c.var;
  const placement = await placementIn(c);
  const { id, campaignId, replacedBy } = placement.row;
  const [entries, program, successor] = await Promise.all([
    historyOf(db, keys, regency, id),
    campaignId === null ? null : programOf(db, campaignId),
    successorOf(db, replacedBy),
  ]);
  const { now } = doerOf(c);
  return c.html(
    <PlacementPage
      regency={regency}
      who={signedIn}
      now={now}
      placement={placement}
      program={program}
      entries={entries}
      successor={successor}
      undo={earlier(entries, now) !== null}
      origin={originOf(c)}
      told={problem ? null : sentenceOf(c.req.query('ok'))}
      refused={refused}
      trouble={problem && problem.fields.length === 0 ? detailOf(problem, 'id') : null}
    />,
    problem?.status ?? 200,
  );
}

function sentenceOf(ok: string | undefined): string | null {
  if (ok === 'urung' || ok === 'ubah' || ok === 'tambah') return done[ok];
  const life = lives.find((one) => one === ok);
  return life ? stepWords[life].done : null;
}
