import { env } from 'cloudflare:workers';
import { beforeEach, describe, it } from 'vitest';
import { pinOf } from '../../workers/cases/pin.ts';
import { HOUR, now } from '../../workers/platform/clock.ts';
import { loadKeys } from '../../workers/privacy/keys.ts';
import { assistedForm, BRIBE, codeIn, handoverIn, pinIn, sendForm, stranger } from '../support/assisted.ts';
import { openDesks } from '../support/desk.ts';
import { faulty } from '../support/faulty.ts';
import { caseRow, loadRegency, MONDAY, setClock } from '../support/worker.ts';

let desks: Awaited<ReturnType<typeof openDesks>>['desks'];

beforeEach(async () => {
  setClock(MONDAY);
  await loadRegency();
  ({ desks } = await openDesks());
});

describe('handing over a PIN', () => {
  const take = (path: string, key: string) => stranger(path, { key });

  async function handed(): Promise<{ code: string; path: string }> {
    const answer = await sendForm(desks.liaison, assistedForm({ text: BRIBE, insisted: '1' }));
    const page = await answer.text();
    return { code: codeIn(page), path: handoverIn(page) };
  }

  it('works once, also when two phones open it at once', async ({ expect }) => {
    const { path } = await handed();
    expect((await stranger(path)).status).toBe(200);
    const both = await Promise.all([1, 2].map(() => take(path, crypto.randomUUID())));
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await stranger(path)).status).toBe(410);
    expect((await take(path, crypto.randomUUID())).status).toBe(410);
  });

  it('shows it again after a lost answer, but never once it was noted, nor after five minutes', async ({
    expect,
  }) => {
    const { path } = await handed();
    const key = crypto.randomUUID();
    const first = pinIn(await (await take(path, key)).text());
    expect(pinIn(await (await take(path, key)).text())).toBe(first);
    setClock(now() + 6 * 60_000);
    expect((await take(path, key)).status).toBe(410);
    const other = await handed();
    const another = crypto.randomUUID();
    await take(other.path, another);
    const closed = await stranger(`${other.path}/selesai`, { x: '1' });
    expect(await closed.text()).toContain('PIN sudah dihapus dari layar');
    expect((await take(other.path, another)).status).toBe(410);
  });

  it.for(['before_batch', 'answer_lost'] as const)(
    'survives %s when tried again',
    async (fault, { expect }) => {
      const { path, code } = await handed();
      const key = crypto.randomUUID();
      const broken = faulty(env.DB, fault);
      const first = await stranger(path, { key }, { ...env, DB: broken.d1 });
      expect(broken.struck()).toBe(1);
      const again = await take(path, key);
      expect(again.status).toBe(200);
      expect(pinIn(await again.text())).toBe(await pinOf(await loadKeys(env), code, 2));
      expect((await caseRow(code)).pinVersion).toBe(2);
      await first.text();
    },
  );

  it('ends after half an hour, and a forged link opens nothing', async ({ expect }) => {
    const { path, code } = await handed();
    const forged = path.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
    expect((await take(forged, crypto.randomUUID())).status).toBe(410);
    const later = path.replace(/\/(\d+)-/, (_all, until: string) => `/${Number(until) + 1}-`);
    expect((await take(later, crypto.randomUUID())).status).toBe(410);
    setClock(now() + HOUR);
    expect((await take(path, crypto.randomUUID())).status).toBe(410);
    expect((await caseRow(code)).pinVersion).toBe(1);
  });
});
