/** What is asked about shared pages: a program by the code of its card, and the cards of all programs. */
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Db } from '../../../../platform/db.ts';
import { campaigns, placements } from '../../table.ts';

export interface SharedProgram {
  /** Of its card. */
  code: string;
  name: string;
}

/** @param code in capitals; null when no card that leads has it */
export async function sharedProgram(db: Db, code: string): Promise<SharedProgram | null> {
  const [row] = await db
    .select({ code: placements.code, name: campaigns.name })
    .from(placements)
    .innerJoin(campaigns, eq(campaigns.id, placements.campaignId))
    .where(and(eq(placements.code, code), eq(placements.kind, 'card'), isNull(placements.retiredAt)));
  return row ?? null;
}

export const cardSlot = (campaignId: number): string => `card:${campaignId}`;

export interface ProgramCard {
  id: number;
  name: string;
  /** null = nobody has shared it yet. */
  code: string | null;
}

/** Programs that go on, each with its card. */
export async function programCards(db: Db): Promise<ProgramCard[]> {
  return db
    .select({ id: campaigns.id, name: campaigns.name, code: placements.code })
    .from(campaigns)
    .leftJoin(placements, and(eq(placements.campaignId, campaigns.id), eq(placements.kind, 'card')))
    .where(isNull(campaigns.archivedAt))
    .orderBy(asc(campaigns.name));
}
