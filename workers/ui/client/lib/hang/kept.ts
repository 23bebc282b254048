/** The page of a link, kept on this phone with its files, so that it opens without a signal. */

const cacheOf = (path: string) => `kanal ${path}`;

/** Keeps a page that was just fetched; one whose link is over leaves the phone. */
export async function keepPage(response: Response): Promise<void> {
  const { pathname, search } = new URL(response.url);
  if (response.status === 404 || response.status === 410) await caches.delete(cacheOf(pathname));
  if (!response.ok || search) return;
  const files: string[] = (await response.clone().text()).match(/\/aset\/[\w.-]+/g) ?? [];
  const cache = await caches.open(cacheOf(pathname));
  const known = (await cache.keys()).map((request) => new URL(request.url).pathname);
  await cache.addAll([...new Set(files)].filter((file) => !known.includes(file)));
  await cache.put(pathname, response);
  for (const file of known) if (file !== pathname && !files.includes(file)) await cache.delete(file);
}

export const keptPage = (path: string): Promise<Response | undefined> => caches.match(path);
