/**
 * The same by real calls: every role, every verb, by page in one kind of case and by API in the other (desk-matrix.test.ts
 * holds both ways against each other), and time that is not over yet.
 */
import { exports } from 'cloudflare:workers';
import { beforeEach, describe, it } from 'vitest';
import type { Staff } from '../../shared/permissions/people.ts';
import { deskVerbs } from '../../workers/cases/verbs/index.ts';
import { DAY, MINUTE } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { setRow } from '../../workers/regency/load.ts';
import { Desk } from '../support/desk.ts';
import { bodyOf, verbJourneys } from '../support/journeys.ts';
import { Machine } from '../support/machine.ts';
import { type Officials, office, REPORTER } from '../support/officials.ts';
import { act, addStaff, caseRow, MONDAY, newCase, setClock } from '../support/worker.ts';

let kanal: Officials;

beforeEach(async () => {
  kanal = await office();
});

const FINAL = { outcome: 'dijelaskan', text: 'Sudah kami jelaskan di lapangan.' };

async function answered(berkadar = false): Promise<{ code: string; pin: string }> {
  const { people } = kanal;
  const { code, pin } = await newCase({ contact: { email: REPORTER } }, { at: MONDAY });
  await act(people.admin, code, 'dispose', { office: 'PUPR' }, MONDAY);
  if (berkadar) {
    await act(people.admin, code, 'hold', { reason: 'Menuduh petugas.', accused: [] }, MONDAY);
    await act(people.verifier, code, 'pass_to_inspectorate', { accused: [] }, MONDAY);
    await act(people.inspector, code, 'answer', FINAL, MONDAY);
  } else await act(people.liaison, code, 'answer', FINAL, MONDAY);
  return { code, pin };
}

const inputs = Object.fromEntries(verbJourneys.map(({ verb, input }) => [verb, input]));

const callApi = (desk: Desk, code: string, verb: string) =>
  desk.api(`/cases/${code}/${verb}`, bodyOf(verb, inputs[verb] ?? {}));

async function sendForm(desk: Desk, code: string, verb: string): Promise<Response> {
  const { version } = await caseRow(code);
  return desk.post(`/desk/kasus/${code}/${verb}`, {
    ...{ key: crypto.randomUUID(), version: String(version), sure: '1', acceptWarnings: '1' },
    ...(inputs[verb] as Record<string, string>),
  });
}

describe('an answered case is not settled', () => {
  it.for([false, true])(
    'by any role, by page or API (berkadar: %s)',
    { timeout: 300_000 },
    async (berkadar, { expect }) => {
      const { people } = kanal;
      const everybody: Staff[] = [
        ...Object.values(people),
        await addStaff(
          ['admin', 'verifier', 'liaison', 'head', 'inspector', 'leader'],
          ['PUPR', 'INSPEKTORAT'],
        ),
        await addStaff(['campaigner']),
        await addStaff(['helper']),
      ];
      const { code, pin } = await answered(berkadar);
      let tried = 0;
      for (const person of everybody) {
        const desk = await Desk.of(person);
        for (const [index, verb] of Object.keys(deskVerbs).entries()) {
          const byPage = (index + person.id + Number(berkadar)) % 2 === 0;
          const answer = byPage ? await sendForm(desk, code, verb) : await callApi(desk, code, verb);
          expect(answer.status, `${person.roles} ${verb}`).toBeLessThan(500);
          const { state } = await caseRow(code);
          expect(['resolved', 'archived', 'merged'], `${person.roles} ${verb}`).not.toContain(state);
          tried++;
        }
        // The reporter's own calls, with a session of the desk instead of the PIN, or with a wrong one.
        for (const authorization of [undefined, `Pin ${pin === '000000' ? '000001' : '000000'}`]) {
          const response = await exports.default.fetch(
            new Request(`http://localhost/api/v1/complaints/${code}/confirmation`, {
              method: 'POST',
              headers: {
                'content-type': 'application/json',
                cookie: desk.cookie,
                'cf-connecting-ip': `203.0.113.${person.id}`,
                ...(authorization ? { authorization } : {}),
              },
              body: '{}',
            }),
          );
          expect(response.ok).toBe(false);
          tried++;
        }
      }
      console.log(`${tried} tries to settle an answered case`);
      expect((await caseRow(code)).state).not.toBe('resolved');
    },
  );

  it('by time that is not over, however often the sweep runs', async ({ expect }) => {
    const { code } = await answered();
    const machine = new Machine();
    const due = kanal.regency.calendar.addWorkingDays(MONDAY, 10);
    for (let at = MONDAY; at < due; at += DAY) await machine.run(at);
    await machine.run(due - MINUTE);
    expect((await caseRow(code)).state).toBe('answered');
    setClock(due);
    await machine.run(due);
    expect((await caseRow(code)).state).toBe('resolved');
  });

  it('before the days are over when a holiday is added among them', async ({ expect }) => {
    const { code } = await answered();
    const machine = new Machine();
    const free = { date: '2026-07-30', name: 'Libur daerah', kind: 'daerah', check: false };
    await setRow(openDb(machine.env.DB), 'holiday', 'libur', free, MONDAY);
    const due = kanal.regency.calendar.addWorkingDays(MONDAY, 10);
    await machine.run(MONDAY + 2 * MINUTE);
    await machine.run(due + MINUTE);
    expect((await caseRow(code)).state).toBe('answered');
    await machine.run(kanal.regency.calendar.addWorkingDays(MONDAY, 11) + MINUTE);
    expect((await caseRow(code)).state).toBe('resolved');
  });
});
