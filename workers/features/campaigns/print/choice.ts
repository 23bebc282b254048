/** What can be chosen for a pack, and how it is divided. Pure. */
import {
  freeKinds,
  type Life,
  type Material,
  materials,
  type PlaceKind,
  type PrintFormat,
  settledKinds,
} from '../../../../shared/campaign.ts';

export type PdfFormat = Exclude<PrintFormat, 'designer_zip'>;

/** Sheets in one file: what one invocation makes within its memory (design.md, "PDF"). */
const PART_SHEETS = 50;
/** Pictures in one ZIP: they are small, and the designer's table belongs to all of them. */
const PART_PICTURES = 500;

/** Sheets of one placement. */
export const sheetsOf = (format: PrintFormat): number => (format === 'a5_brochure' ? 2 : 1);

/** Everything that is given narrows the choice. */
export interface Scope {
  /** Only what is planned, or whatever may hang; codes choose for themselves. */
  lives: 'planned' | 'all';
  /** Area code of a kecamatan, or "opd" for offices. */
  district: string | null;
  campaign: number | null;
  material: Material | null;
  /** Codes in capitals; empty = not narrowed by them. */
  codes: string[];
}

export const OFFICES = 'opd';

const hanging: readonly PlaceKind[] = [...settledKinds, ...freeKinds];

/** What of a placement decides. */
interface Choosable {
  code: string;
  kind: PlaceKind;
  life: Life;
  campaignId: number | null;
  material: Material;
  retiredAt: number | null;
}

/** Is it in the scope? @param district of its place; null for an office */
export function isChosen(scope: Scope, row: Choosable, district: string | null): boolean {
  if (row.retiredAt !== null) return false;
  // Brochures have a code of their own and hang nowhere: they are printed when somebody asks for them.
  if (scope.codes.length > 0) {
    if (!scope.codes.includes(row.code)) return false;
  } else if (!hanging.includes(row.kind) || (scope.lives === 'planned' && row.life !== 'planned'))
    return false;
  return (
    (scope.district === null || scope.district === (district ?? OFFICES)) &&
    (scope.campaign === null || scope.campaign === row.campaignId) &&
    (scope.material === null || scope.material === row.material)
  );
}

/** A scope from the address of a page or the fields of a form; what cannot be is left out. */
export function scopeOf(given: URLSearchParams): Scope {
  const material = materials.find((one) => one === given.get('bahan'));
  const campaign = /^\d{1,9}$/.exec(given.get('program') ?? '')?.[0];
  return {
    lives: given.get('keadaan') === 'semua' ? 'all' : 'planned',
    district: given.get('wilayah') || null,
    campaign: campaign ? Number(campaign) : null,
    material: material ?? null,
    codes: given
      .getAll('kode')
      .join(' ')
      .toUpperCase()
      .split(/[^0-9A-Z]+/)
      .filter(Boolean),
  };
}

/** The same as fields, to carry it on. */
export function fieldsOf(scope: Scope): [name: string, value: string][] {
  const fields: [string, string | number | null][] = [
    ['keadaan', scope.lives === 'all' ? 'semua' : 'rencana'],
    ['wilayah', scope.district],
    ['program', scope.campaign],
    ['bahan', scope.material],
    ['kode', scope.codes.join(' ')],
  ];
  return fields.flatMap(([name, value]) => (value ? [[name, String(value)]] : []));
}

/**
 * Where the part that begins at `from` ends: when it is full, or with its kecamatan, so that each gets its own file.
 * @param districts of the placements from there on
 * @returns how many placements it has
 */
export function partLength(format: PrintFormat, districts: readonly (string | null)[]): number {
  if (format === 'designer_zip') return Math.min(districts.length, PART_PICTURES);
  const most = Math.min(districts.length, PART_SHEETS / sheetsOf(format));
  let length = 1;
  while (length < most && districts[length] === districts[0]) length++;
  return length;
}

/** How many placements have to be looked at to know where a part ends. */
export const mostInPart = (format: PrintFormat): number =>
  format === 'designer_zip' ? PART_PICTURES : PART_SHEETS;
