/** An item of the action plan reminds by the clocks of a case: in the digest, late, and up the ladder; each once. */
import { env } from 'cloudflare:workers';
import { beforeEach, describe, it } from 'vitest';
import { reportAction } from '../../workers/features/evaluation/actions/report.ts';
import { editAction } from '../../workers/features/evaluation/actions/save.ts';
import { DAY, HOUR, MINUTE } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { setRow } from '../../workers/regency/load.ts';
import { deputies } from '../../workers/regency/table.ts';
import { doer } from '../support/campaign-people.ts';
import { abortOn, type Fault, faulty } from '../support/faulty.ts';
import { Machine } from '../support/machine.ts';
import { type Officials, office } from '../support/officials.ts';
import { item, PLAN, planned, rows } from '../support/plan.ts';
import { addStaff, MONDAY, setClock } from '../support/worker.ts';

let kanal: Officials;
let machine: Machine;

beforeEach(async () => {
  kanal = await office();
  machine = new Machine();
});

const subjects = (name: string) => machine.to(`${name}@example.id`).map((mail) => mail.subject);
const DUE = '2026-07-24';
const close = () => kanal.regency.calendar.endOfOffice(DUE);
const stages = () => rows("SELECT stage, outcome FROM clock_stages WHERE subject = 'action' ORDER BY stage");

describe('an item that nobody finishes', () => {
  it('stands in the digest of its due day, is late to owner and head, then climbs to Sekda, each once', async ({
    expect,
  }) => {
    const owner = await addStaff(['liaison'], ['DLH'], 'Pemilik', { email: 'pemilik@example.id' });
    const id = await planned({ owner: owner.id });
    await machine.days(kanal.regency.calendar, MONDAY + 2 * DAY, 9);
    const digests = machine
      .to('pemilik@example.id')
      .filter((mail) => mail.subject.startsWith('Kanal hari ini'));
    expect(digests.map((mail) => kanal.regency.calendar.localDate(mail.at))).toEqual(['2026-07-23', DUE]);
    expect(digests[1]?.text).toContain(
      'Rencana aksi:\n- Pasang spanduk di setiap desa: PUPR, Jumat, 24 Juli 2026 (jatuh tempo hari ini)',
    );
    expect(subjects('pemilik').slice(2)).toEqual([
      'Rencana aksi lewat batas waktu: Pasang spanduk di setiap desa',
    ]);
    const above = 'Rencana aksi pada Dinas Pekerjaan Umum dan Penataan Ruang memerlukan perhatian Anda';
    expect(subjects('kepala')).toEqual([above]);
    expect(subjects('sekda')).toEqual([above]);
    expect(machine.to('sekda@example.id')[0]?.text).toContain(`https://kanal.test${PLAN}/${id}`);
    for (const name of ['penghubung', 'bupati', 'inspektur', 'kepala-diskominfo'])
      expect(subjects(name), name).toEqual([]);
    expect(machine.mails.filter((mail) => !kanal.regency.calendar.isOfficeTime(mail.at))).toEqual([]);
    expect(await stages()).toEqual(
      ['late', 'late-head', 'late-secretary', 'three-quarters', 'today'].map((stage) => ({
        ...{ stage, outcome: 'told' },
      })),
    );
  });

  it('reaches whoever stands in for its absent owner, and the office where nobody is named', async ({
    expect,
  }) => {
    const deputy = await addStaff(['liaison'], ['DLH'], 'Wakil', { email: 'wakil@example.id' });
    const { liaison, admin } = kanal.people;
    await openDb(env.DB)
      .insert(deputies)
      .values({
        ...{ staffId: liaison.id, deputyId: deputy.id, fromAt: MONDAY, toAt: MONDAY + 30 * DAY },
        ...{ createdBy: admin.id, createdAt: MONDAY },
      });
    await planned();
    const gone = await addStaff(['liaison'], ['PUPR'], 'Pindah tugas');
    await planned({ owner: gone.id });
    await env.DB.prepare('UPDATE staff SET active = 0 WHERE id = ?').bind(gone.id).run();
    await machine.run(kanal.regency.calendar.nextOfficeTime(close() + MINUTE));
    for (const name of ['penghubung', 'wakil']) expect(subjects(name), name).toHaveLength(2);
  });
});

describe('an item that is done', () => {
  it('says nothing more, not even what waited for the office to open; opened again it does', async ({
    expect,
  }) => {
    const id = await planned();
    await machine.run(close() + MINUTE);
    expect(machine.mails).toEqual([]);
    setClock(close() + HOUR);
    await reportAction(await doer(), id, { state: 'done', note: 'Semua terpasang.' }, 1, true);
    for (const days of [3, 7, 12]) await machine.run(close() + days * DAY - HOUR);
    expect(machine.mails).toEqual([]);
    await reportAction(await doer(), id, { state: 'running', note: null }, 2, true);
    await machine.run(close() + 12 * DAY - HOUR + MINUTE);
    expect(subjects('penghubung')).toHaveLength(1);
  });

  it('or has a new due is told of by the new one only; a holiday moves it', async ({ expect }) => {
    const id = await planned();
    await editAction(await doer(), id, item({ dueOn: '2026-07-30' }), 1);
    const day = { date: '2026-07-30', name: 'Hari jadi', kind: 'local', source: 'uji' };
    await setRow(openDb(env.DB), 'holiday', day.date, { ...day, check: false }, MONDAY);
    await machine.run(kanal.regency.calendar.endOfOffice('2026-07-30') + MINUTE);
    expect(subjects('kepala')).toEqual([]);
    await machine.run(kanal.regency.calendar.endOfOffice('2026-07-31') + MINUTE);
    await machine.run(kanal.regency.calendar.startOfDay('2026-08-03') + 9 * HOUR);
    expect(subjects('kepala')).toHaveLength(1);
    expect(await rows("SELECT due_at FROM clocks WHERE subject = 'action' AND stopped_at IS NULL")).toEqual([
      { due_at: kanal.regency.calendar.endOfOffice('2026-07-31') },
    ]);
  });
});

describe('a late item is told once', () => {
  const told = async () => (await rows("SELECT id FROM deliveries WHERE id LIKE 'action:%'")).length;

  it('whatever fails, repeats or runs at the same time', async ({ expect }) => {
    const messages = [];
    for (const activity of ['Satu', 'Dua', 'Tiga', 'Empat']) {
      const id = await planned({ activity });
      messages.push({ queue: 'kanal-clocks', body: { ids: [`action:${id}`] } });
    }
    setClock(close() + MINUTE);
    const [lost, mute, doubled, aborted] = messages as [Message, Message, Message, Message];
    for (const [message, fault] of [
      [lost, 'before_batch'],
      [mute, 'answer_lost'],
    ] as [Message, Fault][]) {
      const broken = faulty(env.DB, fault, 2);
      await machine.consume(message, new Machine(broken.d1).env);
      expect(broken.struck()).toBeGreaterThan(0);
    }
    await Promise.all([machine.consume(doubled), machine.consume(doubled)]);
    await machine.consume(doubled);
    const repair = await abortOn('clock_stages');
    await machine.consume(aborted);
    await repair();
    await machine.run(close() + 2 * MINUTE);
    await machine.run(close() + 3 * MINUTE);
    expect(await told()).toBe(8);
    expect((await stages()).filter(({ stage }) => String(stage).startsWith('late'))).toHaveLength(8);
  });
});

type Message = Parameters<Machine['consume']>[0];
