/**
 * The data pack of a regency: everything a regency may change, as rows.
 * A pack is loaded into D1 by `workers/regency/load.ts`; nothing reads it at run time.
 * Marks follow the domain: `check` = the regency has to confirm it, `local` = our rule where the regulation is silent.
 */

import type { Approver } from '../approval.ts';
import type { IndicatorId, Level, ProofId } from '../evidence.ts';
import type { CaseState, Outcome } from '../lifecycle/states.ts';
import type { RoutingData } from '../routing/types.ts';

export type OfficeKind = 'opd' | 'kecamatan' | 'bumd' | 'luar';
export type AreaLevel = 'kabupaten' | 'kecamatan' | 'desa' | 'kelurahan';

export interface PackRegency {
  /** Ministry code, e.g. "73.24". */
  code: string;
  /** Code of the statistics office (BPS), e.g. "7325". */
  bps?: string;
  /** Short name without "Kabupaten", e.g. "Luwu Timur". */
  name: string;
  /** e.g. "Kabupaten Luwu Timur". */
  fullName: string;
  capital: string | null;
  province: string;
  /** Two letters in front of every case code, e.g. "LT". */
  codePrefix: string;
  timeZone: 'Asia/Jakarta' | 'Asia/Makassar' | 'Asia/Jayapura';
  /** Short name of the zone as people say it: WIB, WITA, WIT. */
  zoneLabel: 'WIB' | 'WITA' | 'WIT';
  /** Office code of the institution admin (Diskominfo). */
  adminOffice: string;
  /** Office code of the inspectorate. */
  inspectorate: string;
  /** Office code that takes violence against women and children. */
  protectionOffice: string;
  /** What the demo of `npm start` tells: where its banner hangs (area code), and when the regency met (ISO date). */
  demo?: { village: string; evaluated: string };
}

export interface PackOffice {
  code: string;
  name: string;
  short: string;
  kind: OfficeKind;
  /** false = the name has to be confirmed by the regency (shown as such). */
  confirmed: boolean;
  /** What it is responsible for, in the regency's words. */
  duties: string[];
  /** Only for kecamatan offices: the area they serve. */
  area?: string;
  /** Whose approval its final answers need before they leave; absent = nobody's (shared/approval.ts). */
  approval?: Approver;
  /** Official WhatsApp number, public; for reminders. */
  phone?: string;
  /** Of an ended office: code of the one that took its work over. */
  successor?: string;
  /** Only for outside institutions: how a citizen reaches them, as far as publicly known. */
  contact?: string;
}

export interface PackArea {
  code: string;
  parent: string | null;
  level: AreaLevel;
  name: string;
  /** Other spellings to accept in the search. */
  aliases: string[];
}

/** A category citizens and officers choose from; `lapor` is SP4N-LAPOR!'s own name of it. */
export interface PackCategory {
  id: string;
  name: string;
  /** Path in LAPOR!'s public tree: main or "main > sub". */
  lapor: string;
  /** The office that usually answers for it, or null when only a person can tell. */
  office: string | null;
  /** Citizens see these in the form; others are for officers. */
  public: boolean;
  /** Mostly work that can be photographed: its answers are asked for photos. */
  physical?: boolean;
}

export interface PackClock {
  id: string;
  /** Case kind or class the row applies to, `any` for all. */
  appliesTo: 'any' | 'information' | 'biasa' | 'berkadar' | 'aspiration' | 'mendesak';
  clock: 'verify' | 'first_answer' | 'settle' | 'return' | 'forwarded' | 'reporter' | 'completeness';
  /** Working days. */
  days: number;
  /** The same time limit where a law counts calendar days: both are shown, the earlier one warns. */
  calendarDays?: number;
  /** Working days after the start at which the reporter is reminded (completeness and reporter only). */
  reminders?: number[];
  legalBasis: string;
  /** ISO date. */
  validFrom: string;
  check: boolean;
  local: boolean;
}

/**
 * Clocks of rows, and those that end on a date somebody named, or on the promise of the receipt; `action` is that of an
 * item of the action plan.
 */
export type ClockName = PackClock['clock'] | 'next_step' | 'scheduled' | 'promise' | 'action';

/** holder = whoever has to act; head = of that office; the rest climbs: Sekda and Asisten, Bupati, Inspektorat. */
export type StepReceiver = 'holder' | 'head' | 'admin' | 'secretary' | 'regent' | 'inspectorate';

/** What is told at which point of a clock, and to whom: reminders before a due, escalation after it. */
export interface PackStep {
  id: string;
  /** As lists name it, e.g. "Separuh waktu". */
  label: string;
  clocks: ClockName[];
  /** share of the working days; the morning of the due day; so many working days after the due (0 = when it passes). */
  when: { at: 'share'; value: number } | { at: 'due_day' } | { at: 'late'; days: number };
  to: StepReceiver;
  /** Of an accusation: who is told instead; null = nobody. */
  secretTo: StepReceiver | null;
  /** digest = in the daily one, weekly = in the weekly list, single = a notice of its own. */
  way: 'digest' | 'single' | 'weekly';
  legalBasis: string;
  /** ISO date; counts for clocks that start from then on. */
  validFrom: string;
  check: boolean;
  local: boolean;
}

/** When collected notices leave: every working day, or on the first working day of a week. */
export interface PackDigest {
  id: 'daily' | 'weekly';
  /** Minutes since local midnight. */
  at: number;
  legalBasis: string;
  validFrom: string;
  check: boolean;
  local: boolean;
}

export interface PackHoliday {
  /** ISO date, local. */
  date: string;
  name: string;
  kind: 'libur_nasional' | 'cuti_bersama' | 'daerah';
  check: boolean;
}

/**
 * Office hours; minutes since local midnight, index 0 = Monday … 6 = Sunday, null = closed.
 * On a day that two rows cover, the one with an end (`validTo`) applies.
 */
export interface PackHours {
  id: string;
  label: string;
  validFrom: string;
  validTo: string | null;
  week: ([number, number] | null)[];
  legalBasis: string;
  check: boolean;
}

/** A notice to a person. Variables are written {name}. */
export interface PackTemplate {
  id: string;
  /** Who gets it. */
  audience: 'reporter' | 'staff';
  subject: string;
  body: string;
  /** Also leaves outside office hours: it answers what somebody has just done, or guards an account. */
  anytime?: boolean;
}

/** An example that an officer may start from; gaps stand in [brackets], variables in {braces} (shared/answers.ts). */
export interface PackAnswer {
  id: string;
  label: string;
  verb: 'follow_up' | 'answer' | 'ask' | 'return' | 'forward' | 'close_forwarded';
  /** Category id or state of the cases it is for; null = any. */
  category: string | null;
  state: CaseState | null;
  /** answer: what it says came of it; null = any. */
  outcome: Outcome | null;
  text: string;
  nextStep: string | null;
}

/** How long personal data of a closed case is kept. */
export interface PackRetention {
  /** contact = name, e-mail and phone; content = also texts, answers and files. */
  id: 'contact' | 'content';
  /** Months after the closing; null = not erased by time. */
  months: number | null;
  legalBasis: string;
  /** To be confirmed: until then nothing is erased by itself. */
  check: boolean;
  local: boolean;
}

/** A word of the regency's own list that staff put on cases. */
export interface PackTag {
  id: string;
  label: string;
}

export interface PackEmergency {
  number: string;
  name: string;
  /** Which danger it is shown for first. */
  for: ('jiwa' | 'kekerasan' | 'kebakaran' | 'sakit' | 'kejahatan')[];
  check: boolean;
}

/** An activity of the register of processing (UU 27/2022 art. 31), in words for people. */
export interface PackProcessing {
  id: string;
  name: string;
  purpose: string;
  /** Legal basis. */
  basis: string;
  /** Kinds of data, and whose. */
  data: string;
  whose: string;
  recipients: string;
  /** Where it is kept, and how long. */
  place: string;
  keeps: string;
  safeguards: string;
  check?: boolean;
}

/** What one of the government's scores asks for on one level (shared/evidence.ts). */
export interface PackCriterion {
  id: string;
  indicator: IndicatorId;
  level: Level;
  /** What has to be so. */
  text: string;
  /** What Kanal shows by itself; all of them have to be fixed. */
  proofs: ProofId[];
  /** Document that the regency has to add; '' = none. */
  adds: string;
  source: string;
  check: boolean;
}

/** Whom citizens may turn to about their personal data; public. Rows of the regency's own. */
export interface DataOfficer {
  /** Of the place or unit, not of a person. */
  name: string;
  email: string | null;
  phone: string | null;
  address: string | null;
}

/** Inhabitants of an area in a year. */
export interface PackPopulation {
  /** Area code. */
  area: string;
  year: number;
  people: number;
  /** Who counted, e.g. "Disdukcapil, semester II 2024". */
  source: string;
}

export interface Pack {
  /** Folder name, e.g. "luwu-timur". */
  id: string;
  regency: PackRegency;
  offices: PackOffice[];
  areas: PackArea[];
  categories: PackCategory[];
  clocks: PackClock[];
  steps: PackStep[];
  digests: PackDigest[];
  holidays: PackHoliday[];
  hours: PackHours[];
  templates: PackTemplate[];
  answers: PackAnswer[];
  emergency: PackEmergency[];
  retention: PackRetention[];
  processing: PackProcessing[];
  criteria: PackCriterion[];
  /** As far as known; what is missing is shown as missing. */
  population?: PackPopulation[];
  tags: PackTag[];

  /** What the router knows: keywords, traps, slang, and how accusations are recognised. */
  routing: RoutingData;
}
