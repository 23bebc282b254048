/** People of the campaign in tests: who does something by a verb, and who by pages and calls. */
import { env } from 'cloudflare:workers';
import type { Role, Staff } from '../../shared/permissions/people.ts';
import type { Doer } from '../../workers/features/doer.ts';
import type { Db } from '../../workers/platform/db.ts';
import { AppError } from '../../workers/platform/problem.ts';
import { visitAll } from './campaign.ts';
import { Desk } from './desk.ts';
import { addStaff, testCtx } from './worker.ts';

/** @param at epoch ms */
export async function doer(options: { at?: number; db?: Db } = {}): Promise<Doer> {
  const { db, keys, regency, now } = await testCtx(options);
  return { db, keys, regency, by: 'staff:1', now };
}

/** Somebody signed in. */
export class Visitor {
  private constructor(readonly cookie: string) {}

  static async of(...roles: Role[]): Promise<Visitor> {
    return Visitor.as(await addStaff(roles));
  }

  static async as(person: Staff): Promise<Visitor> {
    return new Visitor(`__Secure-${(await Desk.of(person)).cookie}`);
  }

  get(path: string): Promise<Response> {
    return this.send(path, { method: 'GET' });
  }

  post(path: string, fields: Record<string, string | string[] | File>): Promise<Response> {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields))
      for (const one of [value].flat()) body.append(name, one);
    return this.send(path, { method: 'POST', body });
  }

  async text(path: string): Promise<string> {
    return (await this.get(path)).text();
  }

  private async send(path: string, init: { method: string; body?: FormData }): Promise<Response> {
    const headers = { cookie: this.cookie, origin: 'https://kanal.test' };
    const [answer] = await visitAll(env, [{ path, headers, ...init }]);
    if (!answer) throw new Error('no answer');
    return answer;
  }
}

/** What a promise was refused with; null = it was not. @throws what is no refusal */
export async function refusal(work: Promise<unknown>): Promise<AppError | null> {
  try {
    await work;
    return null;
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}
