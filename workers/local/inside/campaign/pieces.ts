/** Invented material: planned everywhere, hung in three kecamatan and six OPD, with what happens to banners. */
import { eq, inArray } from 'drizzle-orm';
import type { Life } from '../../../../shared/campaign.ts';
import type { PlacementRow } from '../../../features/campaigns/queries.ts';
import { takeStep } from '../../../features/campaigns/register/life.ts';
import { moveMany } from '../../../features/campaigns/register/life-many.ts';
import { storePhoto } from '../../../features/campaigns/register/photos.ts';
import { planEverything } from '../../../features/campaigns/register/plan-all.ts';
import { placements } from '../../../features/campaigns/table.ts';
import { samplePhoto } from '../sample-photo.ts';
import { type CampaignStage, demoKey, doerAt } from './stage.ts';

const SETTLED = ['opd', 'kecamatan', 'desa'] as const;
const OFFICES = 6;
const DISTRICTS = 3;
const VILLAGES = 4;

/** Days ago of each step, and the life it reached. The first is so old that its photo proves nothing any more. */
const lives: readonly (readonly (readonly [life: Life, daysAgo: number])[])[] = [
  [['hung', 95]],
  [['hung', 88]],
  [
    ['hung', 60],
    ['checked', 3],
  ],
  [
    ['hung', 50],
    ['damaged', 4],
  ],
  [
    ['hung', 45],
    ['gone', 2],
  ],
];
/** What happens to all others. */
const usual = [['hung', 20]] as const;

/**
 * @param areas more areas whose pieces hang
 * @returns the placements that ever hung, in the order they are named above
 */
export async function hangPieces(stage: CampaignStage, areas: readonly string[]): Promise<PlacementRow[]> {
  const { db, regency, program } = stage;
  const wish = {
    material: 'banner',
    kinds: SETTLED,
    size: '3 × 1 m',
    design: 1,
    cost: 250_000,
    hanger: null,
  } as const;
  await planEverything(db, regency, { ...wish, campaignId: program }, stepOf(stage, 110));
  const all = await db
    .select()
    .from(placements)
    .where(inArray(placements.kind, SETTLED))
    .orderBy(placements.id);
  const hanging = chosen(all, stage, areas);
  const [first, ...rest] = moveMany(db, [{ ids: printed(all, stage).map(({ id }) => id) }], {
    life: 'printed',
    ...stepOf(stage, 100),
  });
  if (first) await db.batch([first, ...rest]);
  for (const [n, { id }] of hanging.entries()) await live(stage, id, n);
  return hanging;
}

const stepOf = (stage: CampaignStage, daysAgo: number) => {
  const { by, now } = doerAt(stage, daysAgo);
  return { at: now, by };
};

const isOf = (district: string, { ref }: PlacementRow) => ref === district || ref.startsWith(`${district}.`);

const districtsOf = ({ regency }: CampaignStage): string[] =>
  [...regency.areas.values()].filter(({ level }) => level === 'kecamatan').map(({ code }) => code);

/** Six OPD, three kecamatan with villages of theirs, and what is asked for. */
function chosen(all: PlacementRow[], stage: CampaignStage, areas: readonly string[]): PlacementRow[] {
  const offices = all.filter(({ kind }) => kind === 'opd').slice(0, OFFICES);
  const districts = districtsOf(stage).slice(0, DISTRICTS);
  const places = districts.flatMap((district) =>
    all.filter((row) => isOf(district, row)).slice(0, VILLAGES + 1),
  );
  return [...new Set([...offices, ...places, ...all.filter(({ ref }) => areas.includes(ref))])];
}

/** Half of the kecamatan and all OPD have theirs from the printer. */
function printed(all: PlacementRow[], stage: CampaignStage): PlacementRow[] {
  const districts = districtsOf(stage).slice(0, 2 * DISTRICTS);
  return all.filter((row) => row.kind === 'opd' || districts.some((district) => isOf(district, row)));
}

/** @param n which of the hanging pieces it is */
async function live(stage: CampaignStage, id: number, n: number): Promise<void> {
  const { db, keys, env, regency } = stage;
  const zone = regency.about.timeZone;
  for (const [step, [life, daysAgo]] of (lives[n] ?? usual).entries()) {
    const { at, by } = stepOf(stage, daysAgo);
    const key = demoKey(1000 + 10 * n + step);
    const [row] = await db.select().from(placements).where(eq(placements.id, id));
    if (!row) throw new Error(`no placement ${id}`);
    const bytes = await samplePhoto(n + 30 * step);
    const isSeen = life === 'hung' || life === 'checked';
    const photo = isSeen
      ? await storePhoto(env, db, { placementId: id, bytes, takenAt: at, by, key, now: at, zone })
      : undefined;
    await takeStep(db, keys, row, { life, at, by, key, photo, remark: remarks[life] });
  }
}

const remarks: Partial<Record<Life, string>> = {
  damaged: 'Sobek di sisi kiri. Contoh.',
  gone: 'Tiangnya tinggal satu. Contoh.',
};
