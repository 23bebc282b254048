/** Sends findings, from the page and from the service worker alike; each any number of times, which its key makes harmless. */
import { allFound, editFound, type Found } from './store.ts';

/** A slow phone network gets this long for one photo. */
const PATIENCE = 120_000;
/** Trying again is of use. */
const LATER = [403, 408, 429];

/** @returns true when nothing is left that could be sent now */
export async function sendFound(): Promise<boolean> {
  if (!navigator.locks) return sendEach();
  return navigator.locks.request('kanal-pasang', { ifAvailable: true }, (lock) =>
    lock ? sendEach() : false,
  );
}

async function sendEach(): Promise<boolean> {
  let done = true;
  for (const found of await allFound()) {
    if (found.state === 'waiting') done = (await send(found)) && done;
  }
  return done;
}

/** @returns false when it has to be tried again later */
async function send({ key, code, token, fields, photo }: Found): Promise<boolean> {
  const body = new FormData();
  for (const [name, value] of Object.entries({ ...fields, key })) body.set(name, value);
  if (photo) body.set('photo', photo, 'foto.jpg');
  const answer = await fetch(`/pasang/${token}/${code}`, {
    method: 'POST',
    body,
    headers: { accept: 'application/json' },
    signal: stopAfter(PATIENCE),
    cache: 'no-store',
    credentials: 'omit',
  }).catch(() => null);
  if (!answer || LATER.includes(answer.status) || answer.status >= 500) return false;
  const said: { at?: number; closed?: boolean; told?: string } = await answer.json().catch(() => ({}));
  // A sign-in page of some network answers, too, and with 200; only what Kanal says counts.
  if (answer.ok ? said.at === undefined : said.told === undefined) return false;
  await editFound(key, (found) => {
    if (answer.ok) {
      found.state = 'sent';
      found.sentAt = said.at;
      found.fields.remark = '';
      delete found.photo;
    } else {
      found.state = said.closed ? 'closed' : 'refused';
      found.told = said.told;
    }
  });
  return true;
}

function stopAfter(ms: number): AbortSignal {
  const stop = new AbortController();
  setTimeout(() => stop.abort(), ms);
  return stop.signal;
}
