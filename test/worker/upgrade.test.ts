/** A database of every landed version, with data in it as that version wrote them, is brought to the newest and works on. */
import { applyD1Migrations, reset } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { asc } from 'drizzle-orm';
import { describe, it } from 'vitest';
import { firstBreak } from '../../workers/cases/chain.ts';
import { openContact } from '../../workers/cases/contact.ts';
import { contacts, history } from '../../workers/cases/table.ts';
import { HOUR, MINUTE } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { loadKeys } from '../../workers/privacy/keys.ts';
import { forgetRegency } from '../../workers/regency/snapshot.ts';
import { Machine } from '../support/machine.ts';
import { codeOf, countTables, DUE, writeOlder } from '../support/older.ts';
import { act, caseRow, MONDAY, setClock } from '../support/worker.ts';

const versions = env.MIGRATIONS.map(({ name }, index) => ({ name, index }));

describe('data of', () => {
  it.for(versions)('$name work on with the newest', async ({ index }, { expect }) => {
    const db = openDb(env.DB);
    setClock(MONDAY);
    await reset();
    forgetRegency();
    await applyD1Migrations(env.DB, env.MIGRATIONS.slice(0, index + 1));
    await applyD1Migrations(env.SEARCH, env.SEARCH_MIGRATIONS.slice(0, Math.max(1, index - 1)));
    await writeOlder();
    const before = await countTables();

    await applyD1Migrations(env.DB, env.MIGRATIONS);
    await applyD1Migrations(env.SEARCH, env.SEARCH_MIGRATIONS);
    expect(await countTables()).toMatchObject(before);

    // The first sweep of the new version, and one after the first answer was due.
    const machine = new Machine();
    await machine.run(MONDAY + HOUR);
    await machine.run(DUE + 17 * HOUR);
    await machine.run(DUE + 17 * HOUR + MINUTE);
    expect(machine.to('head@example.id')).toHaveLength(1);
    expect(machine.to('warga2@example.id').length).toBe(1);
    const words = await env.SEARCH.prepare('SELECT max(to_id) AS n FROM search_marks').first<number>('n');
    expect(words).toBeGreaterThanOrEqual(13);

    // People go on where they were.
    await act({ id: 2, roles: ['liaison'], offices: ['PUPR'] }, codeOf(2), 'answer', {
      outcome: 'dijelaskan',
      text: 'Lubang sudah ditambal pada hari Senin.',
    });
    await act('reporter', codeOf(5), 'confirm', {});
    await act({ id: 1, roles: ['admin'], offices: [] }, codeOf(1), 'dispose', { office: 'PUPR' });
    const states = await Promise.all([1, 2, 3, 4, 5, 6].map(async (id) => (await caseRow(codeOf(id))).state));
    expect(states).toEqual(['disposed', 'answered', 'clarification', 'held', 'resolved', 'resolved']);
    const links = await db.select().from(history).orderBy(asc(history.caseId), asc(history.seq));
    for (const [id, rows] of Map.groupBy(links, ({ caseId }) => caseId))
      expect(await firstBreak(rows), `case ${id}`).toBeNull();
    const kept = await db.select().from(contacts).orderBy(asc(contacts.caseId));
    const keys = await loadKeys(env);
    const mails = await Promise.all(kept.map(async (row) => (await openContact(keys, row)).email));
    expect(mails).toEqual([1, 2, 3, 4, 5, 6].map((id) => `warga${id}@example.id`));
  });
});
