/** Writes media partners; who is spoken to there is sealed. */
import { and, eq } from 'drizzle-orm';
import { constraintOf, unavailable } from '../../../../platform/db.ts';
import { AppError } from '../../../../platform/problem.ts';
import { seal } from '../../../../privacy/seal.ts';
import type { Doer } from '../../../doer.ts';
import { once } from '../../../once.ts';
import { mediaPartners } from '../table.ts';
import type { Contact, PartnerInput } from './input.ts';
import { contactPlace } from './queries.ts';

/**
 * @param contact null where none is given
 * @returns its id; the same for a key that has made it before
 * @throws AppError invalid when another partner has this name
 */
export async function addPartner(
  to: Doer,
  input: PartnerInput,
  contact: Contact | null,
  key: string | undefined,
): Promise<number> {
  const { db, now: createdAt } = to;
  const sealed = await sealedContact(to, createdAt, contact);
  try {
    return await once(to, { key, scope: 'partner', body: { input, contact } }, mediaPartners, (last) =>
      db.batch([db.insert(mediaPartners).values({ ...input, contact: sealed, createdAt }), last]),
    );
  } catch (error) {
    throw nameTaken(error);
  }
}

/** @throws AppError conflict, invalid when another partner has this name */
export async function editPartner(
  to: Doer,
  { id, createdAt }: { id: number; createdAt: number },
  version: number,
  input: PartnerInput,
  contact: Contact,
): Promise<void> {
  const sealed = await sealedContact(to, createdAt, contact);
  await change(to, id, version, { ...input, contact: sealed });
}

/** Put aside, or taken up again: its articles stay. @throws AppError conflict */
export const archivePartner = (to: Doer, id: number, version: number, archivedAt: number | null) =>
  change(to, id, version, { archivedAt });

async function change(
  { db }: Doer,
  id: number,
  version: number,
  set: Partial<typeof mediaPartners.$inferInsert>,
): Promise<void> {
  let done: { id: number }[];
  try {
    done = await db
      .update(mediaPartners)
      .set({ ...set, version: version + 1 })
      .where(and(eq(mediaPartners.id, id), eq(mediaPartners.version, version)))
      .returning({ id: mediaPartners.id });
  } catch (error) {
    throw nameTaken(error);
  }
  if (done.length === 0) throw new AppError('conflict', { detail: 'post_changed' });
}

/** Nobody named there is no row of a person. */
async function sealedContact({ keys }: Doer, createdAt: number, contact: Contact | null) {
  const isThere = contact && Object.values(contact).some(Boolean);
  return isThere ? seal(keys, contactPlace(createdAt), JSON.stringify(contact)) : null;
}

function nameTaken(error: unknown): AppError {
  if (constraintOf(error instanceof AppError ? error.cause : error) !== 'media_partners.name')
    return unavailable(error);
  return new AppError('invalid', { fields: [{ pointer: '/name', message: 'field.name_taken' }] });
}
