/** What all regencies share, and how a regency's own rows are put on top of it. */
import type { Topic } from '../../routing/types.ts';
import type { Pack, PackArea, PackHoliday, PackOffice, PackPopulation, PackRegency } from '../types.ts';
import { answers } from './answers.ts';
import { categories } from './categories.ts';
import { clocks } from './clocks.ts';
import { criteria } from './criteria.ts';
import { emergency } from './emergency.ts';
import holidays from './holidays.json' with { type: 'json' };
import { hours } from './hours.ts';
import { processing } from './processing.ts';
import { retention } from './retention.ts';
import { routing } from './routing/index.ts';
import { digests, steps } from './steps.ts';
import { tags } from './tags.ts';
import { templates } from './templates.ts';

/** The rows only this regency has. */
export interface RegencyRows {
  /** Folder name, e.g. "luwu-timur". */
  id: string;
  regency: PackRegency;
  offices: PackOffice[];
  areas: PackArea[];
  /** Category id → office code, where this regency divides the work otherwise than most. */
  categoryOffices?: Record<string, string>;
  /** What the router knows of this place alone: its roads, rivers and weirs. */
  topics?: Topic[];
  /** Inhabitants, as far as known. */
  population?: PackPopulation[];
  /** Days off of this regency alone. */
  holidays?: PackHoliday[];
}

/** Completes a regency's rows with the common ones into the pack that is loaded. */
export function assemble(own: RegencyRows): Pack {
  const override = own.categoryOffices ?? {};
  return {
    id: own.id,
    regency: own.regency,
    offices: own.offices,
    areas: own.areas,
    categories: categories.map((row) => ({ ...row, office: override[row.id] ?? row.office })),
    clocks,
    steps,
    digests,
    holidays: [...(holidays as PackHoliday[]), ...(own.holidays ?? [])],
    hours,
    templates,
    answers,
    emergency,
    retention,
    processing,
    criteria,
    population: own.population ?? [],
    tags,
    routing: { ...routing, topics: [...(routing.topics ?? []), ...(own.topics ?? [])] },
  };
}
