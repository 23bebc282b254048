/** The room of figures: what each role sees, and that the cases behind a figure are those that it counts. */
import { env } from 'cloudflare:workers';
import { beforeEach, describe, it } from 'vitest';
import { figureIds } from '../../shared/figures/definitions.ts';
import type { Role } from '../../shared/permissions/people.ts';
import { createApiKey } from '../../workers/features/staff/accounts.ts';
import type { Scope } from '../../workers/features/staff/queries.ts';
import { DAY } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { loadKeys } from '../../workers/privacy/keys.ts';
import { Desk } from '../support/desk.ts';
import { foldFigures } from '../support/figures.ts';
import { manyCases } from '../support/many-cases.ts';
import { addStaff, loadRegency, MONDAY } from '../support/worker.ts';

const PAGE = '/desk/evaluasi/angka';
const QUARTER = '2026-Q2';
/** Four months, so that a figure is looked for among cases that count for another period. */
const CASES = 220;

interface Told {
  value: number | null;
  text: string;
}
interface Figures {
  figures: { id: string; period: Told }[];
  rows: { value: string; name: string; figures: Record<string, Told> }[];
}

beforeEach(async () => {
  await loadRegency();
  await manyCases(CASES, MONDAY - 120 * DAY, MONDAY - DAY);
  await foldFigures();
}, 30_000);

const desk = async (role: Role, office = 'PUPR') => Desk.of(await addStaff([role], [office], 'Uji'));

const figuresOf = async (person: Desk, query: string): Promise<Figures> =>
  (await person.send(`/api/v1/evaluation/figures?period=${QUARTER}&${query}`)).json();

/** Codes of all cases behind a figure, page by page. */
async function codesBehind(person: Desk, query: string): Promise<Set<string>> {
  const codes = new Set<string>();
  let address: string | undefined = `${PAGE}/laporan?periode=${QUARTER}&${query}`;
  for (let pages = 0; address && pages < 60; pages++) {
    const page: string = await person.text(address);
    for (const [, code = ''] of page.matchAll(/\/desk\/kasus\/(LT-\d+)"/g)) codes.add(code);
    const next: string | undefined = /<a href="([^"]*sesudah=[^"]*)"/.exec(page)?.[1];
    address = next?.replaceAll('&amp;', '&');
  }
  return codes;
}

describe('the figures of a period', () => {
  it('lead an administrator to exactly the cases that they count', async ({ expect }) => {
    const admin = await desk('admin');
    const { figures, rows } = await figuresOf(admin, 'by=district');
    for (const id of ['received', 'promise_open', 'archived']) {
      const value = figures.find((one) => one.id === id)?.period.value ?? 0;
      expect(value).toBeGreaterThan(5);
      expect((await codesBehind(admin, `angka=${id}`)).size).toBe(value);
    }
    const district = rows.find(({ figures: { received } }) => (received?.value ?? 0) > 5);
    const codes = await codesBehind(admin, `menurut=kecamatan&nilai=${district?.value}&angka=received`);
    expect(codes.size).toBe(district?.figures.received?.value);

    // An office sees its own cases of the same figure, and is told that there are others.
    const head = await desk('head');
    const own = await codesBehind(head, 'angka=received');
    const offices = await figuresOf(head, 'by=office');
    const pupr = offices.rows.find(({ value }) => value === 'PUPR')?.figures.received?.value;
    expect(own.size).toBe(pupr);
    expect(await head.text(`${PAGE}/laporan?periode=${QUARTER}&angka=received`)).toContain(
      'Hanya laporan kantor Anda',
    );
    const listed = (path: string) => admin.send(`${PAGE}/laporan?periode=${QUARTER}&${path}`);
    expect((await listed('angka=oversight')).status).toBe(404);
    expect(await codesBehind(admin, 'menurut=jenis&nilai=oversight&angka=received')).toEqual(new Set());
  });

  it('are for those who read the evaluation, each as far as it is theirs', async ({ expect }) => {
    const statuses = async (person: Desk, ...paths: string[]) =>
      Promise.all(paths.map(async (path) => (await person.send(path)).status));
    const paths = [PAGE, `${PAGE}/laporan?angka=received`, '/api/v1/evaluation/figures?by=disposer'];
    const expected: [Role, number[]][] = [
      ['admin', [200, 200, 200]],
      ['leader', [200, 200, 200]],
      ['liaison', [200, 200, 403]],
      ['inspector', [200, 403, 403]],
      ['campaigner', [200, 403, 403]],
      ['helper', [403, 403, 403]],
    ];
    for (const [role, wanted] of expected)
      expect([role, await statuses(await desk(role), ...paths)]).toEqual([role, wanted]);

    const campaigner = await desk('campaigner');
    const page = await campaigner.text(`${PAGE}?periode=${QUARTER}&menurut=opd`);
    expect(page).not.toContain(`${PAGE}/laporan`);
    expect(page).not.toContain('Petugas disposisi');
    expect(page).toMatch(/Warga lebih banyak memakai kanal resmi: \d+ laporan|Belum ada unggahan/);
    for (const id of figureIds.filter((one) => !['dispositions', 'sent_back'].includes(one)))
      expect(page).toContain(`${PAGE}/tentang/${id}`);
    expect(await statuses(campaigner, ...figureIds.map((id) => `${PAGE}/tentang/${id}`))).toEqual(
      figureIds.map(() => 200),
    );
    expect(page.match(/<svg[^>]*role="img"/g)?.length).toBe(4);

    // Small numbers stand on no page and in no file.
    const villages = await campaigner.text(`${PAGE}/tabel.csv?periode=${QUARTER}&menurut=desa`);
    expect(villages).toContain('kurang dari 5');
    expect(villages).not.toMatch(/^[^,;\n]*[,;]"?[^,;\n]*(, [^"\n]*)?"?[,;][1-4][,;]/m);
    expect(villages).toContain('penduduk belum diisi');
    expect((await campaigner.send(`${PAGE}?dari=2026-05-01&sampai=2026-04-01`)).status).toBe(422);

    // Who may not list every case asks for quarters, and reads figures that have nothing in common.
    const asked = async (person: Desk, period: string) =>
      (await person.send(`/api/v1/evaluation/figures?period=${period}`)).status;
    for (const person of [campaigner, await desk('head')]) {
      for (const period of ['2026-05', '2026-H1', '2026-04-01_2026-06-30'])
        expect(await asked(person, period)).toBe(422);
      const own = await person.text(`${PAGE}?periode=2026-05&menurut=opd`);
      expect(own).toContain('<h1>Angka Triwulan II 2026</h1>');
      expect(own).not.toMatch(/Tanggal lain|Semester|<th[^>]*>Penyelesaian</);
    }
    expect(await asked(await desk('leader'), '2026-05')).toBe(200);

    // Partners read with a key for figures.
    const answer = async (scope: Scope, path: string) => {
      const { token } = await createApiKey(openDb(env.DB), await loadKeys(env), {
        ...{ name: scope, scopes: [scope], staffId: null },
      });
      const stranger = await Desk.of(await addStaff(['helper'], [], 'Uji'));
      return stranger.send(`/api/v1/evaluation/${path}`, {
        headers: { authorization: `Bearer ${token}`, cookie: '' },
      });
    };
    expect((await answer('campaigns', 'figures')).status).toBe(403);
    expect((await answer('figures', 'figures?by=disposer')).status).toBe(403);
    // One quarter that is over, as a whole: nothing can be subtracted.
    expect((await answer('figures', `figures?period=${QUARTER}&by=office`)).status).toBe(403);
    for (const period of ['2026-13', '2026-05', '2026-H1', '2026', '2026-04-01_2026-06-30', '2099-Q1'])
      for (const path of [`figures?period=${period}`, `satisfaction?until=${period}`])
        expect([path, (await answer('figures', path)).status]).toEqual([path, 422]);
    const told: Figures = await (await answer('figures', 'figures?figure=settled')).json();
    expect(told).toMatchObject({ figures: [{ id: 'settled' }], rows: [] });
    expect((await answer('figures', `figures?period=${QUARTER}`)).status).toBe(200);
    const { rows } = (await (await answer('figures', 'satisfaction')).json()) as { rows: unknown[] };
    expect(rows).toMatchObject([{ office: null }]);
    const meanings: { id: string }[] = await (await answer('figures', 'definitions')).json();
    expect(meanings.map(({ id }) => id)).toEqual([...figureIds]);
  });
});
