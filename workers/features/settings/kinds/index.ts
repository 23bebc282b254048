/** All kinds of settings, in the order of the index page. */
import { areaKind } from './area.ts';
import { categoryKind } from './category.ts';
import { clockKind } from './clock.ts';
import { crestKind } from './crest.ts';
import { criterionKind } from './criterion.ts';
import { dataOfficerKind } from './data-officer.ts';
import { digestKind } from './digest.ts';
import { emergencyKind } from './emergency.ts';
import { holidayKind } from './holiday.ts';
import { hoursKind } from './hours.ts';
import type { Kind } from './kind.ts';
import { officeKind } from './office.ts';
import { answerKind, templateKind, twoFactorKind } from './own-pages.ts';
import { populationKind } from './population.ts';
import { processingKind } from './processing.ts';
import { regencyKind } from './regency.ts';
import { retentionKind } from './retention.ts';
import { spellingKind } from './spelling.ts';
import { stepKind } from './step.ts';
import { tagKind } from './tag.ts';
import { teamKind } from './team.ts';
import { personKind, thresholdKind } from './threshold.ts';
import { topicKind } from './topic.ts';

export const kinds: readonly Kind[] = [
  officeKind,
  teamKind,
  regencyKind,
  crestKind,
  areaKind,
  populationKind,
  categoryKind,
  topicKind,
  spellingKind,
  thresholdKind,
  personKind,
  tagKind,
  emergencyKind,
  clockKind,
  holidayKind,
  hoursKind,
  stepKind,
  digestKind,
  templateKind,
  answerKind,
  criterionKind,
  retentionKind,
  dataOfficerKind,
  twoFactorKind,
  processingKind,
];

/** Only the addresses of kinds: other pages below /desk/pengaturan are not theirs. */
export const kindParam = `/:kind{(?:${kinds.map(({ path }) => path).join('|')})}`;

/** The kind whose pages show this row; undefined for what has none. */
export const kindOfRow = (kind: string, id: string): Kind | undefined =>
  kinds.find((one) => one.kind === kind && (one.only === undefined || one.only === id));
