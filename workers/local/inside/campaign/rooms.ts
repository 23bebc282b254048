/** Invented events, brochures and a link of the program. */
import { handOut } from '../../../features/campaigns/batches/hand-out.ts';
import { addBatch } from '../../../features/campaigns/batches/save.ts';
import { markAttendance } from '../../../features/campaigns/events/attend.ts';
import { inviteGroup } from '../../../features/campaigns/events/invite.ts';
import { peopleOf } from '../../../features/campaigns/events/queries.ts';
import { addEvent, recordResult } from '../../../features/campaigns/events/save.ts';
import { makeLinks } from '../../../features/campaigns/hang/links.ts';
import { type CampaignStage, dayBefore, demoKey, doerAt } from './stage.ts';

export async function addEvents(stage: CampaignStage): Promise<void> {
  const { db, program } = stage;
  const at = (daysAgo: number) => ({ startsAt: `${dayBefore(stage, daysAgo)}T09:00`, area: null, program });
  const before = doerAt(stage, 30);
  const training = {
    kind: 'bimtek',
    title: 'Bimtek pejabat penghubung',
    place: 'Aula Sekretariat Daerah',
  } as const;
  const agenda = 'Menerima disposisi, menjawab tepat waktu, mengukur hasil. Contoh.';
  const held = await addEvent(before, { ...training, ...at(21), agenda, cost: 4_500_000 }, demoKey(3000));
  await inviteGroup(before, held, 'liaisons');
  const people = await peopleOf(db, held);
  const came = people.filter(({ attendedAt }, n) => attendedAt !== null || n % 4 !== 3).map(({ id }) => id);
  const known = people.filter(({ attendedAt }) => attendedAt !== null).map(({ id }) => id);
  await markAttendance(doerAt(stage, 20), held, known, came);
  const result = 'Semua peserta menjawab satu laporan latihan. Contoh.';
  if (known.length === 0)
    await recordResult(doerAt(stage, 20), held, { held: true, headcount: null, result }, 1);
  const briefing = { kind: 'briefing', title: 'Pengarahan kepala OPD', place: 'Ruang rapat Bupati' } as const;
  const ahead = await addEvent(
    doerAt(stage, 3),
    { ...briefing, ...at(-6), agenda: 'Target papan dan tindak lanjut. Contoh.', cost: null },
    demoKey(3001),
  );
  await inviteGroup(doerAt(stage, 3), ahead, 'heads');
}

export async function addBrochures(stage: CampaignStage): Promise<void> {
  const { regency, program } = stage;
  const printed = { printed: 2_000, printedOn: dayBefore(stage, 40), cost: 3_000_000, program };
  const batch = await addBatch(
    doerAt(stage, 40),
    { title: 'Brosur cara melapor', material: 'brochure', design: 1, ...printed },
    demoKey(4000),
  );
  const districts = [...regency.areas.values()].filter(({ level }) => level === 'kecamatan').slice(0, 4);
  for (const [n, { code }] of districts.entries()) {
    const handout = { ref: code, name: null, count: 150 + 50 * n, day: dayBefore(stage, 30 - n) };
    await handOut(doerAt(stage, 30 - n), batch, handout, demoKey(4001 + n));
  }
  const market = { ref: null, name: 'Pasar induk (contoh)', count: 300, day: dayBefore(stage, 12) };
  await handOut(doerAt(stage, 12), batch, market, demoKey(4100));
}

export async function addLink(stage: CampaignStage, district: string): Promise<void> {
  const { db, keys, program, runner, today } = stage;
  await makeLinks(db, keys, {
    districts: [district],
    campaignId: program,
    key: demoKey(5000),
    by: runner,
    now: today,
  });
}
