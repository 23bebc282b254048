/**
 * Structured logs without personal data: only the fields named here may be written, and values are ids,
 * numbers and our own words. Error texts of libraries are cut to their class name, because they can quote input.
 */
export interface LogFields {
  event: string;
  route?: string;
  status?: number;
  ms?: number;
  queue?: string;
  count?: number;
  caseId?: number;
  verb?: string;
  kind?: string;
  error?: string;
  attempt?: number;
  /** Id of a field key, as KEYS names it. */
  key?: string;
}

export function log(level: 'info' | 'warn' | 'error', fields: LogFields): void {
  console[level](JSON.stringify({ level, ...fields }));
}

/** The class and, for SQLite, the constraint that failed; never the whole message. */
export function errorName(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const text = `${error.message} ${error.cause instanceof Error ? error.cause.message : ''}`;
  const constraint = /(UNIQUE|NOT NULL|CHECK|FOREIGN KEY) constraint failed(?:: [\w., ]+)?/.exec(text);
  if (constraint) return constraint[0];
  const sqlite = /SQLITE_[A-Z_]+|D1_ERROR/.exec(text);
  return sqlite ? `${error.name} ${sqlite[0]}` : error.name;
}
