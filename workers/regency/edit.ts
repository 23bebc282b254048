/**
 * Changes of settings by staff. An edited row is known by its hash being unequal to the pack's, so that loading the pack
 * again keeps it (load.ts); a row is never deleted, only ended. Each change stands in the history (changes.ts).
 */
import type { SQL } from 'drizzle-orm';
import { AppError } from '../platform/problem.ts';
import { readChange } from './changes.ts';
import type { Kept } from './rows.ts';
import type { SettingChangeKind } from './table.ts';
import { digestOfPack, type Editor, type Next, packSays, type Write, writeRows } from './write.ts';

export type { Editor } from './write.ts';

/** Only of a row in force. */
const ofOneInForce = (next: Next) => (row: Kept | null) => {
  if (!row || row.validTo !== null) throw new AppError('not_found');
  return next;
};

/**
 * Adds a row; loading the pack never touches it.
 * @throws AppError conflict (setting_exists) when there is or was one under this id
 */
export function addRow(editor: Editor, kind: string, id: string, data: unknown): Promise<void> {
  const next = (row: Kept | null): Next => {
    if (row) throw new AppError('conflict', { detail: 'setting_exists' });
    return { data };
  };
  return writeRows(editor, [{ kind, id, change: 'added', next }]);
}

/**
 * Changes one row and makes it count at once; the pack's own content stays known by its hash.
 * @param data whole content in the pack's shape
 * @param seen `dataHash` on which the edit was made; without it the last one wins
 * @param change `confirmed` when somebody vouches for a value that was marked
 * @throws AppError not_found for a row that is not in force, conflict when it is not what was seen
 */
export function editRow(
  editor: Editor,
  kind: string,
  id: string,
  data: unknown,
  seen?: string,
  change: Extract<SettingChangeKind, 'edited' | 'confirmed'> = 'edited',
): Promise<void> {
  return writeRows(editor, [{ kind, id, change, seen, next: ofOneInForce({ data }) }]);
}

/** Writes a row that is the regency's own choice, e.g. which roles need a code, whether or not there was one. */
export function putRow(editor: Editor, kind: string, id: string, data: unknown): Promise<void> {
  return writeRows(editor, [{ kind, id, change: 'edited', next: () => ({ data, inForce: true }) }]);
}

/**
 * Ends a row: it keeps its content and can be revived.
 * @param more.last content it ends with, where that changes (an office's successor); a line of its own in the history
 * @param more.guard what must still hold in that moment
 * @throws AppError not_found for a row that is not in force, conflict when it is not what was seen or the guard fails
 */
export function endRow(
  editor: Editor,
  kind: string,
  id: string,
  { seen, last, guard }: { seen?: string | undefined; last?: unknown; guard?: SQL | undefined } = {},
): Promise<void> {
  const ended: Write = { kind, id, change: 'ended', guard, next: ofOneInForce({ inForce: false }) };
  if (last === undefined) return writeRows(editor, [{ ...ended, seen }]);
  const edited: Write = { kind, id, change: 'edited', seen, next: ofOneInForce({ data: last }) };
  return writeRows(editor, [edited, ended]);
}

/**
 * Puts an ended row in force again.
 * @param data content it comes back with, where that changes
 * @throws AppError not_found for a row that is in force or never was
 */
export function reviveRow(editor: Editor, kind: string, id: string, data?: unknown): Promise<void> {
  const next = (row: Kept | null): Next => {
    if (!row || row.validTo === null) throw new AppError('not_found');
    return { data, inForce: true };
  };
  return writeRows(editor, [{ kind, id, change: 'revived', next }]);
}

/** Takes a row back to what the pack says. @throws AppError not_found when the pack has no such row */
export async function restoreRow(editor: Editor, kind: string, id: string): Promise<void> {
  const said = await packSays(editor.packId, kind, id);
  if (said === null) throw new AppError('not_found');
  const next = ofOneInForce({ data: JSON.parse(said) });
  return writeRows(editor, [{ kind, id, change: 'pack_taken', next }]);
}

/**
 * Puts a row back to what it was before a change of its history, also when more was changed since.
 * @param more.seen `dataHash` that was shown beside it
 * @param more.guard what must still hold in that moment, where it means an end
 * @throws AppError not_found, conflict
 */
export async function undoChange(
  editor: Editor,
  changeId: number,
  { seen, guard }: { seen?: string | undefined; guard?: SQL | undefined } = {},
): Promise<void> {
  const found = await readChange(editor.db, changeId);
  const { kind, rowId: id, before, change } = found;
  const said = await packSays(editor.packId, kind, id);
  const undo = async (): Promise<Next> => {
    // What was refused is in question again; the pack's content of that time is no longer known.
    if (change === 'pack_refused') return { packHash: null, conflictHash: await digestOfPack(said) };
    return before === null ? { inForce: false } : { data: JSON.parse(before), inForce: true };
  };
  return writeRows(editor, [{ kind, id, change: 'undone', seen, guard, next: undo }]);
}
