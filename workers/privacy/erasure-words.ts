/** What is written about a request for erasure; sealed, and gone with the content of the case. */
import type { Keys } from './keys.ts';
import { openShown, seal } from './seal.ts';
import type { erasureRequests } from './table.ts';

type Row = Pick<typeof erasureRequests.$inferSelect, 'caseId' | 'askedAt'>;
type Column = 'reason' | 'answer';

const place = (column: Column, { caseId, askedAt }: Row) => ({
  table: 'erasure_requests',
  column,
  // The number of the row is not known before it is written.
  row: `${caseId}:${askedAt}`,
});

/** @returns sealed, or null for nothing */
export const sealReason = (keys: Keys, column: Column, row: Row, text: string | null | undefined) =>
  seal(keys, place(column, row), text || null);

/** @returns what the reporter wrote, or the officer; null for nothing, or once it was erased */
export const openReason = (
  keys: Keys,
  column: Column,
  row: Row & Pick<typeof erasureRequests.$inferSelect, Column>,
) => openShown(keys, place(column, row), row[column]);
