/** /desk/kampanye/acara/pelatihan: who was last trained when, and the same as a file. */
import { isoOffset } from '../../../../shared/text.ts';
import { now } from '../../../platform/clock.ts';
import type { AppContext } from '../../http.ts';
import type { Sheet } from '../../sheets.ts';
import { type OfficeTraining, readTrainings } from './trainings.ts';
import { TrainingsPage } from './views/trainings.tsx';
import { readiness } from './words.ts';

export async function showTrainings(c: AppContext): Promise<Response> {
  const { regency, signedIn } = c.var;
  return c.html(<TrainingsPage regency={regency} who={signedIn} offices={await read(c)} />);
}

/** A line for each liaison officer, and one for each office without any. */
export async function trainingSheet(c: AppContext): Promise<Sheet> {
  const zone = c.var.regency.about.timeZone;
  const seenOn = (at: number | null) => (at === null ? null : { at: isoOffset(at, zone).slice(0, 10) });
  const linesOf = ({ office, state, people }: OfficeTraining) => {
    const [first, last] = [office.name, readiness[state].label];
    if (people.length === 0) return [[first, null, null, null, last]];
    return people.map(({ name, trained, seen }) => [
      ...[first, name],
      trained === null ? null : { at: trained.slice(0, 10) },
      ...[seenOn(seen), last],
    ]);
  };
  return {
    name: 'pelatihan-pejabat-penghubung',
    head: ['Instansi', 'Pejabat penghubung', 'Bimtek terakhir', 'Terakhir masuk', 'Keadaan instansi'],
    rows: (await read(c)).flatMap(linesOf),
  };
}

const read = (c: AppContext) => readTrainings(c.var.db, c.var.regency, now());
