/**
 * What a kind of setting is: a description that the generic pages (kind-pages.tsx, row-pages.tsx) turn into a list, forms,
 * a history and everything that may be done with a row. One file a kind; kinds/index.ts lists them.
 */
import type { SQL } from 'drizzle-orm';
import type * as z from 'zod';
import type { Db } from '../../../platform/db.ts';
import type { EditedRow } from '../../../regency/rows.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import type { Option } from '../../../ui/components.tsx';

/** What a control holds: text, lines, "07:30", "1" for a tick; several for choices. */
export type Raw = string | string[];

/** What is wrong, by field name. */
export type Problems = Record<string, string | undefined>;

/** Kinds that others may point at. */
export type Referred = 'office' | 'area' | 'category';

interface FieldBase<T> {
  /** Key in the row's data, unless `get` and `set` say otherwise; also the control's name. */
  name: string;
  label: string;
  hint?: string;
  required?: boolean;
  /** Part of the row's id: typed when it is added, never changed. */
  fixed?: boolean;
  /** What an emptied control leaves: nothing at all, null, or an empty text (by default). */
  empty?: 'absent' | 'null';
  /** Whether a row has the field at all; by default all have. A form that adds a row shows every field. */
  show?(data: T): boolean;
  /** For data that are not simply `data[name]`. */
  get?(data: T): Raw;
  /** Changes `data` in place. */
  set?(data: T, raw: Raw): void;
  /** Value as the history and the conflicts tell it. */
  words?(data: T, regency: Regency): string;
}

export type FieldOf<T> = FieldBase<T> &
  (
    | { input: 'text' | 'tel' | 'area'; max?: number; rows?: number }
    | { input: 'date' | 'time' | 'number' | 'checkbox' }
    /** One entry a line: an array of texts. */
    | { input: 'lines'; rows?: number }
    /** `choice` is one of them, shown as radio buttons when they are few; `choices` are ticks and an array. */
    | { input: 'choice' | 'choices'; options: Option[] | ((regency: Regency) => Option[]) }
    /** Another row that has to exist and be in force. */
    | { input: 'reference'; to: Referred; only?(row: object): boolean }
  );

/** Where the checks of a kind look things up. */
export interface KindContext<T> {
  db: Db;
  regency: Regency;
  /** Rows of this kind in force, in order. */
  rows: EditedRow<T>[];
  /** Epoch ms. */
  now: number;
}

/** What has to be done before a row can end, and where. */
export interface Obstacle {
  text: string;
  href: string | null;
}

export const groups = {
  people: 'Instansi dan orang',
  place: 'Wilayah dan penduduk',
  rules: 'Penanganan laporan',
  time: 'Waktu dan batas waktu',
  words: 'Naskah',
  evaluation: 'Evaluasi',
  system: 'Keamanan dan sistem',
} as const;
export type Group = keyof typeof groups;

/** @template T the row's data in the pack's shape (shared/regencies/types.ts) */
export interface KindOf<T extends object> {
  /** `regency_rows.kind`. */
  kind: string;
  /** Address below /desk/pengaturan. */
  path: string;
  group: Group;
  /** Title of the list, and what one of them is called in a sentence ("wilayah"). */
  name: string;
  one: string;
  /** One sentence for the index and the top of the list. */
  about: string;
  /** What a change does at once; stands above the form. */
  effect: string;
  /** What a change would have done is shown before it is saved (previews.tsx). */
  preview?: 'rules' | 'clocks' | 'holidays';
  /** The only row of its kind that is a setting of these pages; by default all are. */
  only?: string;
  /** Pages beside the list. */
  tools?: readonly { label: string; href: string }[];
  /** Where the list and the form are when the kind has pages of its own; history and undo are still the generic ones. */
  ownPages?: string;
  /** There is one row, and `ownPages` is its address. */
  single?: boolean;
  /** A fence: whoever moves it has a code of their own and proves that they are at the keyboard. */
  guarded?: boolean;

  fields: FieldOf<T>[];
  /** Checks whole data; messages are Indonesian sentences, standard ones are in check.ts. */
  schema: z.ZodType;
  /** Row named in a sentence; and the other columns of the list. */
  label(data: T, regency: Regency): string;
  columns: { title: string; of(data: T, regency: Regency): string }[];
  /** What the search of the list looks at besides the columns. */
  search?(data: T): string;
  /** Order of the list; by default as the pack has it. */
  order?(a: T, b: T): number;

  /** A row that somebody begins to add; without it none may be added. The address may prefill fields by name. */
  blank?(regency: Regency): T;
  /** Id of a new row, from its checked data. */
  newId?(data: T): string;
  /** The data of a new row with the id it has for itself, where that is part of them. */
  named?(data: T): T;
  /** Whether an existing row may be copied as a new one, e.g. with another first day. */
  copies?: boolean;

  /** Without it no row may be ended. */
  ending?: {
    /** What ending does, for the page that asks back. */
    note: string;
    /** What else is asked, e.g. the successor. */
    fields?: FieldOf<T>[];
    obstacles?(data: T, ctx: KindContext<T>): Promise<Obstacle[]> | Obstacle[];
    /** What is wrong with the answers to `fields`. */
    check?(data: T): Problems;
    /** What the database has to agree to in that moment. */
    guard?(data: T): SQL;
    /** What a row loses when it comes back. */
    revived?(data: T): T;
  };

  /** What the schema cannot know: other rows. @param id null = it is being added */
  check?(data: T, ctx: KindContext<T>, id: string | null): Promise<Problems> | Problems;
  /** How a row in force stands to the rest of the regency, in sentences above its form. */
  state?(data: T, ctx: KindContext<T>): Promise<string[]>;
  /** What is still missing, for the top of the list and the check-list of the index. */
  gaps?(rows: EditedRow<T>[], regency: Regency, now: number): Gap[];
  /** Other pages about a row. */
  links?(data: T): { label: string; href: string }[];
}

export interface Gap {
  text: string;
  href?: string;
}

/** Any kind; method parameters are bivariant, so the pages may pass data on without knowing its shape. */
export type Kind = KindOf<object>;

export const addressOf = ({ path }: Pick<Kind, 'path'>): string => `/desk/pengaturan/${path}`;

export const rowAddress = (kind: Pick<Kind, 'path'>, id: string): string =>
  `${addressOf(kind)}/${encodeURIComponent(id)}`;

/** Where a row is edited. */
export const editAddress = (kind: Kind, id: string): string =>
  kind.ownPages === undefined
    ? rowAddress(kind, id)
    : kind.single
      ? kind.ownPages
      : `${kind.ownPages}/${encodeURIComponent(id)}`;

/** Is the value still marked `(check)`: to be confirmed by the regency? */
export const isUnconfirmed = (data: object): boolean =>
  ('check' in data && data.check === true) || ('confirmed' in data && data.confirmed === false);

/** The same without the mark. */
export const confirmed = (data: object): object => ({
  ...data,
  ...('check' in data ? { check: false } : {}),
  ...('confirmed' in data ? { confirmed: true } : {}),
});
