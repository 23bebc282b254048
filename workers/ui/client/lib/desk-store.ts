/** What an officer wrote on a case, kept on this device until it is sent: one row for each case and step. */

import { database } from './idb.ts';

/** `waiting` sends itself; `draft` waits for its officer. */
export interface DeskDraft {
  /** Address that it is sent to: names case and step. */
  action: string;
  /** Account of the officer: nobody else's page shows or sends it. */
  owner: string;
  /** Epoch ms of the last change. */
  at: number;
  state: 'draft' | 'waiting';
  /** As the form would send them, hidden key and version included; files as they were picked. */
  fields: [string, FormDataEntryValue][];
}

const KEPT = 7 * 24 * 60 * 60 * 1000;

const { run } = database('kanal-desk', { drafts: { keyPath: 'action' } });

export const keep = (draft: DeskDraft) => run('drafts', 'readwrite', (store) => store.put(draft));
export const drop = (action: string) => run('drafts', 'readwrite', (store) => store.delete(action));
export const wipe = () => run('drafts', 'readwrite', (store) => store.clear());

/** Drafts of this officer; what is older than a week, or of somebody else, leaves the device. */
export async function draftsOf(owner: string): Promise<DeskDraft[]> {
  const all: DeskDraft[] = await run('drafts', 'readonly', (store) => store.getAll());
  const mine = all.filter((draft) => draft.owner === owner && Date.now() - draft.at < KEPT);
  for (const draft of all) if (!mine.includes(draft)) await drop(draft.action);
  return mine;
}
