/** How far the demo has come: one row of `meta`. Steps only go forward; "Ulangi" begins a new one. */
import { and, desc, eq, sql } from 'drizzle-orm';
import { caseAccused, cases } from '../../../cases/table.ts';
import { placements } from '../../../features/campaigns/table.ts';
import type { Db } from '../../../platform/db.ts';
import { newKey } from '../../../platform/ids.ts';
import { meta } from '../../../platform/table.ts';
import type { Regency } from '../../../regency/snapshot.ts';

const KEY = 'demo_story';

export interface Story {
  /** 0 = nothing yet … 5 = answered and confirmed. */
  step: number;
  /** Idempotency key of this run's report; every other key derives from it. */
  key: string;
  /** Code of the banner. */
  banner: string;
  village: string;
  /** Has the phone scanned it? Showing the page again must not count again. */
  scanned: boolean;
  /** Number of the report, once there is one. */
  code: string | null;
  /** Whose eyes the desk is seen with after the story. */
  eyes: 'story' | 'pupr' | 'inspektorat';
}

export async function readStory(db: Db, regency: Regency): Promise<Story> {
  const [row] = await db.select({ value: meta.value }).from(meta).where(eq(meta.key, KEY));
  return row ? (JSON.parse(row.value) as Story) : beginStory(db, regency);
}

export async function writeStory(db: Db, story: Story): Promise<void> {
  const value = JSON.stringify(story);
  await db.insert(meta).values({ key: KEY, value }).onConflictDoUpdate({ target: meta.key, set: { value } });
}

/** @throws Error when the regency has no banner for a village yet */
export async function beginStory(db: Db, regency: Regency): Promise<Story> {
  const wanted = regency.about.demo?.village ?? '';
  const [banner] = await db
    .select({ code: placements.code, ref: placements.ref })
    .from(placements)
    .where(eq(placements.kind, 'desa'))
    .orderBy(desc(sql`${placements.ref} = ${wanted}`), placements.ref)
    .limit(1);
  if (!banner) throw new Error('no banner');
  const story: Story = {
    step: 0,
    key: newKey(),
    banner: banner.code,
    village: regency.areas.get(banner.ref)?.name ?? '',
    scanned: false,
    code: null,
    eyes: 'story',
  };
  await writeStory(db, story);
  return story;
}

/** Village of the banner, as its area code. */
export async function villageOf(db: Db, banner: string): Promise<string> {
  const [row] = await db.select({ ref: placements.ref }).from(placements).where(eq(placements.code, banner));
  return row?.ref ?? '';
}

/** The report of this run: the newest that came by the banner. */
export async function reportOf(db: Db, banner: string): Promise<{ id: number; code: string } | null> {
  const [row] = await db
    .select({ id: cases.id, code: cases.code })
    .from(cases)
    .where(eq(cases.placement, banner))
    .orderBy(desc(cases.receivedAt))
    .limit(1);
  return row ?? null;
}

/** Number of an invented accusation against PUPR that Inspektorat has, or null. */
export async function accusationOf(db: Db): Promise<string | null> {
  const [row] = await db
    .select({ code: cases.code })
    .from(cases)
    .innerJoin(caseAccused, and(eq(caseAccused.caseId, cases.id), eq(caseAccused.subject, 'office:PUPR')))
    .where(eq(cases.holder, '@inspector'))
    .limit(1);
  return row?.code ?? null;
}
