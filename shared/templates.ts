/**
 * Notices as text: which variables a template may use, what is wrong with one, and how it is filled. What a template may
 * use is what the sender fills in; anything else would leave a hole in the letter.
 */
import type { PackTemplate } from './regencies/types.ts';

/** What a variable stands for, as the editor of a template reads it. */
export const variableMeanings = {
  code: 'nomor laporan',
  title: 'judul laporan',
  due: 'tanggal batas waktu',
  office: 'instansi yang bertindak, atau instansi luar yang menerima',
  link: 'alamat halaman yang harus dibuka',
  regency: 'nama lengkap kabupaten',
  question: 'pertanyaan instansi kepada pelapor',
  answer: 'jawaban instansi kepada pelapor',
  reason: 'alasan yang ditulis petugas',
  parent: 'nomor laporan induk',
  pin: 'PIN pelapor',
  clock: 'nama batas waktu, misalnya Tanggapan pertama',
  activity: 'kegiatan dalam rencana aksi',
  count: 'jumlah: laporan dalam daftar, atau hari kerja yang terlewat',
  list: 'daftar, satu baris untuk setiap hal',
} as const satisfies Record<string, string>;

export type TemplateVariable = keyof typeof variableMeanings;

export const templateVariables = Object.keys(variableMeanings) as TemplateVariable[];

/** Words of the case: never to staff, whose mailboxes have more readers than the case, and never in a subject. */
const wordsOfCase: readonly TemplateVariable[] = ['title', 'question', 'answer', 'reason', 'pin'];

interface Rule {
  /** All it may use. */
  may: readonly TemplateVariable[];
  /** Without these in its text nobody can do what it asks. */
  needs?: readonly TemplateVariable[];
}

const ofCase: readonly TemplateVariable[] = ['code', 'due', 'office', 'link', 'regency'];
const withWords = (...words: TemplateVariable[]): Rule => ({ may: [...ofCase, ...words], needs: words });
const timed: Rule = { may: [...ofCase, 'clock', 'count'], needs: ['link'] };
const ofAction: Rule = {
  may: ['activity', 'due', 'office', 'clock', 'count', 'link', 'regency'],
  needs: ['activity', 'link'],
};
const ofMeeting: Rule = { may: ['due', 'list', 'link', 'regency'], needs: ['due', 'link'] };
const plain: Rule = { may: ofCase };
const account: Rule = { may: ['link', 'due', 'office', 'regency'], needs: ['link'] };
const listed: Rule = { may: ['list', 'count', 'link', 'regency'], needs: ['list'] };

/** By template id. One that is not listed may use all variables of its audience. */
const rules: Record<string, Rule> = {
  receipt: plain,
  disposed: plain,
  'followed-up': withWords('answer'),
  question: { ...withWords('question'), needs: ['question', 'link'] },
  answered: withWords('answer'),
  'carried-out': withWords('answer'),
  rescheduled: withWords('reason'),
  forwarded: { may: [...ofCase, 'answer'] },
  archived: withWords('reason'),
  expired: { ...plain, needs: ['link'] },
  'answer-reminder': { may: [...ofCase, 'answer'], needs: ['link'] },
  'question-reminder': { may: [...ofCase, 'question'], needs: ['link'] },
  'forwarded-pending': plain,
  reopened: plain,
  merged: withWords('parent'),
  unmerged: plain,
  'parent-answered': withWords('parent'),
  'parent-closed': withWords('parent'),
  'pin-reset': { may: ['code', 'link', 'regency'], needs: ['link'] },
  settled: plain,
  'erasure-decided': { may: ['code', 'link', 'regency'], needs: ['link'] },
  'staff-disposed': plain,
  'staff-transferred': { may: ['office', 'count', 'link', 'regency'], needs: ['link'] },
  'staff-reporter-replied': plain,
  'staff-contested': plain,
  'staff-returned': plain,
  'staff-mentioned': { may: ['code', 'link', 'regency'], needs: ['link'] },
  'staff-audit-finding': { may: ['code', 'due', 'link', 'regency'] },
  'staff-answer-sent-back': { ...plain, needs: ['link'] },
  'staff-withdrawn': plain,
  'staff-held': { may: ['code', 'due', 'link', 'regency'] },
  'staff-overdue': timed,
  'staff-escalated': timed,
  // Number and days only, never the office: it may be the one that is accused.
  'staff-escalated-berkadar': { may: ['code', 'clock', 'count', 'link', 'regency'] },
  'staff-promise-late': timed,
  'staff-action-overdue': ofAction,
  'staff-action-escalated': ofAction,
  'staff-forwarded-pending': plain,
  'staff-erasure-asked': { may: ['due', 'link', 'regency'], needs: ['link'] },
  'staff-erasure-due': { may: ['due', 'link', 'regency'], needs: ['link'] },
  'staff-digest': listed,
  'staff-weekly': listed,
  'staff-secret-access': { may: ['list', 'link', 'regency'], needs: ['list'] },
  'staff-check-due': { may: ['count', 'due', 'link', 'regency'], needs: ['count', 'link'] },
  'staff-meeting': ofMeeting,
  'staff-meeting-moved': ofMeeting,
  'staff-meeting-cancelled': ofMeeting,
  'staff-breach-due': { may: ['due', 'link', 'regency'], needs: ['due', 'link'] },
  'staff-breach-late': { may: ['due', 'link', 'regency'], needs: ['link'] },
  'staff-invitation': account,
  'staff-password-reset': account,
  'wa-reminder': { may: [...ofCase, 'clock'], needs: ['link'] },
  'wa-hang': { may: ['due', 'office', 'link', 'regency'], needs: ['link'] },
};

/** Variables that a template may use, in the order in which they are explained. */
export function variablesOf({ id, audience }: Pick<PackTemplate, 'id' | 'audience'>): TemplateVariable[] {
  const may = ruleOf(id)?.may;
  if (may) return templateVariables.filter((name) => may.includes(name));
  return templateVariables.filter((name) => audience === 'reporter' || !wordsOfCase.includes(name));
}

const ruleOf = (id: string): Rule | undefined => (Object.hasOwn(rules, id) ? rules[id] : undefined);

/** Longest subject and text, in characters: mail programs cut the one, WhatsApp's links the other. */
export const templateLimits = { subject: 150, body: 4000 } as const;

export interface TemplateProblem {
  field: 'subject' | 'body';
  kind:
    | 'empty'
    | 'too_long'
    | 'line_break'
    /** A brace that belongs to no variable. */
    | 'braces'
    /** Nobody fills these in. */
    | 'unknown'
    /** Words of the case where they must not stand. */
    | 'secret'
    | 'missing';
  /** Names of the variables it is about. */
  names: string[];
}

/**
 * @param before the text in force, whose case number an edit keeps
 * @returns what has to be put right before it can be sent; empty = nothing
 */
export function checkTemplate(template: PackTemplate, before: PackTemplate = template): TemplateProblem[] {
  const found: TemplateProblem[] = [];
  const add = (field: TemplateProblem['field'], kind: TemplateProblem['kind'], names: string[] = []) =>
    found.push({ field, kind, names });
  const may: readonly string[] = variablesOf(template);
  for (const field of ['subject', 'body'] as const) {
    const text = template[field];
    const shut: readonly string[] = field === 'subject' || template.audience === 'staff' ? wordsOfCase : [];
    const used = usedIn(text);
    const secret = used.filter((name) => shut.includes(name));
    const unknown = used.filter((name) => !may.includes(name) && !secret.includes(name));
    if (text.trim() === '') add(field, 'empty');
    if (text.length > templateLimits[field]) add(field, 'too_long');
    if (field === 'subject' && /[\r\n]/.test(text)) add(field, 'line_break');
    if (/[{}]/.test(text.replace(VARIABLE, ''))) add(field, 'braces');
    if (secret.length > 0) add(field, 'secret', secret);
    if (unknown.length > 0) add(field, 'unknown', unknown);
  }
  const inBody = usedIn(template.body);
  const needs = (ruleOf(template.id)?.needs ?? []).filter((name) => !inBody.includes(name));
  if (uses(before, 'code') && !uses(template, 'code')) needs.push('code');
  if (needs.length > 0) add('body', 'missing', needs);
  return found;
}

const uses = ({ subject, body }: PackTemplate, name: string) => usedIn(`${subject} ${body}`).includes(name);

const VARIABLE = /\{(\w+)\}/g;

/** Names between braces, each once. */
function usedIn(text: string): string[] {
  return [...new Set([...text.matchAll(VARIABLE)].map((match) => match[1] ?? ''))];
}

/** A text for WhatsApp: its subject in bold, then what it says. */
export function whatsappText(
  { subject, body }: Pick<PackTemplate, 'subject' | 'body'>,
  values: Readonly<Record<string, string | undefined>>,
): string {
  return `*${fill(subject, values)}*\n\n${fill(body, values)}`;
}

/** Puts values in place of {name}; a value is never read as a template itself. What has no value becomes empty. */
export function fill(text: string, values: Readonly<Record<string, string | undefined>>): string {
  return text.replace(VARIABLE, (_whole, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? '') : '',
  );
}
