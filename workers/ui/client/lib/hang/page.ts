/**
 * The hanging page with JavaScript: "Kirim" stores photo, position and remark on the phone first, shows the next place at
 * once and sends until there is an answer. Without IndexedDB the form is posted as it is.
 */
import { newKey } from '../store.ts';
import { askForSync } from '../sync.ts';
import { hangForm } from './form.ts';
import { keepPage } from './kept.ts';
import { Places } from './places.ts';
import { sendFound } from './send.ts';
import { allFound, dropFound, editFound, keepFound } from './store.ts';

/** Seconds between tries, the last one from then on. */
const BACKOFF = [5, 10, 20, 40, 60];

const token = location.pathname.split('/')[2] ?? '';
const list = document.getElementById('daftar');

if (list && 'indexedDB' in window) {
  // Some browsers have a store that never opens (private windows).
  allFound().then(
    () => start(new Places(list)),
    () => {},
  );
}

async function start(places: Places): Promise<void> {
  let tries = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const form = hangForm(async (found) => {
    await forget(found.code);
    await keepFound({ ...found, key: newKey(), token, at: Date.now(), state: 'waiting' });
    await show();
    places.open(places.next());
    await send();
  });
  places.onOpen = (place) => form?.open(place, `/pasang/${token}/${place.code}`);

  async function show(): Promise<void> {
    places.show(await allFound(), retry);
  }

  async function send(): Promise<void> {
    clearTimeout(timer);
    let done = await sendFound();
    // What an earlier link could not send goes at once through this one.
    if (await adopt(places)) done = await sendFound();
    await show();
    if (done) return;
    const seconds = BACKOFF[Math.min(tries++, BACKOFF.length - 1)] ?? 60;
    timer = setTimeout(send, seconds * 1000);
    askForSync();
  }

  const retry = () => {
    tries = 0;
    return send();
  };

  await tidy(places);
  await show();
  if (!places.asked) places.open(places.next());
  window.addEventListener('online', retry);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') retry();
  });
  navigator.serviceWorker?.addEventListener('message', show);
  await retry();
  await keepForLater();
}

/** What was said of a place before and did not arrive gives way to what is said now. */
async function forget(code: string): Promise<void> {
  for (const { key, code: of, state } of await allFound()) {
    if (of === code && state !== 'waiting') await dropFound(key);
  }
}

/** What this page was made with, or what somebody else has done since it was refused, needs no telling any more. */
async function tidy(places: Places): Promise<void> {
  for (const { key, code, state, sentAt = 0 } of await allFound()) {
    const known = state === 'sent' && sentAt <= places.madeAt;
    if (known || (state === 'refused' && places.isDone(code))) await dropFound(key);
  }
}

/** What another link could not send goes through this one. @returns whether there is any */
async function adopt(places: Places): Promise<boolean> {
  let adopted = false;
  for (const { key, code, token: of, state } of await allFound()) {
    if (state !== 'closed' || of === token || !places.has(code)) continue;
    adopted = true;
    await editFound(key, (found) => {
      found.token = token;
      found.state = 'waiting';
    });
  }
  return adopted;
}

/** The first time there is no service worker yet that would have kept this page. */
async function keepForLater(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const controlled = navigator.serviceWorker.controller !== null;
  await navigator.serviceWorker.register('/sw.js').catch(() => {});
  if (!controlled || location.search) await fetch(location.pathname).then(keepPage, () => {});
}
