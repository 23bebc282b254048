import { exports } from 'cloudflare:workers';
import { beforeEach, describe, it } from 'vitest';
import { app } from '../../workers/app.tsx';
import { SHORT_PATH } from '../../workers/features/campaigns/register/code.ts';
import { loadRegency, newCase } from '../support/worker.ts';

/** What anybody may call: it tells nothing of any case beyond its public status. */
const open = [
  `GET ${SHORT_PATH}`,
  'GET /aset/:name',
  'GET /sw.js',
  'GET /health',
  'GET /api',
  'GET /api/v1/health',
  'GET /api/v1/openapi.json',
  'GET /api/v1/areas',
  'GET /api/v1/categories',
  'GET /api/v1/offices',
  'GET /api/v1/challenge',
  'POST /api/v1/attachments',
  'POST /api/v1/complaints',
  'GET /api/v1/complaints/:code',
  'GET /',
  'POST /',
  'POST /foto',
  'GET /bagikan/kartu.png',
  'GET /bagikan/:code',
  'GET /bagikan/:code/kartu.png',
  'GET /lacak',
  'POST /lacak',
  'GET /lacak/:code',
  'GET /lacak/pin',
  'POST /lacak/pin',
  'GET /keterbukaan',
  'GET /data',
  'GET /data/catalog.json',
  'GET /data/:period{20[0-9]{2}-Q[1-4]}/:file{[a-z-]+\\.(?:csv|json)}',
  'GET /api/v1/open-data',
  'GET /api/v1/open-data/:period/:table',
  'GET /masuk',
  'POST /masuk',
  'GET /masuk/kode',
  'POST /masuk/kode',
  'POST /masuk/keluar',
  'GET /masuk/lupa',
  'POST /masuk/lupa',
  'GET /masuk/undangan/:token',
  'POST /masuk/undangan/:token',
];

/** The reporter's calls: code and PIN, a session made from them, or a link from the mailbox; or the link of who hangs banners. */
const reporter = [
  'GET /api/v1/complaints/:code/timeline',
  'GET /api/v1/complaints/:code/attachments/:id',
  'GET /api/v1/complaints/:code/proof',
  'POST /api/v1/complaints/:code/replies',
  'POST /api/v1/complaints/:code/completion',
  'POST /api/v1/complaints/:code/confirmation',
  'POST /api/v1/complaints/:code/contest',
  'POST /api/v1/complaints/:code/rating',
  'POST /api/v1/complaints/:code/withdrawal',
  'POST /api/v1/complaints/:code/contact',
  'POST /api/v1/complaints/:code/erasure',
  'GET /lacak/laporan',
  'GET /lacak/laporan/bukti',
  'GET /lacak/laporan/data',
  'GET /lacak/laporan/data.json',
  'GET /lacak/laporan/data.zip',
  'GET /lacak/laporan/lampiran/:id',
  'POST /lacak/laporan/:act',
  'POST /lacak/keluar',
  'GET /pasang/:token',
  'POST /pasang/:token/:code',
  'GET /lacak/pin/:code/:part',
  'POST /lacak/pin/:code/:part',
  'GET /lacak/serah/:code/:part',
  'POST /lacak/serah/:code/:part',
  'POST /lacak/serah/:code/:part/selesai',
];

interface Route {
  method: string;
  path: string;
}

/** Every route of the app once; middleware (`ALL`) is no route. */
const routes: Route[] = [
  ...new Map(
    app.routes
      .filter((route) => route.method !== 'ALL')
      .map((route) => [`${route.method} ${route.path}`, { method: route.method, path: route.path }]),
  ).values(),
];
const nameOf = ({ method, path }: Route) => `${method} ${path}`;

const SECRET = 'Rumpun bambu di belakang rumah kepala dusun';

/** A stranger calls the route, about a case that exists. */
async function call({ method, path }: Route, code: string): Promise<Response> {
  const address = path.replaceAll(/:(\w+)(\{[^}]*\})?/g, (_whole, name: string) =>
    name === 'code' ? code : '1',
  );
  return exports.default.fetch(`https://kanal.test${address}`, {
    method,
    redirect: 'manual',
    ...(method === 'POST'
      ? {
          body: JSON.stringify({ text: 'Saya ingin tahu isinya.', reason: 'Saya ingin tahu isinya.' }),
          headers: { 'content-type': 'application/json', origin: 'https://kanal.test' },
        }
      : {}),
  });
}

describe('every route', () => {
  beforeEach(() => loadRegency());

  it('is on a list, or refuses a stranger', async ({ expect }) => {
    const { code } = await newCase({ text: SECRET });
    const closed = routes.filter(
      (route) => !open.includes(nameOf(route)) && !reporter.includes(nameOf(route)),
    );
    expect(closed.length).toBeGreaterThan(20);
    const letIn: string[] = [];
    for (const route of closed) {
      const response = await call(route, code);
      const toSignIn =
        response.status === 302 && (response.headers.get('location') ?? '').startsWith('/masuk?');
      if ((response.status !== 401 && !toSignIn) || (await response.text()).includes('Rumpun')) {
        letIn.push(`${nameOf(route)} → ${response.status}`);
      }
    }
    expect(letIn).toEqual([]);
  });

  it('of the reporter gives a stranger nothing', async ({ expect }) => {
    const { code } = await newCase({ text: SECRET });
    const given: string[] = [];
    for (const route of routes.filter((one) => reporter.includes(nameOf(one)))) {
      const response = await call(route, code);
      const text = await response.text();
      if (response.ok || text.includes('Rumpun')) given.push(`${nameOf(route)} → ${response.status}`);
    }
    expect(given).toEqual([]);
  });

  it('that anybody may call tells nothing of what a case says', async ({ expect }) => {
    const { code } = await newCase({ text: SECRET });
    for (const route of routes.filter((one) => open.includes(nameOf(one)))) {
      const text = await (await call(route, code)).text();
      expect(text, nameOf(route)).not.toContain('Rumpun');
    }
  });

  it('on the lists exists', ({ expect }) => {
    const names = routes.map(nameOf);
    expect([...open, ...reporter].filter((name) => !names.includes(name))).toEqual([]);
  });
});
