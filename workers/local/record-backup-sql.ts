/** @param at epoch ms, a number @returns the statement that keeps it where the status page reads it */
export function backupSql(at: number): string {
  const value = Math.trunc(at);
  return `INSERT INTO meta (key, value) VALUES ('backup_at', '${value}') ON CONFLICT (key) DO UPDATE SET value = '${value}'`;
}
