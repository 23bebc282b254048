/** Bulk actions as a person makes them through the API, and the machine that carries them out. */
import { env } from 'cloudflare:workers';
import { getTableColumns, getTableName } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { makeCode } from '../../shared/code.ts';
import { cases, entries, history } from '../../workers/cases/table.ts';
import { clocks } from '../../workers/clocks/table.ts';
import { loadKeys } from '../../workers/privacy/keys.ts';
import { open, seal } from '../../workers/privacy/seal.ts';
import { Desk } from './desk.ts';
import { Machine } from './machine.ts';
import { bindings } from './sp4n.ts';
import { addStaff, newCase } from './worker.ts';

export interface Job {
  id: number;
  status: string;
  total: number;
  counts: { waiting: number; done: number; refused: number };
  cases: { code: string; state: string; result: string; reason: string | null; detail: string | null }[];
  next: number | null;
  more: boolean;
}

export const TAG = { verb: 'tag', input: { add: ['rapat'] } };

/** An administrator and what they begin. */
export async function openBulk() {
  const admin = await addStaff(['admin'], ['DISKOMINFO'], 'Andi Admin');
  const desk = await Desk.of(admin);
  const machine = new Machine();
  /** @param path below /api/v1/desk/bulk; with a body it is a POST */
  async function call(path: string, body?: unknown, given: Env = bindings(machine)): Promise<Job> {
    const json = { 'content-type': 'application/json' };
    const init = body === undefined ? {} : { method: 'POST', headers: json, body: JSON.stringify(body) };
    const response = await desk.send(`/api/v1/desk/bulk${path}`, init, given);
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response.json();
  }
  const preview = (codes: string[], action: object = TAG) => call('', { ...action, codes });
  return { admin, desk, machine, call, preview };
}

/** So many cases in a village of Malili. @returns their codes */
export async function many(count: number): Promise<string[]> {
  const { code, caseId } = await newCase({ area: '73.24.04.2001' });
  return [code, ...(await copies(caseId, count - 1))];
}

/** Copies of a case that differ in nothing but id and code: hundreds of submissions would take half a minute. */
async function copies(id: number, count: number): Promise<string[]> {
  const keys = await loadKeys(env);
  const wordsOf = (row: number) => ({ table: 'entries', column: 'words', row: `${row}:1` });
  const sealed = await env.DB.prepare('SELECT words FROM entries WHERE case_id = ?')
    .bind(id)
    .first<string>('words');
  const said = await open(keys, wordsOf(id), sealed);
  const made = await Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const copy = id + index + 1;
      const title = await seal(keys, { table: 'cases', column: 'title', row: copy }, 'Jalan berlubang');
      const words = await seal(keys, wordsOf(copy), said);
      return { id: copy, code: makeCode('LT', crypto.getRandomValues(new Uint8Array(16))), title, words };
    }),
  );
  const list = JSON.stringify(made);
  const of = (table: SQLiteTable, changed: Record<string, string>, where: string) => {
    const names = Object.values(getTableColumns(table)).map(({ name }) => name);
    const values = names.map((name) => changed[name] ?? `t."${name}"`);
    const quoted = names.map((name) => `"${name}"`);
    return env.DB.prepare(
      `INSERT INTO ${getTableName(table)} (${quoted}) SELECT ${values} FROM ${getTableName(table)} t, json_each(?) j WHERE ${where} = ${id}`,
    ).bind(list);
  };
  const to = (field: string) => `json_extract(j.value, '$.${field}')`;
  await env.DB.batch([
    of(cases, { id: to('id'), code: to('code'), title: to('title') }, 't.id'),
    of(history, { id: 'NULL', case_id: to('id') }, 't.case_id'),
    of(entries, { case_id: to('id'), words: to('words') }, 't.case_id'),
    of(clocks, { subject_id: to('id') }, 't.subject_id'),
  ]);
  return made.map(({ code }) => code);
}

/** The figure "n" of a query. */
export const figure = async (query: string, ...values: (string | number)[]) =>
  env.DB.prepare(query)
    .bind(...values)
    .first<number>('n');

/** How often the verb stands in the histories of all cases. */
export const written = (verb: string) => figure('SELECT count(*) AS n FROM history WHERE verb = ?', verb);
