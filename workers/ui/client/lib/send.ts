/**
 * Sends parcels through the API, from the page and from the service worker alike. A parcel may be sent any number of
 * times by both: its key, and file ids of which the first one written counts, make every try the same request.
 */

import { solve } from './proof.ts';
import { editParcel, type Parcel, type Problem, parcels } from './store.ts';

/** A slow phone network gets this long for one request. */
const PATIENCE = 120_000;

class Refused extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super('refused');
    this.problem = problem;
  }
}

/**
 * Tries every parcel that has neither receipt nor refusal.
 * @returns true when nothing is left to send
 */
export async function sendAll(): Promise<boolean> {
  // One sender at a time spares the network; without locks two do no harm.
  if (!navigator.locks) return sendEach();
  return navigator.locks.request('kanal-send', { ifAvailable: true }, (lock) => (lock ? sendEach() : false));
}

async function sendEach(): Promise<boolean> {
  let done = true;
  for (const parcel of await parcels()) {
    if (!parcel.receipt && !parcel.problem) done = (await send(parcel)) && done;
  }
  return done;
}

async function send(parcel: Parcel): Promise<boolean> {
  try {
    const proof = await solve(await call('challenge'));
    let current = parcel;
    for (let i = 0; i < parcel.photos.length; i++) {
      const photo = current.photos[i];
      if (!photo || photo.id) continue;
      const form = new FormData();
      form.append('file', photo.blob, 'file');
      const { id } = await call<{ id: string }>('attachments', form, { 'x-altcha': proof });
      const edited = await editParcel(parcel.key, ({ photos }) => {
        const kept = photos[i];
        if (kept) kept.id ??= id;
      });
      if (!edited) return true;
      current = edited;
    }
    const ids = [...(current.body.attachments ?? []), ...current.photos.flatMap(({ id }) => id ?? [])];
    const body = { ...current.body, attachments: ids.length > 0 ? ids : undefined };
    const receipt = await call<Parcel['receipt']>('complaints', JSON.stringify(body), {
      'content-type': 'application/json',
      'idempotency-key': parcel.key,
      'x-altcha': proof,
    });
    await editParcel(parcel.key, (sent) => {
      sent.receipt = receipt;
      // What the receipt has to say stays, what was written goes.
      const { kind, anonymous, aboutOfficial, contact } = sent.body;
      sent.body = { kind, text: '', anonymous, aboutOfficial, contact: contact?.email ? { email: '' } : {} };
      sent.photos = [];
    });
    return true;
  } catch (error) {
    if (!(error instanceof Refused)) return false;
    const { problem } = error;
    await editParcel(parcel.key, (kept) => {
      kept.problem = problem;
    });
    return true;
  }
}

/** @throws Refused when trying again is of no use; any other error means later */
async function call<T>(path: string, body?: BodyInit, headers?: Record<string, string>): Promise<T> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), PATIENCE);
  try {
    const response = await fetch(`/api/v1/${path}`, {
      method: body ? 'POST' : 'GET',
      body,
      headers: { 'accept-language': 'id', ...headers },
      signal: stop.signal,
      cache: 'no-store',
      credentials: 'omit',
    });
    if (response.ok) return await response.json();
    // 403: the proof was too old; the next try has a new one. 404: the server is being exchanged.
    if ([403, 404, 408, 429].includes(response.status) || response.status >= 500) throw new Error('later');
    throw new Refused(problemOf(await response.json()));
  } finally {
    clearTimeout(timer);
  }
}

interface ProblemDocument {
  title?: string;
  detail?: string;
  errors?: { pointer: string; detail: string }[];
}

function problemOf(document: ProblemDocument): Problem {
  const errors: Record<string, string> = {};
  for (const { pointer, detail } of document.errors ?? []) {
    errors[pointer.slice(1).replace(/\/\d+/g, '').replaceAll('/', '.')] = detail;
  }
  return { title: document.detail ?? document.title ?? 'Laporan tidak dapat diterima.', errors };
}
