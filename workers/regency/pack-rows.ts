/** A regency's pack as the rows it is kept in. Pure. */
import type { Pack } from '../../shared/regencies/types.ts';
import { tidyTopic } from '../../shared/routing/check.ts';
import { namedTopics } from '../../shared/routing/rows.ts';

export interface Key {
  kind: string;
  id: string;
}

export interface PackRow extends Key {
  /** JSON. */
  data: string;
  position: number;
}

/** The rows a pack consists of. */
export function rowsOf(pack: Pack): PackRow[] {
  const rows: PackRow[] = [];
  const add = (kind: string, id: string, data: unknown) =>
    rows.push({ kind, id, data: JSON.stringify(data), position: rows.length });
  add('regency', pack.regency.code, pack.regency);
  for (const office of pack.offices) add('office', office.code, office);
  for (const area of pack.areas) add('area', area.code, area);
  for (const category of pack.categories) add('category', category.id, category);
  for (const clock of pack.clocks) add('clock', clock.id, clock);
  for (const step of pack.steps) add('step', `${step.id}:${step.validFrom}`, step);
  for (const digest of pack.digests) add('digest', `${digest.id}:${digest.validFrom}`, digest);
  for (const holiday of pack.holidays)
    add('holiday', `${holiday.date}:${holiday.kind}:${holiday.name}`, holiday);
  for (const hours of pack.hours) add('hours', hours.id, hours);
  for (const template of pack.templates) add('template', template.id, template);
  for (const answer of pack.answers) add('answer', answer.id, answer);
  for (const [index, emergency] of pack.emergency.entries())
    add('emergency', `${emergency.number}:${index}`, emergency);
  for (const kept of pack.retention) add('retention', kept.id, kept);
  for (const activity of pack.processing) add('processing', activity.id, activity);
  for (const criterion of pack.criteria) add('criterion', criterion.id, criterion);
  for (const row of pack.population ?? []) add('population', `${row.area}:${row.year}`, row);
  for (const tag of pack.tags) add('tag', tag.id, tag);
  const { topics = [], ...parts } = pack.routing;
  for (const [part, value] of Object.entries(parts)) add('routing', part, value);
  // One row a topic, so that an edit of one word is no conflict with every later pack.
  for (const { id, topic } of namedTopics(topics)) add('topic', id, tidyTopic(topic));
  add('switch', 'demandPerson', { id: 'demandPerson', on: false });
  return rows;
}
