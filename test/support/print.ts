/** Packs as a campaigner makes them, and the machine that carries them out. */
import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import type { Role } from '../../shared/permissions/people.ts';
import { app } from '../../workers/app.tsx';
import type { PackRow, PartRow } from '../../workers/features/campaigns/print/queries.ts';
import { readPack, readParts } from '../../workers/features/campaigns/print/queries.ts';
import { now } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { regencyAt } from '../../workers/regency/snapshot.ts';
import { openCampaign } from './campaign.ts';
import { Desk } from './desk.ts';
import { Documented } from './documented.ts';
import { Machine } from './machine.ts';
import { addStaff } from './worker.ts';

export const ORIGIN = 'https://kanal.test';
export const PRINT = '/desk/kampanye/cetak';

export class Printer {
  readonly machine = new Machine();
  private documented: Documented | null = null;

  private constructor(private readonly cookie: string) {}

  /** Luwu Timur with its 170 placements, none planned, and somebody of this role. */
  static async open(role: Role = 'campaigner'): Promise<Printer> {
    await openCampaign();
    return Printer.as(role);
  }

  static async as(role: Role): Promise<Printer> {
    const { cookie } = await Desk.of(await addStaff([role]));
    return new Printer(cookie.replace(/^/, '__Secure-'));
  }

  /** With a form it is a POST. */
  send(path: string, form?: Record<string, string>): Promise<Response> {
    const init = form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) };
    return this.fetch(path, { ...init, headers: { cookie: this.cookie, origin: ORIGIN } });
  }

  /** A partner's call, held against the document. @param path below /api/v1/campaigns/print-packs */
  async api(token: string, key: string, method: string, path: string, body?: object): Promise<Response> {
    const at = `/api/v1/campaigns/print-packs${path}`;
    const headers = {
      authorization: `Bearer ${token}`,
      'idempotency-key': key,
      'content-type': 'application/json',
    };
    const answer = await this.fetch(at, { method, headers, body: body && JSON.stringify(body) });
    this.documented ??= await Documented.of(app, await regencyAt(openDb(env.DB), now()));
    await this.documented.check(method, at, answer);
    return answer;
  }

  private async fetch(path: string, init: RequestInit): Promise<Response> {
    const context = createExecutionContext();
    const answer = await app.fetch(new Request(`${ORIGIN}${path}`, init), this.machine.env, context);
    await waitOnExecutionContext(context);
    return answer;
  }

  /** Begins a pack of what fits; its first step waits in the queue. @returns its id */
  async begin(form: Record<string, string>): Promise<number> {
    const answer = await this.send(PRINT, { sure: '1', key: crypto.randomUUID(), ...form });
    const id = /\/(\d+)$/.exec(answer.headers.get('location') ?? '')?.[1];
    if (answer.status !== 303 || !id) throw new Error(`pack: ${answer.status} ${await answer.text()}`);
    return Number(id);
  }
}

export async function packAt(id: number): Promise<PackRow & { parts: PartRow[] }> {
  const db = openDb(env.DB);
  const pack = await readPack(db, id);
  if (!pack) throw new Error(`no pack ${id}`);
  return { ...pack, parts: await readParts(db, id) };
}

/** Keys of its files in the bucket. */
export async function filesOf(id: number): Promise<string[]> {
  const { objects } = await env.FILES.list({ prefix: `print/${id}/` });
  return objects.map(({ key }) => key);
}
