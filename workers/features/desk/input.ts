/** Forms of the desk: read from a post, shown again as typed on errors, and turned into a verb's input. */
import type { DeskVerb } from '../../cases/verbs/index.ts';
import { pickedFile, type StoredFile, storedFiles } from '../files.ts';

/** text = one string; list = repeated or ticked; flag = a tick, false when it is not sent; numbers = list of ids;
 * pairs = list of "photo:file". */
type Part = 'text' | 'list' | 'flag' | 'numbers' | 'pairs';

const checks = { answered: 'flag', proof: 'flag', timely: 'flag', confirmed: 'flag' } as const;
const answerParts: Record<string, Part> = {
  outcome: 'text',
  text: 'text',
  photos: 'list',
  physical: 'flag',
  nextStep: 'text',
  date: 'text',
  budget: 'text',
  acceptWarnings: 'flag',
};

/** The fields of each verb's form, named as the verb's input. */
export const verbParts: Record<DeskVerb, Record<string, Part>> = {
  verify: { kind: 'text', title: 'text', category: 'text', urgent: 'flag', confidential: 'flag' },
  release: { title: 'text', text: 'text', photos: 'list', redactions: 'pairs' },
  dispose: { office: 'text', copies: 'list', urgent: 'flag', note: 'text' },
  decide_return: { office: 'text', note: 'text' },
  forward: { office: 'text', text: 'text' },
  chase: { way: 'text', date: 'text', text: 'text' },
  close_forwarded: { result: 'text', text: 'text' },
  archive: { category: 'text', reason: 'text' },
  reopen: { reason: 'text' },
  merge: { parent: 'text', reason: 'text' },
  unmerge: { reason: 'text' },
  hold: { reason: 'text', accused: 'list' },
  free: { reason: 'text' },
  pass_to_inspectorate: { accused: 'list', accusedStaff: 'numbers', note: 'text' },
  follow_up: { text: 'text', nextStep: 'text', date: 'text' },
  answer: answerParts,
  propose_answer: answerParts,
  approve_answer: {},
  send_back_answer: { reason: 'text' },
  carry_out: { text: 'text', photos: 'list' },
  reschedule: { date: 'text', reason: 'text' },
  ask: { question: 'text' },
  return: { reason: 'text', suggestion: 'text' },
  note: { text: 'text', mentions: 'numbers' },
  reveal: { reason: 'text' },
  record_sp4n: { number: 'text', link: 'text' },
  mark_copied: { number: 'text', link: 'text' },
  remind: { target: 'text' },
  tag: { add: 'list', remove: 'list' },
  transfer: { from: 'text', office: 'text', note: 'text' },
  audit: { ...checks, note: 'text' },
  find_fault: { ...checks, reason: 'text' },
};

/** What cannot be undone, or reaches the reporter as the last word: the form asks to tick that it was checked. */
export const confirmed: readonly DeskVerb[] = [
  'answer',
  'approve_answer',
  'archive',
  'audit',
  'close_forwarded',
  'find_fault',
  'free',
  'hold',
  'merge',
  'pass_to_inspectorate',
  'release',
  'reveal',
];

/** Forms that take photos of the work, one at a time. */
export const withFiles: readonly DeskVerb[] = ['answer', 'propose_answer', 'carry_out'];

/** What the reporter reads as an entry of its own can be looked at before it leaves. */
export const previewed: readonly DeskVerb[] = ['answer', 'propose_answer', 'follow_up', 'ask'];

/** Everything a person typed into one form, by field name. */
export interface Typed {
  values: Record<string, string[]>;
  key: string;
  /** Version of the case that they saw, or null. */
  version: number | null;
  sure: boolean;
  stored: StoredFile[];
  file: File | null;
}

export function readForm(form: FormData): Typed {
  const values: Record<string, string[]> = {};
  for (const name of new Set(form.keys())) {
    // Browsers send line breaks as CRLF; the API's clients send LF. One text, one digest.
    values[name] = form
      .getAll(name)
      .flatMap((value) => (typeof value === 'string' ? [value.replaceAll('\r\n', '\n')] : []));
  }
  const version = values.version?.[0] ?? '';
  return {
    values,
    key: values.key?.[0] ?? '',
    version: /^\d{1,9}$/.test(version) ? Number(version) : null,
    sure: values.sure?.[0] === '1',
    stored: storedFiles(values.stored ?? []),
    file: pickedFile(form.get('file')),
  };
}

/** What a client sent, as the page would have: warnings hold an answer back unless it says that they do not. */
export function askedFirst(verb: DeskVerb, body: unknown): unknown {
  if (!('acceptWarnings' in verbParts[verb]) || body === null || typeof body !== 'object') return body;
  return { acceptWarnings: false, ...body };
}

/** An office among the suggestions and another one in the list: nobody can tell which was meant. */
export function choseTwo(typed: Typed): boolean {
  const [office = '', other = ''] = [typed.values.office?.[0], typed.values.other?.[0]];
  return other !== '' && office !== '' && office !== 'lain' && office !== other;
}

/** The input the API would have got. */
export function inputOf(verb: DeskVerb, typed: Typed): Record<string, unknown> {
  const given = (name: string) => typed.values[name] ?? [];
  const read = (name: string, part: Part): unknown => {
    if (part === 'flag') return given(name)[0] === '1';
    if (part === 'list') return given(name);
    if (part === 'pairs') {
      return given(name)
        .filter(Boolean)
        .map((pair) => ({ photo: pair.split(':')[0], file: pair.split(':')[1] }));
    }
    if (part === 'numbers') return given(name).filter(Boolean).map(Number);
    return given(name)[0] ?? '';
  };
  const input = Object.fromEntries(
    Object.entries(verbParts[verb]).map(([name, part]) => [name, read(name, part)]),
  );
  // "Instansi lain" among the suggestions leads to the list beside them.
  if (input.office === 'lain' || input.office === '') input.office = given('other')[0] ?? '';
  if (withFiles.includes(verb)) input.photos = typed.stored.map((photo) => photo.id);
  return input;
}
