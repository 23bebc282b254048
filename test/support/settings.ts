/** An administrator at the pages of settings, and what stands in the database behind them. */
import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import type { Role } from '../../shared/permissions/people.ts';
import { app } from '../../workers/app.tsx';
import { openDb } from '../../workers/platform/db.ts';
import { changesOf } from '../../workers/regency/changes.ts';
import { findRow } from '../../workers/regency/rows.ts';
import { Desk, type Fields } from './desk.ts';
import { addStaff } from './worker.ts';

const ORIGIN = 'http://kanal.test';

export interface Answer {
  status: number;
  text: string;
  /** Where it leads, "" when nowhere. */
  to: string;
}

/** Somebody who opens pages of the whole app and sends their forms. */
export class Settler {
  private constructor(
    readonly id: number,
    private readonly cookie: string,
  ) {}

  static async of(roles: Role[] = ['admin'], name = 'Andi Admin', offices: string[] = []): Promise<Settler> {
    const person = await addStaff(roles, offices, name);
    return new Settler(person.id, (await Desk.of(person)).cookie);
  }

  get(path: string): Promise<Answer> {
    return this.call(path, {});
  }

  post(path: string, fields: Fields = {}): Promise<Answer> {
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries(fields))
      for (const one of [value].flat()) if (typeof one === 'string') body.append(name, one);
    return this.call(path, { method: 'POST', body });
  }

  /** Opens the page and sends its form with the digest that stands in it, also past a preview. */
  async send(page: string, fields: Fields, action = page): Promise<Answer> {
    const { text } = await this.get(page);
    const answer = await this.post(action, { seen: seenIn(text), ...fields });
    return answer.text.includes(PREVIEW) ? this.post(action, keptIn(answer.text)) : answer;
  }

  private async call(path: string, init: RequestInit): Promise<Answer> {
    const ctx = createExecutionContext();
    const headers = { cookie: this.cookie, origin: ORIGIN };
    const answer = await app.fetch(new Request(`${ORIGIN}${path}`, { ...init, headers }), env, ctx);
    await waitOnExecutionContext(ctx);
    const to = answer.headers.get('location') ?? '';
    return { status: answer.status, text: await answer.text(), to };
  }
}

/** Stands on a page that says what a change would have done. */
export const PREVIEW = 'Belum ada yang tersimpan.';

const ENTITIES: Record<string, string> = { amp: '&', quot: '"', '#39': "'", lt: '<', gt: '>' };

/** The fields that travel with such a page. */
export function keptIn(text: string): Record<string, string[]> {
  const kept: Record<string, string[]> = {};
  for (const [, name = '', value = ''] of text.matchAll(
    /<input type="hidden" name="([^"]+)" value="([^"]*)"/g,
  ))
    kept[name] = [
      ...(kept[name] ?? []),
      value.replace(/&(amp|quot|#39|lt|gt);/g, (_, e: string) => ENTITIES[e] ?? ''),
    ];
  return kept;
}

/** The hidden digest of a form. */
export const seenIn = (text: string): string => /name="seen" value="([0-9a-f]{64})"/.exec(text)?.[1] ?? '';

export const rowNow = (kind: string, id: string) =>
  findRow<Record<string, unknown>>(openDb(env.DB), kind, id);

/** Changes of a row as the history keeps them, the oldest first. */
export async function historyOf(kind: string, id: string) {
  const changes = await changesOf(openDb(env.DB), kind, id);
  return changes.reverse();
}
