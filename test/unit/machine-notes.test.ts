import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, it } from 'vitest';
import { type MachineNotes, noteBackup, notesTeller } from '../../workers/local/machine-notes.ts';
import { backupSql } from '../../workers/local/record-backup-sql.ts';

const HOUR = 3_600_000;

describe('what a machine knows of itself', () => {
  it('is told when there is a new backup, and once an hour', async ({ expect }) => {
    const folder = mkdtempSync(join(tmpdir(), 'kanal-notes-'));
    const told: MachineNotes[] = [];
    const tell = notesTeller(folder, async (notes) => void told.push(notes));
    await tell(0);
    await tell(60_000);
    expect(told.map(({ backupAt }) => backupAt)).toEqual([null]);
    expect(told[0]?.disk.free).toBeGreaterThan(0);
    expect(told[0]?.disk.size).toBeGreaterThanOrEqual(told[0]?.disk.free ?? 0);
    noteBackup(folder, 1234);
    await tell(120_000);
    await tell(180_000);
    await tell(120_000 + HOUR);
    expect(told.map(({ backupAt }) => backupAt)).toEqual([null, 1234, 1234]);
    rmSync(folder, { recursive: true });
  });

  it('is told again when nobody heard it', async ({ expect }) => {
    const folder = mkdtempSync(join(tmpdir(), 'kanal-notes-'));
    let deaf = true;
    let heard = 0;
    const tell = notesTeller(folder, async () => {
      if (deaf) throw new Error('nobody');
      heard++;
    });
    await expect(tell(0)).rejects.toThrow();
    deaf = false;
    await tell(60_000);
    expect(heard).toBe(1);
    rmSync(folder, { recursive: true });
  });

  it('of a deployment is a statement that keeps the newest', ({ expect }) => {
    const db = new DatabaseSync(':memory:');
    db.exec('CREATE TABLE meta (key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL)');
    for (const at of [1, 2.5]) db.exec(backupSql(at));
    expect(db.prepare('SELECT * FROM meta').all()).toEqual([{ key: 'backup_at', value: '2' }]);
  });
});
