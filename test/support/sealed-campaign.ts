/** What the campaign seals, written by what writes it. */
import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { addFile } from '../../workers/features/campaigns/events/files.ts';
import { inviteNames } from '../../workers/features/campaigns/events/invite.ts';
import { addEvent } from '../../workers/features/campaigns/events/save.ts';
import { addPartner } from '../../workers/features/campaigns/posts/media/save-partner.ts';
import { planLife } from '../../workers/features/campaigns/register/life.ts';
import { insertPlacements, withCodes } from '../../workers/features/campaigns/register/new-placements.ts';
import { storePhoto } from '../../workers/features/campaigns/register/photos.ts';
import { placements } from '../../workers/features/campaigns/table.ts';
import type { Doer } from '../../workers/features/doer.ts';
import { commit } from '../../workers/platform/db.ts';
import { newKey } from '../../workers/platform/ids.ts';
import { jpeg } from './images.ts';

/** Fills the columns and files of the campaign with these words. */
export async function fillCampaign(to: Doer, words: string): Promise<void> {
  const plan = {
    kind: 'other',
    title: 'Uji',
    startsAt: '2026-07-20T09:00',
    place: null,
    area: null,
  } as const;
  const event = await addEvent(to, { ...plan, agenda: null, cost: null, program: null }, newKey());
  await inviteNames(to, event, words, null, newKey());
  const bytes = jpeg({ width: 8, height: 8, pixel: () => [9, 9, 9] });
  await addFile(env, to, event, { what: 'attendance', title: 'Daftar hadir', bytes });
  const partner = { name: 'Radio Uji', kind: 'radio', website: null, note: '' } as const;
  await addPartner(to, partner, { name: words, email: undefined, phone: undefined }, newKey());
  await withCodes(1, new Set(), ([code = '']) =>
    to.db.batch([insertPlacements(to.db, [{ code, kind: 'free', ref: '', slot: 'uji' }], to.now)]),
  );
  const [piece] = await to.db.select().from(placements).where(eq(placements.slot, 'uji'));
  if (!piece) throw new Error('no placement');
  const zone = to.regency.about.timeZone;
  await storePhoto(env, to.db, { placementId: piece.id, bytes, by: to.by, now: to.now, zone });
  const step = { life: 'planned', at: to.now, by: to.by, remark: words } as const;
  await commit(to.db, [await planLife(to.db, to.keys, piece, step)]);
}
