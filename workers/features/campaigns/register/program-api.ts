/** Programs by API, relative to /api/v1/campaigns/programs. */
import { Hono } from 'hono';
import * as z from 'zod';
import { AppError } from '../../../platform/problem.ts';
import { jsonBody, jsonLimit } from '../../api.ts';
import { doerOf, idIn } from '../../doer.ts';
import type { AppContext, AppEnv } from '../../http.ts';
import { requireReader, requireWriter } from '../doors.ts';
import { programSchema } from './input.ts';
import {
  describeAddProgram,
  describeEditProgram,
  describeProgram,
  describePrograms,
  type ProgramJson,
} from './program-describe.ts';
import { createProgram, editProgram } from './programs.ts';
import { listPrograms, type ProgramRow, programOf, programSums, type Sums, spentOf } from './queries.ts';

export const programsApi = new Hono<AppEnv>();

programsApi.get('/', requireReader, describePrograms, async (c) => {
  const [programs, sums] = await Promise.all([listPrograms(c.var.db), programSums(c.var.db)]);
  return c.json(programs.map((program) => programJson(program, sums(program.id))));
});

programsApi.get('/:id', requireReader, describeProgram, async (c) => c.json(await wholeOf(c, idIn(c))));

programsApi.post('/', requireWriter, jsonLimit, describeAddProgram, jsonBody(programSchema), async (c) => {
  const key = c.req.header('idempotency-key');
  const id = await createProgram(doerOf(c), c.req.valid('json'), key);
  return c.json(await wholeOf(c, id), 201);
});

const edit = programSchema.safeExtend({
  version: z.int().positive().describe('Versi yang terakhir dibaca.'),
  archived: z.boolean().default(false).describe('Tidak lagi ditawarkan; angkanya tetap ada.'),
});
programsApi.post('/:id', requireWriter, jsonLimit, describeEditProgram, jsonBody(edit), async (c) => {
  const { version, archived, ...facts } = c.req.valid('json');
  const { db, now } = doerOf(c);
  const { id, archivedAt } = await rowOf(c, idIn(c));
  await editProgram(db, id, version, { ...facts, archivedAt: archived ? (archivedAt ?? now) : null });
  return c.json(await wholeOf(c, id));
});

/** @throws AppError not_found */
async function rowOf(c: AppContext, id: number): Promise<ProgramRow> {
  const program = await programOf(c.var.db, id);
  if (!program) throw new AppError('not_found');
  return program;
}

async function wholeOf(c: AppContext, id: number): Promise<ProgramJson> {
  const [program, sums] = await Promise.all([rowOf(c, id), programSums(c.var.db, id)]);
  return programJson(program, sums(id));
}

function programJson(program: ProgramRow, sums: Sums): ProgramJson {
  const { id, name, goal, startsOn, endsOn, budget, otherCost, version, archivedAt } = program;
  return {
    ...{ id, name, goal, startsOn, endsOn, budget, otherCost, version },
    archived: archivedAt !== null,
    spent: spentOf(sums, otherCost),
    parts: sums,
  };
}
