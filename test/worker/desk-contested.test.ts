/** "Jawaban kami yang dibantah": an office reads what its reporters contest, and decides nothing of it. */
import { env } from 'cloudflare:workers';
import { beforeEach, describe, it } from 'vitest';
import { Desk, openDesks } from '../support/desk.ts';
import { act, addStaff, caseRow, loadRegency, newCase } from '../support/worker.ts';

type Opened = Awaited<ReturnType<typeof openDesks>>;
let people: Opened['people'];
let desks: Opened['desks'];

beforeEach(async () => {
  await loadRegency();
  ({ people, desks } = await openDesks());
});

async function contested(): Promise<string> {
  const { code } = await newCase();
  await act(people.admin, code, 'dispose', { office: 'PUPR' });
  await act(people.liaison, code, 'answer', { outcome: 'dijelaskan', text: 'Lubang sudah ditambal.' });
  await act('reporter', code, 'contest', { reason: 'Masih berlubang.' });
  return code;
}
const list = (desk: Desk) => desk.text('/desk?daftar=dibantah');

describe('contested answers of an office', () => {
  it('are listed to its liaison and head until an administrator has decided', async ({ expect }) => {
    const code = await contested();
    const head = await Desk.of(await addStaff(['head'], ['PUPR']));
    for (const desk of [desks.liaison, head]) expect(await list(desk)).toContain(code);
    const api = await (await desks.liaison.api('/cases?list=dibantah')).json();
    expect(api).toMatchObject({ cases: [{ code, state: 'reopened' }] });
    // Read, and nothing decided: the page offers no step that would answer for the administrator.
    const page = await desks.liaison.text(`/desk/kasus/${code}`);
    expect(page).toContain('Masih berlubang.');
    for (const verb of ['answer', 'follow_up', 'dispose', 'return'])
      expect(page).not.toContain(`id="aksi-${verb}"`);
    await act(people.admin, code, 'dispose', { office: 'PUPR' });
    expect(await list(desks.liaison)).not.toContain(code);
  });

  it('are no list of another office, of who has none, or of who is accused', async ({ expect }) => {
    const code = await contested();
    const other = await Desk.of(await addStaff(['liaison', 'head'], ['DLH']));
    expect(await list(other)).not.toContain(code);
    expect((await desks.admin.send('/desk?daftar=dibantah')).status).toBe(404);
    expect((await desks.inspector.send('/desk?daftar=dibantah')).status).toBe(404);
    const { id } = await caseRow(code);
    await env.DB.prepare('INSERT INTO case_accused (case_id, subject) VALUES (?, ?)')
      .bind(id, 'office:PUPR')
      .run();
    const text = await list(desks.liaison);
    expect(text).not.toContain(code);
    expect(text).toContain('Tidak ada jawaban instansi Anda yang sedang dibantah.');
  });
});
