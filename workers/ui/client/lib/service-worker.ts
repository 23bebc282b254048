/**
 * The service worker: sends what waits when the signal is back, and opens the form and the hanging page without any. Caches
 * only these two and their files, never a page that holds anything of a person.
 */
import { keepPage, keptPage } from './hang/kept.ts';
import { sendFound } from './hang/send.ts';
import { sendAll } from './send.ts';

declare const self: ServiceWorkerGlobalScope;

const CACHE = 'kanal-1';
/** A weak signal gets this long before the cached form is shown. */
const PATIENCE = 4000;
/** The page of a link for who hangs banners. */
const HANGING = /^\/pasang\/\w+$/;

interface SyncEvent extends ExtendableEvent {
  tag: string;
}

self.addEventListener('install', (event) => {
  event.waitUntil(
    fetch('/')
      .then(keep)
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  if (url.pathname.startsWith('/aset/')) event.respondWith(cached(request));
  else if (url.pathname === '/' && request.mode === 'navigate') event.respondWith(kept(event, '/', keep));
  else if (HANGING.test(url.pathname) && request.mode === 'navigate')
    event.respondWith(kept(event, url.pathname, keepPage));
});

self.addEventListener('sync' as keyof ServiceWorkerGlobalScopeEventMap, (event) => {
  (event as SyncEvent).waitUntil(deliver());
});

/** @throws Error when something is left: the browser then tries again later */
async function deliver(): Promise<void> {
  const done = [await sendAll(), await sendFound()].every(Boolean);
  for (const client of await self.clients.matchAll()) client.postMessage('sent');
  if (!done) throw new Error('later');
}

async function cached(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request);
}

/** A page from the network, or as it was kept when there is none (or hardly any). */
async function kept(
  event: FetchEvent,
  path: string,
  keepIt: (response: Response) => Promise<void>,
): Promise<Response> {
  const before = await keptPage(path);
  const fresh = fetch(event.request);
  event.waitUntil(fresh.then((response) => keepIt(response.clone())).catch(() => {}));
  if (!before) return fresh;
  const late = new Promise<Response>((resolve) => setTimeout(() => resolve(before), PATIENCE));
  return Promise.race([fresh.catch(() => before), late]);
}

/** Keeps the form and the files it names; drops those it no longer names. */
async function keep(response: Response): Promise<void> {
  if (!response.ok || new URL(response.url).search) return;
  const files: string[] = (await response.clone().text()).match(/\/aset\/[\w.-]+/g) ?? [];
  const cache = await caches.open(CACHE);
  const known = (await cache.keys()).map((request) => new URL(request.url).pathname);
  await cache.addAll(files.filter((file) => !known.includes(file)));
  await cache.put('/', response);
  for (const file of known) if (file !== '/' && !files.includes(file)) await cache.delete(file);
}
