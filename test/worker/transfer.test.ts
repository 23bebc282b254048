/** The cases of an office that was dissolved go on with its successor as they are: no clock, no promise, no misroute. */
import { env, exports } from 'cloudflare:workers';
import { beforeEach, describe, it } from 'vitest';
import { Desk } from '../support/desk.ts';
import { type Cast, held, verbJourneys } from '../support/journeys.ts';
import { Machine } from '../support/machine.ts';
import { bindings } from '../support/sp4n.ts';
import { act, addStaff, caseRow, loadRegency, MONDAY, newCase, setClock } from '../support/worker.ts';

let cast: Cast;
let desk: Desk;

beforeEach(async () => {
  setClock(MONDAY);
  await loadRegency();
  cast = {
    admin: await addStaff(['admin'], ['DISKOMINFOSP']),
    liaison: await addStaff(['liaison'], ['PUPR']),
    verifier: await addStaff(['verifier'], []),
    inspector: await addStaff(['inspector'], ['INSPEKTORAT']),
  };
  desk = await Desk.of(cast.admin);
});

/** Brings a case to where this verb is possible. */
const broughtTo = (verb: string) => async () =>
  verbJourneys.find((journey) => journey.verb === verb)?.arrange(cast) ?? '';
const FOLLOW = { text: 'Sudah kami tinjau.', nextStep: 'Menambal lubang', date: '2099-01-05' };

/** A case of PUPR in every state in which there is something left to do. */
const open: Record<string, () => Promise<string>> = {
  disposed: broughtTo('follow_up'),
  'in progress': async () => {
    const code = await broughtTo('follow_up')();
    await act(cast.liaison, code, 'follow_up', FOLLOW);
    return code;
  },
  'waiting for its reporter': broughtTo('complete'),
  returned: broughtTo('decide_return'),
  'with a proposed answer': broughtTo('approve_answer'),
  answered: broughtTo('confirm'),
  contested: async () => {
    const code = await broughtTo('contest')();
    await act('reporter', code, 'contest', { reason: 'Belum dikerjakan sama sekali.' });
    return code;
  },
  scheduled: broughtTo('reschedule'),
  'recorded from SP4N-LAPOR!': async () => {
    const code = await broughtTo('follow_up')();
    await env.DB.prepare("UPDATE cases SET imported_at = 1, holder = '@sp4n' WHERE code = ?")
      .bind(code)
      .run();
    return code;
  },
  'settled, with work announced for a date': async () => {
    const code = await broughtTo('reschedule')();
    await act('reporter', code, 'confirm', {});
    return code;
  },
};

const clocksOf = async (id: number) =>
  (
    await env.DB.prepare(
      "SELECT * FROM clocks WHERE subject = 'case' AND subject_id = ? ORDER BY clock, started_seq",
    )
      .bind(id)
      .all()
  ).results;

async function snapshot(code: string) {
  const { state, resumeState, nextDueAt, dueAt, hops, proposalSeq, closedAt, answeredBy, id } =
    await caseRow(code);
  return {
    state,
    resumeState,
    nextDueAt,
    dueAt,
    hops,
    proposalSeq,
    closedAt,
    answeredBy,
    clocks: await clocksOf(id),
  };
}

const input = { from: 'PUPR', office: 'DPKPP', note: 'Digabung mulai bulan ini.' };

describe('a case passes to the successor', () => {
  it.for(Object.keys(open))('%s: as it is', async (name, { expect }) => {
    const code = (await open[name]?.()) ?? '';
    const was = await caseRow(code);
    expect(was.office).toBe('PUPR');
    const seen = await snapshot(code);
    setClock(MONDAY + 3 * 86_400_000);
    await act(cast.admin, code, 'transfer', input);
    expect(await snapshot(code)).toEqual(seen);
    const now = await caseRow(code);
    expect(now.office).toBe('DPKPP');
    expect(now.holder).toBe(was.holder === 'PUPR' ? 'DPKPP' : was.holder);
    const successor = await Desk.of(await addStaff(['liaison'], ['DPKPP']));
    expect((await successor.send(`/desk/kasus/${code}`)).status).toBe(200);
    const old = await Desk.of(cast.liaison);
    expect((await old.send(`/desk/kasus/${code}`)).status).toBe(404);
  });

  it('what is closed stays with who answered it', async ({ expect }) => {
    const code = await broughtTo('confirm')();
    await act('reporter', code, 'confirm', {});
    await expect(act(cast.admin, code, 'transfer', input)).rejects.toMatchObject({ kind: 'conflict' });
    expect((await caseRow(code)).office).toBe('PUPR');
  });

  it('its reporter reads it, without a date that moves', async ({ expect }) => {
    const { code, pin } = await newCase();
    await act(cast.admin, code, 'dispose', { office: 'PUPR', copies: ['DLH'] });
    const told = () =>
      exports.default.fetch(
        new Request(`http://localhost/api/v1/complaints/${code}/timeline`, {
          headers: { authorization: `Pin ${pin}` },
        }),
      );
    const { due: promised } = (await (await told()).json()) as { due: string };
    await act(cast.admin, code, 'transfer', input);
    const timeline = await (await told()).text();
    expect(timeline).toContain('beralih ke Dinas Perumahan');
    expect(timeline).toContain(promised);
    expect(timeline).not.toContain('Digabung mulai bulan ini');
    const desk_ = (await (await desk.api(`/cases/${code}`)).json()) as {
      custody: { holder: { code: string } }[];
      entries: { verb: string; visibility: string }[];
    };
    expect(desk_.custody.map(({ holder }) => holder.code)).toEqual(['@admin', 'PUPR', 'DPKPP']);
    expect(desk_.entries.at(-1)).toMatchObject({ verb: 'transfer', visibility: 'reporter' });
    expect(await desk.text(`/desk/kasus/${code}`)).toContain('Dialihkan ke instansi penerus');
    // A copy passes on by itself, and the reporter hears nothing of that.
    await act(cast.admin, code, 'transfer', { from: 'DLH', office: 'DPKPP' });
    const rows = await env.DB.prepare('SELECT office FROM case_copies').all();
    expect(rows.results).toEqual([]);
    await expect(act(cast.admin, code, 'transfer', { from: 'DLH', office: 'DINKES' })).rejects.toMatchObject({
      kind: 'conflict',
      detail: 'not_of_office',
    });
  });

  it('a copy of the old office becomes one of the successor', async ({ expect }) => {
    const { code } = await newCase();
    await act(cast.admin, code, 'dispose', { office: 'PUPR', copies: ['DLH'] });
    await act(cast.admin, code, 'transfer', { from: 'DLH', office: 'DPKPP' });
    const rows = await env.DB.prepare('SELECT office FROM case_copies').all();
    expect(rows.results).toEqual([{ office: 'DPKPP' }]);
    expect((await caseRow(code)).office).toBe('PUPR');
    const entry = await env.DB.prepare(
      "SELECT visibility FROM entries e JOIN history h USING (case_id, seq) WHERE verb = 'transfer'",
    ).first('visibility');
    expect(entry).toBe('desk');
  });
});

describe('a whole office', () => {
  it('passes on by one action, with one letter; accusations keep their holder', async ({ expect }) => {
    const machine = new Machine();
    const successor = await addStaff(['liaison'], ['DPKPP'], 'Penerus', { email: 'penerus@example.id' });
    const codes: string[] = [];
    for (const make of Object.values(open)) codes.push(await make());
    const { code: copied } = await newCase();
    await act(cast.admin, copied, 'dispose', { office: 'DINKES', copies: ['PUPR'] });
    const closed = await broughtTo('confirm')();
    await act('reporter', closed, 'confirm', {});
    const accused = await broughtTo('follow_up')();
    await held(accused);
    const form = await desk.text('/desk/massal/baru?aksi=transfer&instansi=PUPR');
    expect(form).toContain(`${codes.length + 1} laporan`);
    for (const code of [...codes, copied]) expect(form).toContain(code);
    for (const code of [closed, accused]) expect(form).not.toContain(code);
    await env.DB.prepare('DELETE FROM deliveries').run();
    const made = await desk.post('/desk/massal/baru', { aksi: 'transfer', instansi: 'PUPR', ...input });
    const path = made.headers.get('location') ?? '';
    expect(await desk.text(path)).toContain(`${codes.length + 1} laporan akan dialihkan`);
    await desk.post(`${path}/mulai`, { sure: '1' }, bindings(machine));
    await machine.drain();
    expect(await desk.text(path)).toContain(`${codes.length + 1} laporan dialihkan`);
    for (const code of codes) expect((await caseRow(code)).office).toBe('DPKPP');
    expect((await caseRow(closed)).office).toBe('PUPR');
    expect(await caseRow(accused)).toMatchObject({ state: 'held', holder: '@verifier', office: 'PUPR' });
    expect(await desk.text('/desk/massal/baru?aksi=transfer&instansi=PUPR')).toContain('Tidak ada laporan');
    expect(machine.to('penerus@example.id').map(({ subject }) => subject)).toEqual([
      expect.stringContaining(`${codes.length} laporan beralih`),
    ]);
    expect(successor.offices).toEqual(['DPKPP']);
  });
});
