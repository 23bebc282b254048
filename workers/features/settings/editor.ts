/** Who changes settings in this request. */
import { now } from '../../platform/clock.ts';
import type { Editor } from '../../regency/write.ts';
import type { AppContext } from '../http.ts';

export function editorOf(c: AppContext): Editor {
  return { db: c.var.db, packId: c.env.REGENCY, by: c.var.actor, now: now() };
}
