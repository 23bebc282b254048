/**
 * Names for what is shown: cases keep the code of an office, area, category or label that has ended since, and it still has its
 * name. What may be chosen is only in `regency.offices`, `.areas`, `.categories` and `.tags`.
 */
import type { PackArea, PackCategory, PackOffice, PackTag } from '../../shared/regencies/types.ts';
import type { Regency } from './snapshot.ts';

type Code = string | null | undefined;

export const anyOffice = ({ offices, past }: Regency, code: Code): PackOffice | undefined =>
  offices.get(code ?? '') ?? past.offices.get(code ?? '');

export const anyArea = ({ areas, past }: Regency, code: Code): PackArea | undefined =>
  areas.get(code ?? '') ?? past.areas.get(code ?? '');

export const anyCategory = ({ categories, past }: Regency, id: Code): PackCategory | undefined =>
  categories.get(id ?? '') ?? past.categories.get(id ?? '');

export const anyTag = ({ tags, past }: Regency, id: Code): PackTag | undefined =>
  tags.get(id ?? '') ?? past.tags.get(id ?? '');
