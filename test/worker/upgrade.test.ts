/** A database that the first landed migration made, with data in it, is brought to the newest and works on. */
import { applyD1Migrations } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { describe, it } from 'vitest';
import { sweep } from '../../workers/features/sweep.ts';
import { MINUTE } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { loadPackIfNew } from '../../workers/regency/load.ts';
import { forgetRegency } from '../../workers/regency/snapshot.ts';
import { Machine } from '../support/machine.ts';
import { MONDAY, setClock } from '../support/worker.ts';

/** Another database than the one every test starts with: none of its tables is there yet. */
const old = env.SEARCH;

interface ClockRow {
  clock: string;
  days: number | null;
  due_at: number;
  next_at: number | null;
  stopped_at: number | null;
}

describe('an older database', () => {
  it('gets its running clocks planned and told, and leaves the others alone', async ({ expect }) => {
    const [first, ...later] = env.MIGRATIONS;
    if (!first) throw new Error('no migration');
    await applyD1Migrations(old, [first]);
    const due = MONDAY + 7 * 24 * 60 * MINUTE;
    await old.batch([
      old.prepare(
        `INSERT INTO cases (id, code, version, head_hash, state, kind, holder, holder_since, office, next_due_at, due_at,
           anonymous, confidential, about_official, channel, title, submitted_by, received_at, routed_at, settings)
         VALUES (1, 'LT-AAAA-AAAA', 2, 'x', 'disposed', 'complaint', 'PUPR', ${MONDAY}, 'PUPR', ${due}, ${due}, 0, 0, 0, 'web',
           '', 'public', ${MONDAY}, ${MONDAY}, 1)`,
      ),
      ...[
        `'first_answer', 2, ${MONDAY}, ${due}, NULL, NULL`,
        `'settle', 2, ${MONDAY}, ${due}, ${MONDAY}, NULL`,
        `'verify', 1, ${MONDAY}, ${due}, NULL, ${MONDAY}`,
      ].map((values) =>
        old.prepare(
          `INSERT INTO clocks (subject, subject_id, clock, started_seq, started_at, due_at, paused_at, stopped_at)
           VALUES ('case', 1, ${values})`,
        ),
      ),
      old.prepare(
        `INSERT INTO deliveries (id, case_id, template, recipient, "values", status, next_at, created_at)
         VALUES ('1:1:receipt:reporter', 1, 'receipt', 'reporter', '{}', 'sent', 0, 0)`,
      ),
    ]);
    await applyD1Migrations(old, [first, ...later]);
    forgetRegency();
    await loadPackIfNew(openDb(old), 'luwu-timur', MONDAY);
    await old
      .prepare(
        `INSERT INTO staff (name, email, roles, offices, areas, active, created_at)
         VALUES ('Kepala', 'kepala@example.id', '["head"]', '["PUPR"]', '[]', 1, 0)`,
      )
      .run();
    const machine = new Machine(old);
    // A week later the first answer is late.
    const at = MONDAY + 8 * 24 * 60 * MINUTE;
    setClock(at);
    await sweep(machine.env, at);
    await machine.drain();
    const { results } = await old.prepare('SELECT * FROM clocks ORDER BY clock').all<ClockRow>();
    expect(results.map(({ clock, days, next_at }) => [clock, days, next_at !== null])).toEqual([
      ['first_answer', 5, true],
      ['settle', null, false],
      ['verify', null, false],
    ]);
    expect(machine.to('kepala@example.id')).toHaveLength(1);
    const { results: deliveries } = await old.prepare("SELECT * FROM deliveries WHERE status = 'sent'").all();
    expect(deliveries.length).toBeGreaterThan(1);
  });
});
