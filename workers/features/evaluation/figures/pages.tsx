/** /desk/evaluasi/angka: figures of a period, what they mean, and the cases behind them. */
import { Hono } from 'hono';
import { definitionOf, isFigureId } from '../../../../shared/figures/definitions.ts';
import { now } from '../../../platform/clock.ts';
import { AppError } from '../../../platform/problem.ts';
import type { AppContext, AppEnv } from '../../http.ts';
import { offerSheet } from '../../sheets.ts';
import { addressOf, readAsked } from './asked.ts';
import { listsCases, positionText, readBehind, readFigure, readPosition, readsAll } from './behind/behind.ts';
import { namesFor, readBoard } from './board.ts';
import { nameOf } from './by.ts';
import { boardCharts } from './charts.tsx';
import { figuresSheet } from './sheets.ts';
import { BehindPage } from './views/behind.tsx';
import { BoardPage } from './views/board.tsx';
import { DefinitionPage, DefinitionsPage } from './views/definitions.tsx';
import { CASES } from './views/links.tsx';

/** Mounted at /desk/evaluasi/angka, after the door of the evaluation. */
export const figurePages = new Hono<AppEnv>();

const todayOf = (c: AppContext): string => c.var.regency.calendar.localDate(now());

const askedOf = (c: AppContext) => readAsked((name) => c.req.query(name), c.var.signedIn, todayOf(c));

figurePages.get('/', async (c) => {
  const { db, regency, signedIn } = c.var;
  const { typed, ...asked } = askedOf(c);
  const today = todayOf(c);
  const board = await readBoard(db, regency, asked, today);
  const charts = await boardCharts(board);
  if (typed.wrong) c.status(422);
  const page = { regency, board, charts, typed, today };
  return c.html(<BoardPage {...page} who={signedIn} />);
});

offerSheet(figurePages, '/tabel', async (c) => {
  const { typed, ...asked } = askedOf(c);
  if (typed.wrong) throw new AppError('invalid');
  return figuresSheet(await readBoard(c.var.db, c.var.regency, asked, todayOf(c)), c.var.regency);
});

figurePages.get('/tentang', (c) => c.html(<DefinitionsPage regency={c.var.regency} who={c.var.signedIn} />));

figurePages.get('/tentang/:id', (c) => {
  const id = c.req.param('id');
  if (!isFigureId(id)) throw new AppError('not_found');
  return c.html(
    <DefinitionPage regency={c.var.regency} who={c.var.signedIn} definition={definitionOf(id)} />,
  );
});

figurePages.get('/laporan', async (c) => {
  const { db, keys, regency, signedIn } = c.var;
  if (!listsCases(signedIn)) throw new AppError('forbidden');
  const { typed, ...asked } = askedOf(c);
  if (typed.wrong) throw new AppError('not_found');
  const figure = readFigure(c.req.query('angka'));
  const value = asked.by ? (c.req.query('nilai') ?? null) : null;
  const after = readPosition(c.req.query('sesudah'));
  const ctx = { db, keys, regency, person: signedIn };
  const behind = await readBehind(ctx, figure, asked, value, after, todayOf(c));
  const of = value === null ? '' : `&nilai=${encodeURIComponent(value)}`;
  const here = `${addressOf(asked, CASES)}&angka=${figure}${of}`;
  const name =
    asked.by && value !== null
      ? nameOf(asked.by, regency, await namesFor(db, asked.by, [value]), value)
      : null;
  return c.html(
    <BehindPage
      {...behind}
      regency={regency}
      who={signedIn}
      asked={asked}
      definition={definitionOf(figure)}
      value={name}
      more={behind.next && `${here}&sesudah=${positionText(behind.next)}`}
      all={readsAll(signedIn)}
    />,
  );
});
