/** The page of a case: how long each held it, and which notices arrived, as far as one may know. */
import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, it } from 'vitest';
import { clue } from '../../shared/routing/clue.ts';
import { deliveries } from '../../workers/messaging/table.ts';
import { DAY } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { Desk, openDesks } from '../support/desk.ts';
import { act, loadRegency, MONDAY, newCase, setClock } from '../support/worker.ts';

type Opened = Awaited<ReturnType<typeof openDesks>>;
let people: Opened['people'];

interface Shown {
  custody: { holder: { code: string }; workingDays: number; until: string | null }[];
  workingDays: number;
  notices: { template: string; name: string; to: string; status: string; reason: string | null }[];
}
const shown = async (who: keyof Opened['desks'], code: string) =>
  // A session of today: the clock of these tests goes on for weeks.
  (await (await (await Desk.of(people[who])).api(`/cases/${code}`)).json()) as Shown;

beforeEach(async () => {
  setClock(MONDAY);
  await loadRegency();
  ({ people } = await openDesks());
});

describe('who held it', () => {
  it('counts the working days of each holder, and stops when the case is closed', async ({ expect }) => {
    const { code } = await newCase();
    setClock(MONDAY + 2 * DAY);
    await act(people.admin, code, 'dispose', { office: 'PUPR' });
    // Over the weekend.
    setClock(MONDAY + 7 * DAY);
    await act(people.liaison, code, 'return', { reason: 'Ini lampu jalan.', suggestion: 'DPKPP' });
    setClock(MONDAY + 8 * DAY);
    const during = await shown('admin', code);
    expect(during.custody.map(({ holder, workingDays }) => [holder.code, workingDays])).toEqual([
      ['@admin', 2],
      ['PUPR', 3],
      ['@admin', 1],
    ]);
    expect(during.workingDays).toBe(6);
    const page = await (await Desk.of(people.admin)).text(`/desk/kasus/${code}`);
    expect(page).toContain('Seluruhnya 6 hari kerja');
    await act(people.admin, code, 'archive', { category: 'lainnya', reason: 'Sudah ditangani.' });
    setClock(MONDAY + 30 * DAY);
    expect((await shown('admin', code)).workingDays).toBe(6);
  });
});

describe('notices of a case', () => {
  const mark = (id: string, set: Partial<typeof deliveries.$inferInsert>) =>
    openDb(env.DB).update(deliveries).set(set).where(eq(deliveries.id, id));

  it('tells which, to whom by role, and what became of it; no address', async ({ expect }) => {
    const { code, caseId } = await newCase({ contact: { email: 'siti.rahasia@example.id' } });
    await act(people.admin, code, 'dispose', { office: 'PUPR' });
    await mark(`${caseId}:1:receipt:reporter`, { status: 'sent', sentAt: MONDAY });
    await mark(`${caseId}:2:staff-disposed:office:PUPR`, {
      status: 'failed',
      reason: 'Gagal terkirim: server surat tidak menjawab',
    });
    for (const who of ['admin', 'liaison'] as const) {
      const { notices } = await shown(who, code);
      expect(notices.map(({ template, status }) => [template, status]).toSorted()).toEqual([
        ['disposed', 'pending'],
        ['receipt', 'sent'],
        ['staff-disposed', 'failed'],
      ]);
      const page = await (await Desk.of(people[who])).text(`/desk/kasus/${code}`);
      expect(page).toContain('Disposisi baru');
      expect(page).toContain('server surat tidak menjawab');
      expect(page).not.toContain('siti.rahasia');
    }
    // Another case whose number begins with the same digits is another case.
    expect((await shown('admin', (await newCase()).code)).notices.map((n) => n.template)).toEqual([]);
  });

  it('says that a desk without people was not reached', async ({ expect }) => {
    const { code, caseId } = await newCase();
    await act(people.admin, code, 'dispose', { office: 'PUPR' });
    await mark(`${caseId}:2:staff-disposed:office:PUPR`, { status: 'sent', reason: 'Belum ada petugas' });
    expect((await shown('admin', code)).notices).toMatchObject([
      { status: 'failed', reason: 'Belum ada petugas' },
    ]);
    await mark(`${caseId}:2:staff-disposed:office:PUPR`, { status: 'sent', reason: 'Diteruskan ke petugas' });
    expect((await shown('admin', code)).notices).toEqual([]);
  });

  it('keeps what was told while the case was held from everybody but its secret holder', async ({
    expect,
  }) => {
    const { code } = await newCase({ contact: { email: 'warga@example.id' } });
    await act(people.admin, code, 'dispose', { office: 'PUPR' });
    setClock(MONDAY + DAY);
    await act(people.liaison, code, 'hold', { reason: 'Menuduh petugas.', accused: ['DLH'] });
    await act('reporter', code, 'reply', { text: 'Saya tambahkan keterangan.' });
    const secret = (await shown('verifier', code)).notices.map((notice) => notice.template);
    expect(secret).toContain('staff-held');
    expect(secret).toContain('staff-reporter-replied');
    setClock(MONDAY + 2 * DAY);
    await act(people.verifier, code, 'free', { reason: 'Tidak menuduh siapa pun.' });
    await act(people.admin, code, 'dispose', { office: 'PUPR' });
    for (const who of ['admin', 'liaison'] as const) {
      const told = (await shown(who, code)).notices.map((notice) => notice.template);
      expect(told).toContain('staff-disposed');
      expect(told).not.toContain('staff-held');
      expect(told).not.toContain('staff-reporter-replied');
    }
  });
});

describe('why the router chose', () => {
  it('tells its clues without the signs of the lexicon', ({ expect }) => {
    expect(clue('pasar .. atap|bocor|becek|@rusak|−bangun')).toBe('pasar … atap/bocor/becek/…');
    expect(clue('tim & @kantor')).toBe('tim + kantor');
    expect(clue('pppk & !formasi')).toBe('pppk');
    expect(clue('~jaga loket')).toBe('jaga loket');
  });
});
