/** Routing data and the regency's rows, compiled once for each data object and kept while it lives. */

import { Matcher } from './match.ts';
import { type Pattern, parsePatterns } from './pattern.ts';
import { type Writing, writingOf } from './tokens.ts';
import type { Act, RouterContext } from './types.ts';

/** What a pattern says when it is found. */
export type Meaning =
  | { kind: 'topic'; office: string; weight: number }
  | { kind: 'act'; act: Act }
  | { kind: 'actor'; office: string | null }
  | { kind: 'place' }
  | { kind: 'outsider' }
  | { kind: 'excuse'; id: string }
  | { kind: 'neutral' }
  | { kind: 'hint'; id: string }
  | { kind: 'spam' };

export interface Knowledge {
  writing: Writing;
  matcher: Matcher;
  meanings: ReadonlyMap<Pattern, Meaning>;
  negations: ReadonlySet<string>;
  between: ReadonlySet<string>;
  weights: ReadonlyMap<string, number>;
  threshold: number;
  doubt: number;
  /** Office code for `cat:<category id>`, an office code or a role; null when the regency has none. */
  officeOf(to: string | null): string | null;
  isOutside(office: string): boolean;
  /** The kecamatan office that serves an area, from the area's code. */
  kecamatanOf(area: string | null | undefined): string | null;
}

/** Stands for "the kecamatan office of the place" until the place is known. */
export const KECAMATAN = 'kecamatan';
const WEIGHTS = { strong: 4, medium: 2, weak: 1 } as const;
/** An office called by its full name. */
const NAMED = 3;
const AREA = 'area:';

const known = new WeakMap<RouterContext['data'], { context: RouterContext; knowledge: Knowledge }>();

/** @throws Error when the data names an unknown group */
export function knowledgeOf(context: RouterContext): Knowledge {
  const cached = known.get(context.data);
  if (cached?.context.offices === context.offices && cached.context.categories === context.categories)
    return cached.knowledge;
  const knowledge = compile(context);
  known.set(context.data, { context, knowledge });
  return knowledge;
}

function compile(context: RouterContext): Knowledge {
  const { data } = context;
  const offices = new Map(context.offices.map((office) => [office.code, office]));
  const categories = new Map(context.categories.map((category) => [`cat:${category.id}`, category.office]));
  const seats = new Map(
    context.offices.flatMap((o) => (o.kind === 'kecamatan' && o.area ? [[o.area, o.code]] : [])),
  );
  const officeOf = (to: string | null): string | null => {
    if (to === null || to === KECAMATAN) return to;
    const code = to.startsWith('cat:') ? (categories.get(to) ?? null) : to;
    return code !== null && offices.has(code) ? code : null;
  };

  const meanings = new Map<Pattern, Meaning>();
  const groups = data.groups ?? {};
  const learn = (list: string, meaning: Meaning) => {
    for (const pattern of parsePatterns(list, groups)) meanings.set(pattern, meaning);
  };
  for (const topic of data.topics ?? []) {
    const office = officeOf(topic.to);
    if (office === null) continue;
    for (const strength of ['strong', 'medium', 'weak'] as const)
      learn(topic[strength] ?? '', { kind: 'topic', office, weight: WEIGHTS[strength] });
  }
  for (const { code, kind } of context.offices)
    if (kind !== 'kecamatan')
      learn(`office:${code.toLowerCase()}`, { kind: 'topic', office: code, weight: NAMED });
  const accusation = data.accusation;
  for (const act of accusation?.acts ?? []) learn(act.patterns, { kind: 'act', act });
  for (const actor of accusation?.actors ?? [])
    learn(actor.words, { kind: 'actor', office: officeOf(actor.to) });
  learn(accusation?.places ?? '', { kind: 'place' });
  learn(accusation?.outsiders ?? '', { kind: 'outsider' });
  for (const excuse of accusation?.excuses ?? []) learn(excuse.patterns, { kind: 'excuse', id: excuse.id });
  learn(accusation?.neutral ?? '', { kind: 'neutral' });
  for (const hint of accusation?.hints ?? []) learn(hint.patterns, { kind: 'hint', id: hint.id });
  learn(data.spam ?? '', { kind: 'spam' });

  const words = (list: string | undefined) => new Set((list ?? '').split(/\s+/).filter(Boolean));
  return {
    writing: writingOf({ ...data, phrases: { ...namesOf(context), ...data.phrases } }),
    matcher: new Matcher([...meanings.keys()]),
    meanings,
    negations: words(accusation?.negations),
    between: words(accusation?.between),
    weights: new Map(Object.entries(accusation?.weights ?? {})),
    threshold: accusation?.threshold ?? Infinity,
    doubt: accusation?.doubt ?? -Infinity,
    officeOf,
    isOutside: (office) => offices.get(office)?.kind === 'luar',
    kecamatanOf: (area) => (area ? (seats.get(area.slice(0, 8)) ?? null) : null),
  };
}

/** Names of areas and offices as phrases, so that "Sumber Agung" or "Non Blok" never count as words. */
function namesOf({ areas, offices }: RouterContext): Record<string, string> {
  const names: Record<string, string> = {};
  const plain = (name: string) =>
    name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
  const order = ['desa', 'kelurahan', 'kabupaten', 'kecamatan'];
  for (const area of [...areas].sort((a, b) => order.indexOf(a.level) - order.indexOf(b.level)))
    for (const name of [area.name, ...area.aliases]) names[plain(name)] = AREA + area.code;
  for (const { code, name, kind } of offices)
    if (kind !== 'kecamatan' && plain(name).includes(' '))
      names[plain(name)] = `office:${code.toLowerCase()}`;
  return names;
}

/** Ministry code when the word is the name of an area. */
export const areaCode = (word: string): string | null =>
  word.startsWith(AREA) ? word.slice(AREA.length) : null;
