/** An absent colleague: who may act for them, in which cases, for how long, and what the history says. */
import { env } from 'cloudflare:workers';
import { beforeEach, describe, it } from 'vitest';
import type { Staff } from '../../shared/permissions/people.ts';
import { accountChanges } from '../../workers/features/staff/table.ts';
import { DAY, MINUTE, now } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { allStaff } from '../../workers/regency/staff.ts';
import { deputies } from '../../workers/regency/table.ts';
import { Desk, fillForm } from '../support/desk.ts';
import { Machine } from '../support/machine.ts';
import { act, addStaff, loadRegency, MONDAY, newCase, setClock } from '../support/worker.ts';

let hasan: Staff;
let lina: Staff;
let admin: Staff;
let desk: Desk;

beforeEach(async () => {
  setClock(MONDAY);
  await loadRegency();
  hasan = await addStaff(['liaison'], ['PUPR'], 'Hasan');
  lina = await addStaff(['liaison'], ['DLH'], 'Lina', { email: 'lina@example.id' });
  admin = await addStaff(['admin'], ['DISKOMINFO'], 'Andi Admin');
  desk = await Desk.of(lina);
});

const stand = (staffId: number, deputyId: number, more: Partial<typeof deputies.$inferInsert> = {}) =>
  openDb(env.DB)
    .insert(deputies)
    .values({
      staffId,
      deputyId,
      fromAt: now() - DAY,
      toAt: now() + DAY,
      createdBy: admin.id,
      createdAt: now(),
      ...more,
    });

async function ofPupr(): Promise<string> {
  const { code } = await newCase();
  await act(admin, code, 'dispose', { office: 'PUPR' });
  return code;
}
const status = async (code: string) => (await desk.send(`/desk/kasus/${code}`)).status;

describe('a deputy', () => {
  it('works the same cases, and the history says for whom', async ({ expect }) => {
    const code = await ofPupr();
    expect(await status(code)).toBe(404);
    await stand(hasan.id, lina.id);
    expect(await desk.text('/desk')).toContain(code);
    const page = await desk.text(`/desk/kasus/${code}`);
    expect(page).toContain('Anda juga bertindak untuk Hasan');
    const answer = await fillForm(desk, code, 'answer', { outcome: 'dijelaskan', text: 'Sudah dijelaskan.' });
    expect(answer.status).toBe(303);
    expect(await desk.text(`/desk/kasus/${code}`)).toContain('Lina a.n. Hasan');
    const own = (await newCase()).code;
    await act(admin, own, 'dispose', { office: 'DLH' });
    await fillForm(desk, own, 'note', { text: 'Milik sendiri.' });
    expect(await desk.text(`/desk/kasus/${own}`)).not.toContain('a.n. Hasan');
  });

  it('has nothing before the first day, after the last, when it was ended, or of an inactive account', async ({
    expect,
  }) => {
    const code = await ofPupr();
    await stand(hasan.id, lina.id, { fromAt: now() + MINUTE });
    await stand(hasan.id, lina.id, { toAt: now() });
    await stand(hasan.id, lina.id, { endedAt: now() });
    expect(await status(code)).toBe(404);
    await stand(hasan.id, lina.id);
    expect(await status(code)).toBe(200);
    await env.DB.prepare('UPDATE staff SET active = 0 WHERE id = ?').bind(hasan.id).run();
    expect(await status(code)).toBe(404);
  });

  it('does not pass borrowed rights on, and mixes no role with another office', async ({ expect }) => {
    const code = await ofPupr();
    const rudi = await addStaff(['head'], ['DPKPP'], 'Rudi');
    await stand(hasan.id, lina.id);
    await stand(lina.id, rudi.id);
    const his = await Desk.of(rudi);
    expect((await his.send(`/desk/kasus/${code}`)).status).toBe(404);
    // An administrator of nothing else: the role stays with the person who has it.
    const humas = await addStaff(['campaigner'], ['PUPR'], 'Hana');
    await stand(lina.id, humas.id);
    expect((await (await Desk.of(humas)).send(`/desk/kasus/${code}`)).status).toBe(404);
  });

  it('never reads an accusation, nor a case against either of them', async ({ expect }) => {
    const verifier = await addStaff(['verifier'], [], 'Vera');
    await stand(verifier.id, lina.id);
    const { code } = await newCase({ text: 'Petugas loket minta uang.', aboutOfficial: true });
    await act(admin, code, 'hold', { reason: 'Menuduh petugas.' });
    expect(await status(code)).toBe(404);
    await stand(hasan.id, lina.id);
    for (const subject of [`staff:${hasan.id}`, `staff:${lina.id}`, 'office:PUPR', 'office:DLH']) {
      const against = await ofPupr();
      expect(await status(against)).toBe(200);
      await env.DB.prepare(
        'INSERT INTO case_accused (case_id, subject) SELECT id, ? FROM cases WHERE code = ?',
      )
        .bind(subject, against)
        .run();
      expect(await status(against), subject).toBe(404);
    }
  });

  it('gets the notices of the absent one as well', async ({ expect }) => {
    const machine = new Machine();
    await stand(hasan.id, lina.id);
    const code = await ofPupr();
    await machine.run(now());
    const people = await allStaff(openDb(env.DB), now());
    expect(people.find(({ id }) => id === lina.id)?.acting).toMatchObject([
      { id: hasan.id, offices: ['PUPR'] },
    ]);
    await machine.drain();
    expect(machine.to('lina@example.id').map((mail) => mail.text)).toEqual([expect.stringContaining(code)]);
  });
});

describe('naming a deputy', () => {
  const fields = (deputy: Staff, more = {}) => ({
    deputyId: String(deputy.id),
    from: '2026-07-20',
    to: '2026-07-24',
    ...more,
  });

  it('is done by oneself or by an administrator, is written down, and ends at once', async ({ expect }) => {
    const code = await ofPupr();
    const his = await Desk.of(hasan);
    expect((await his.post('/desk/pengganti', fields(lina))).status).toBe(303);
    expect(await his.text('/desk/pengganti')).toContain('Lina');
    expect(await status(code)).toBe(200);
    // Whoever is no administrator speaks for themselves, whatever the form says.
    const stranger = await Desk.of(await addStaff(['liaison'], ['DPKPP'], 'Sari'));
    await stranger.post('/desk/pengganti', fields(lina, { staffId: String(admin.id) }));
    expect(await desk.text('/desk/pengganti')).not.toContain('Andi Admin</td>');
    const [row] = await openDb(env.DB).select().from(deputies);
    expect((await stranger.post(`/desk/pengganti/${row?.id}/akhiri`, {})).status).toBe(404);
    expect((await desk.post(`/desk/pengganti/${row?.id}/akhiri`, {})).status).toBe(303);
    expect(await status(code)).toBe(404);
    const theirs = await Desk.of(admin);
    const named = await theirs.post('/desk/pengganti', fields(lina, { staffId: String(hasan.id) }));
    expect(named.status).toBe(303);
    expect(await status(code)).toBe(200);
    setClock(Date.parse('2026-07-24T23:59:00+08:00'));
    expect((await (await Desk.of(lina)).send(`/desk/kasus/${code}`)).status).toBe(200);
    setClock(Date.parse('2026-07-25T00:00:00+08:00'));
    expect((await (await Desk.of(lina)).send(`/desk/kasus/${code}`)).status).toBe(404);
    const changes = await openDb(env.DB).select().from(accountChanges);
    expect(changes.map(({ what }) => what)).toEqual(['deputy', 'deputy', 'deputy_ended', 'deputy']);
  });

  it('refuses days and people that cannot be, and keeps what was typed', async ({ expect }) => {
    const his = await Desk.of(hasan);
    for (const [wrong, words] of [
      [{ deputyId: String(hasan.id) }, 'Pilih petugas lain'],
      [{ from: '2026-07-19' }, 'Pilih hari ini atau sesudahnya'],
      [{ to: '2026-07-19' }, 'tidak boleh sebelum hari pertama'],
      [{ to: '2026-12-31' }, 'paling lama tiga bulan'],
    ] as const) {
      const answer = await his.post('/desk/pengganti', fields(lina, wrong));
      expect(answer.status, words).toBe(422);
      const page = await answer.text();
      expect(page).toContain(words);
      expect(page).toContain(`value="${'from' in wrong ? wrong.from : '2026-07-20'}"`);
    }
    expect(await openDb(env.DB).select().from(deputies)).toEqual([]);
  });
});
