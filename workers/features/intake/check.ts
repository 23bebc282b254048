/** What a complaint has to fit beyond its schema: this regency's areas, offices and categories, and today's date. */
import type { Complaint } from '../../../shared/contract/complaint.ts';
import type { FieldProblem } from '../../platform/problem.ts';
import type { Regency } from '../../regency/snapshot.ts';
import { areaLabel, nearestAreas } from './areas.ts';

/**
 * The same check for page and API. Messages hold names of this regency only, never what was sent.
 * @param now epoch ms
 * @returns nothing when it may be submitted
 */
export function checkComplaint(regency: Regency, now: number, complaint: Complaint): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const { area, category, office, occurredOn } = complaint;
  if (area && !regency.areas.has(area)) {
    const nearest = nearestAreas(regency, area)
      .map((found) => areaLabel(regency, found))
      .join('; ');
    problems.push({ pointer: '/area', message: 'field.area', values: { nearest } });
  }
  if (category && regency.categories.get(category)?.public !== true) {
    problems.push({ pointer: '/category', message: 'field.category' });
  }
  if (office && !regency.offices.has(office)) {
    problems.push({ pointer: '/office', message: 'field.office' });
  }
  if (occurredOn && occurredOn > regency.calendar.localDate(now)) {
    problems.push({ pointer: '/occurredOn', message: 'field.date' });
  }
  return problems;
}
