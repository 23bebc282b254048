/**
 * Invented cases for demonstrations: what was sent, and what people did with it afterwards.
 * Verbs are those of `shared/lifecycle/transitions.ts`, and inputs are what they take from a person.
 * Texts may hold {desa}, {kec} and {kecOffice} (code of the kecamatan office): see `place.ts`.
 */
import type { CaseKind, Channel, Outcome } from '../lifecycle/states.ts';
import type { transitions } from '../lifecycle/transitions.ts';

/** Who acts; liaison with the code of the office. `system` is the router, the clock or the channel. */
export type DemoActor = 'reporter' | 'admin' | 'verifier' | 'inspector' | 'system' | `liaison:${string}`;

/** What each verb is given; dates and photos are added from the step. */
export interface DemoInputs {
  /** The router found the office by itself. */
  route: { office: string };
  verify: { title?: string; category?: string; urgent?: boolean };
  dispose: { office: string; copies?: string[]; urgent?: boolean; note?: string };
  return: { reason: string; suggestion: string };
  decide_return: { office: string; note?: string };
  forward: { office: string; text: string };
  close_forwarded: { result: 'dijawab_instansi_lain' | 'pelapor_diarahkan'; text: string };
  archive: { category: 'spam' | 'terlalu_umum' | 'bukan_urusan_pemerintah' | 'lainnya'; reason: string };
  hold: { reason: string; accused: string[] };
  free: { reason: string };
  pass_to_inspectorate: { accused: string[]; note?: string };
  /** First answer to the reporter; `dateIn` of the step is the day of the next step. */
  follow_up: { text: string; nextStep: string };
  /** Final answer; `dijadwalkan` needs `dateIn` and a budget, `physical` work that is done needs `photos`. */
  answer: { outcome: Outcome; text: string; physical?: boolean; budget?: string };
  ask: { question: string };
  complete: { text: string };
  reply: { text: string };
  note: { text: string };
  /** Title and text as the office may read them, with what identifies the reporter blacked out. */
  release: { title: string; text: string };
  confirm: Record<string, never>;
  contest: { reason: string };
  /** SKM's four labels, 1 = tidak baik … 4 = sangat baik. */
  rate: { score: 1 | 2 | 3 | 4; text?: string };
  settle: Record<string, never>;
}

export type DemoVerb = keyof DemoInputs & keyof typeof transitions;

export type DemoStep = {
  [V in DemoVerb]: {
    verb: V;
    /** Working days before today, 0 = today. Steps of one day stand in the order they happened. */
    day: number;
    by: DemoActor;
    input: DemoInputs[V];
    /** Where the verb takes a date: working days after this step's day. */
    dateIn?: number;
    /** How many sample photos go with it. */
    photos?: number;
  };
}[DemoVerb];

export interface DemoCase {
  id: string;
  kind: CaseKind;
  title: string;
  text: string;
  /** Category the reporter chose, or null. */
  category: string | null;
  /** Picks a village; null = the reporter named none. */
  areaIndex: number | null;
  /** Free words about the place. */
  place?: string;
  channel: Channel;
  anonymous?: boolean;
  confidential?: boolean;
  aboutOfficial?: boolean;
  contact?: { name?: string; email?: string; phone?: string };
  /** Working days before today on which it was received. */
  day: number;
  /** Another demo case about the same thing; the desk shows the two as likely duplicates. */
  duplicateOf?: string;
  steps: DemoStep[];
}
