/** Where the document of the API is given out, and the page to read it. */
import { Hono } from 'hono';
import type { Regency } from '../../regency/snapshot.ts';
import { openCors } from '../api.ts';
import type { AppEnv } from '../http.ts';
import { type ApiDocument, describe } from './openapi.ts';
import { ApiPage } from './views/api-page.tsx';

const PATH = '/api/v1/openapi.json';

/**
 * `/api/v1/openapi.json` and `/api`. Mounted last or first, it makes no difference: routes are read when asked.
 * @param app the whole app; every route with `describeRoute` is in the document
 */
export function apiDocument(app: Hono<AppEnv>): Hono<AppEnv> {
  let made: { version: number; document: Promise<ApiDocument> } | null = null;
  const documentOf = (regency: Regency) => {
    if (made?.version !== regency.version)
      made = { version: regency.version, document: describe(app, regency) };
    return made.document;
  };
  const pages = new Hono<AppEnv>();
  pages.use(PATH, openCors);
  pages.get(PATH, async (c) =>
    c.json(await documentOf(c.var.regency), 200, { 'cache-control': 'public, max-age=300' }),
  );
  pages.get('/api', async (c) =>
    c.html(<ApiPage regency={c.var.regency} document={await documentOf(c.var.regency)} path={PATH} />),
  );
  return pages;
}
