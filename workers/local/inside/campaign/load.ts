/**
 * An invented campaign in full swing, made by the same verbs as a real one. Every step has a key of its own or changes
 * nothing the second time, so a load that was cut off goes on where it stopped.
 */
import { ensurePlacements } from '../../../features/campaigns/register/placements.ts';
import { createProgram } from '../../../features/campaigns/register/programs.ts';
import { hangPieces } from './pieces.ts';
import { addNews, addPosts } from './posts.ts';
import { addBrochures, addEvents, addLink } from './rooms.ts';
import { scanPieces } from './scans.ts';
import { type CampaignStage, dayBefore, demoKey, doerAt } from './stage.ts';

/**
 * @param areas where somebody scans and complains in the invented cases
 * @returns codes of what hangs, by area
 */
export async function loadCampaign(
  stage: Omit<CampaignStage, 'program'>,
  areas: readonly string[],
): Promise<Map<string, string>> {
  const { db, regency } = stage;
  const begun = doerAt(stage, 112);
  await ensurePlacements(db, regency, begun.now);
  const facts = {
    name: 'Kenal kanal aduan (contoh)',
    goal: 'Papan di setiap OPD, kecamatan, dan desa; warga tahu ke mana melapor.',
    startsOn: dayBefore(stage, 112),
    endsOn: dayBefore(stage, -120),
    budget: 75_000_000,
    otherCost: 1_200_000,
  };
  const program = await createProgram(begun, facts, demoKey(1));
  const whole = { ...stage, program };
  const hanging = await hangPieces(whole, areas);
  const links = [...(await addPosts(whole)), await addNews(whole)];
  await addEvents(whole);
  await addBrochures(whole);
  await addLink(whole, hanging.find(({ kind }) => kind === 'kecamatan')?.ref ?? '');
  await scanPieces(whole, [...hanging.map(({ id }) => id), ...links]);
  return new Map(hanging.map(({ ref, code }) => [ref, code]));
}
