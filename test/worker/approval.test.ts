/** Answers that wait for somebody else's approval, by page and by API: who may, what the reporter sees, what is told. */
import { env, exports } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, it } from 'vitest';
import type { Staff } from '../../shared/permissions/people.ts';
import { clocks } from '../../workers/clocks/table.ts';
import { readFacts } from '../../workers/features/evaluation/evidence/proofs/queries.ts';
import { deliveries } from '../../workers/messaging/table.ts';
import { DAY, now } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { deputies } from '../../workers/regency/table.ts';
import { Desk, fillForm } from '../support/desk.ts';
import { PROPOSED, workPhoto } from '../support/journeys.ts';
import { wantApproval } from '../support/office-settings.ts';
import { act, addStaff, caseRow, loadRegency, newCase, testCtx } from '../support/worker.ts';

let admin: Staff;
let liaison: Staff;
let head: Staff;

beforeEach(async () => {
  await loadRegency();
  admin = await addStaff(['admin'], ['DISKOMINFOSP'], 'Andi Admin');
  liaison = await addStaff(['liaison'], ['PUPR'], 'Lina Penghubung');
  head = await addStaff(['head'], ['PUPR'], 'Hasan Kepala');
  await wantApproval('PUPR', 'head');
});

/** What the government's scores are shown of it. */
const evidence = async () => readFacts(env, await testCtx());

async function disposed() {
  const receipt = await newCase({ contact: { email: 'warga@example.id' } });
  await act(admin, receipt.code, 'dispose', { office: 'PUPR' });
  return receipt;
}

const timeline = async ({ code, pin }: { code: string; pin: string }) => {
  const response = await exports.default.fetch(
    new Request(`http://localhost/api/v1/complaints/${code}/timeline`, {
      headers: { authorization: `Pin ${pin}` },
    }),
  );
  return response.text();
};
const told = async (template: string) =>
  (await openDb(env.DB).select().from(deliveries).where(eq(deliveries.template, template))).map(
    ({ recipient }) => recipient,
  );

describe('an office that wants approval', () => {
  it('does not answer directly, neither by page nor by API', async ({ expect }) => {
    const { code } = await disposed();
    const desk = await Desk.of(liaison);
    const refused = await desk.api(`/cases/${code}/answer`, PROPOSED);
    expect(refused.status).toBe(403);
    expect(await refused.text()).toContain('disetujui dahulu');
    const page = await desk.text(`/desk/kasus/${code}`);
    expect(page).toContain('Usulkan jawaban akhir');
    expect(page).not.toContain('Beri jawaban akhir');
    const byPage = await desk.post(`/desk/kasus/${code}/answer`, {
      key: crypto.randomUUID(),
      version: String((await caseRow(code)).version),
      sure: '1',
      ...PROPOSED,
    });
    expect(byPage.status).toBe(403);
    const text = await byPage.text();
    expect(text).toContain('disetujui dahulu');
    expect(text).toContain(PROPOSED.text);
    expect((await caseRow(code)).answeredAt).toBeNull();
  });

  it('proposes with a photo; the reporter reads it only once the head approved it', async ({ expect }) => {
    const receipt = await disposed();
    const { code, pin } = receipt;
    const photo = await workPhoto();
    const desks = { liaison: await Desk.of(liaison), head: await Desk.of(head) };
    const sent = await fillForm(desks.liaison, code, 'propose_answer', {
      outcome: 'dikerjakan',
      text: 'Lubang ditambal kemarin.',
      physical: '1',
      photos: [photo],
    });
    expect(sent.status).toBe(303);
    const waiting = await caseRow(code);
    expect(waiting).toMatchObject({ state: 'disposed', proposedBy: `staff:${liaison.id}`, answeredAt: null });
    expect(waiting.proposalSeq).toBe(waiting.version);
    expect(await timeline(receipt)).not.toContain('ditambal');
    const seen = (id: string) =>
      exports.default.fetch(
        new Request(`http://localhost/api/v1/complaints/${code}/attachments/${id}`, {
          headers: { authorization: `Pin ${pin}` },
        }),
      );
    expect((await seen(photo)).status).toBe(404);
    const running = await openDb(env.DB).select().from(clocks).where(eq(clocks.subjectId, waiting.id));
    expect(
      running.filter(({ clock }) => clock === 'settle').map((one) => [one.stoppedAt, one.pausedAt]),
    ).toEqual([[null, null]]);
    // Who wrote it cannot let it leave.
    expect((await desks.liaison.api(`/cases/${code}/approve_answer`, {})).status).toBe(403);
    expect(await evidence()).toMatchObject({ attachments: 1, approvals: 0 });
    const page = await desks.head.text(`/desk/kasus/${code}`);
    expect(page).toContain('Lina Penghubung');
    expect(page).toContain('Setujui dan kirim');
    expect(page).toContain(`/desk/kasus/${code}/lampiran/${photo}`);
    expect(await desks.head.text('/desk?daftar=persetujuan')).toContain(code);
    expect((await fillForm(desks.head, code, 'approve_answer', {})).status).toBe(303);
    expect(await caseRow(code)).toMatchObject({
      state: 'answered',
      outcome: 'dikerjakan',
      answeredBy: `staff:${head.id}`,
      proposedBy: `staff:${liaison.id}`,
      proposalSeq: null,
    });
    expect(await timeline(receipt)).toContain('Lubang ditambal kemarin.');
    expect((await seen(photo)).status).toBe(200);
    expect(await evidence()).toMatchObject({ attachments: 1, approvals: 1 });
    expect(await told('answered')).toEqual(['reporter']);
    expect(await desks.head.text(`/desk/kasus/${code}`)).toContain('Hasan Kepala, diusulkan Lina Penghubung');
    expect(await desks.head.text('/desk?daftar=persetujuan')).not.toContain(code);
  });

  it('gives it back with a reason; the next proposal takes words and photos along', async ({ expect }) => {
    const { code } = await disposed();
    const photo = await workPhoto();
    const first = { outcome: 'dikerjakan', text: 'Sudah ditambal.', physical: true, photos: [photo] };
    await act(liaison, code, 'propose_answer', first);
    await act(head, code, 'send_back_answer', { reason: 'Sebutkan ruas dan tanggalnya.' });
    expect(await caseRow(code)).toMatchObject({ proposalSeq: null, proposedBy: null, state: 'disposed' });
    expect(await told('staff-answer-sent-back')).toEqual([`staff:${liaison.id}`]);
    const desk = await Desk.of(liaison);
    const page = await desk.text(`/desk/kasus/${code}`);
    expect(page).toContain('Perbaiki usulan jawaban');
    expect(page).toContain('Sudah ditambal.</textarea>');
    expect(page).toContain(`${photo}.jpeg.`);
    await act(liaison, code, 'propose_answer', { ...first, text: 'Ruas pasar ditambal 3 Juli 2026.' });
    await act(head, code, 'approve_answer', {});
    const view = (await (await desk.api(`/cases/${code}`)).json()) as {
      version: number;
      attachments: { id: string; seq: number }[];
    };
    expect(view.attachments).toMatchObject([{ id: photo, seq: view.version }]);
  });

  it('replaces a proposal that still waits', async ({ expect }) => {
    const { code } = await disposed();
    await act(liaison, code, 'propose_answer', PROPOSED);
    await act(liaison, code, 'propose_answer', { ...PROPOSED, text: 'Ditambal Senin depan.' });
    await act(head, code, 'approve_answer', {});
    const { entries } = (await (await (await Desk.of(admin)).api(`/cases/${code}`)).json()) as {
      entries: { verb: string; words: { text?: string } }[];
    };
    expect(entries.findLast(({ verb }) => verb === 'answer')?.words.text).toBe('Ditambal Senin depan.');
  });

  it('drops the proposal when the case leaves the office, and never lets it leave later', async ({
    expect,
  }) => {
    const { code } = await disposed();
    await act(liaison, code, 'propose_answer', PROPOSED);
    await act(liaison, code, 'return', { reason: 'Bukan tugas kami.', suggestion: 'DPKPP' });
    expect((await caseRow(code)).proposalSeq).toBeNull();
    await act(admin, code, 'decide_return', { office: 'PUPR' });
    await expect(act(head, code, 'approve_answer', {})).rejects.toMatchObject({ detail: 'no_proposal' });
  });

  it('refuses a scheduled answer whose day came while it waited', async ({ expect }) => {
    const { code } = await disposed();
    const date = new Date(now() + 3 * DAY).toISOString().slice(0, 10);
    const text = 'Dianggarkan dan dikerjakan pekan ini.';
    await act(liaison, code, 'propose_answer', { outcome: 'dijadwalkan', text, date, budget: 'APBD' });
    await expect(act(head, code, 'approve_answer', {}, now() + 5 * DAY)).rejects.toMatchObject({
      fields: [{ pointer: '/date' }],
    });
  });
});

describe('somebody who is not there', () => {
  it('is stood in for: the head without an account by a colleague', async ({ expect }) => {
    const { code } = await disposed();
    await wantApproval('DPKPP', 'head');
    const [one, two] = [await addStaff(['liaison'], ['DPKPP']), await addStaff(['liaison'], ['DPKPP'])];
    await act(liaison, code, 'return', { reason: 'Lampu jalan.', suggestion: 'DPKPP' });
    await act(admin, code, 'decide_return', { office: 'DPKPP' });
    await act(one, code, 'propose_answer', PROPOSED);
    await expect(act(one, code, 'approve_answer', {})).rejects.toMatchObject({ kind: 'forbidden' });
    await act(two, code, 'approve_answer', {});
    expect((await caseRow(code)).answeredBy).toBe(`staff:${two.id}`);
  });

  it('does not keep an office of one from answering; the history says that nobody approved', async ({
    expect,
  }) => {
    await wantApproval('DPKPP', 'colleague');
    const alone = await addStaff(['liaison'], ['DPKPP']);
    const { code } = await newCase();
    await act(admin, code, 'dispose', { office: 'DPKPP' });
    await expect(act(alone, code, 'propose_answer', PROPOSED)).rejects.toMatchObject({
      detail: 'no_approval',
    });
    const desk = await Desk.of(alone);
    expect((await fillForm(desk, code, 'answer', PROPOSED)).status).toBe(303);
    expect(await desk.text(`/desk/kasus/${code}`)).toContain('Tanpa persetujuan');
  });

  it('has a deputy, whose approval the history tells in the name of the head', async ({ expect }) => {
    const { code } = await disposed();
    const deputy = await addStaff(['liaison'], ['PUPR'], 'Dewi Pengganti');
    await openDb(env.DB)
      .insert(deputies)
      .values({
        ...{ staffId: head.id, deputyId: deputy.id, createdBy: admin.id },
        ...{ fromAt: now() - DAY, toAt: now() + DAY, createdAt: now() },
      });
    await act(liaison, code, 'propose_answer', PROPOSED);
    const desk = await Desk.of(deputy);
    expect((await fillForm(desk, code, 'approve_answer', {})).status).toBe(303);
    expect(await desk.text(`/desk/kasus/${code}`)).toContain(
      'Dewi Pengganti a.n. Hasan Kepala, diusulkan Lina Penghubung',
    );
  });
});

describe('an approved answer that is contested', () => {
  it('is decided by neither who proposed nor who approved it', async ({ expect }) => {
    const { code } = await disposed();
    await act(liaison, code, 'propose_answer', PROPOSED);
    await act(head, code, 'approve_answer', {});
    await act('reporter', code, 'contest', { reason: 'Belum ada yang datang.' });
    // As if they had become administrators since.
    for (const who of [liaison, head])
      await expect(
        act({ ...who, roles: ['admin'] }, code, 'dispose', { office: 'PUPR' }),
      ).rejects.toMatchObject({ kind: 'forbidden' });
    await act(admin, code, 'dispose', { office: 'PUPR' });
    expect((await caseRow(code)).state).toBe('disposed');
  });
});

describe('an accusation', () => {
  it('is answered by its holder, whatever the office of Inspektorat wants', async ({ expect }) => {
    await wantApproval('INSPEKTORAT', 'head');
    await addStaff(['head'], ['INSPEKTORAT']);
    const verifier = await addStaff(['verifier']);
    const inspector = await addStaff(['inspector'], ['INSPEKTORAT']);
    const { code } = await newCase();
    await act(admin, code, 'hold', { reason: 'Menuduh petugas.', accused: [] });
    await act(verifier, code, 'pass_to_inspectorate', { accused: [] });
    await act(inspector, code, 'answer', PROPOSED);
    expect((await caseRow(code)).state).toBe('answered');
  });
});
