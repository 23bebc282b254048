/** Every verb by its name: pages and API are made from these two lists, so neither can do what the other cannot. */
import type { CaseVerb } from '../run.ts';
import { answer } from './answer.ts';
import { approveAnswer, sendBackAnswer } from './approve-answer.ts';
import { archive } from './archive.ts';
import { ask } from './ask.ts';
import { audit } from './audit.ts';
import { carryOut } from './carry-out.ts';
import { changeContact } from './change-contact.ts';
import { chase } from './chase.ts';
import { closeForwarded } from './close-forwarded.ts';
import { complete } from './complete.ts';
import { confirm } from './confirm.ts';
import { contest } from './contest.ts';
import { decideReturn } from './decide-return.ts';
import { dispose } from './dispose.ts';
import { findFault } from './find-fault.ts';
import { followUp } from './follow-up.ts';
import { forward } from './forward.ts';
import { free } from './free.ts';
import { hold } from './hold.ts';
import { markCopied } from './mark-copied.ts';
import { merge } from './merge.ts';
import { note } from './note.ts';
import { passToInspectorate } from './pass-to-inspectorate.ts';
import { proposeAnswer } from './propose-answer.ts';
import { rate } from './rate.ts';
import { recordSp4n } from './record-sp4n.ts';
import { release } from './release.ts';
import { remind } from './remind.ts';
import { renewPin } from './renew-pin.ts';
import { reopen } from './reopen.ts';
import { reply } from './reply.ts';
import { requestErasure } from './request-erasure.ts';
import { reschedule } from './reschedule.ts';
import { returnCase } from './return.ts';
import { reveal } from './reveal.ts';
import { tag } from './tag.ts';
import { transfer } from './transfer.ts';
import { unmerge } from './unmerge.ts';
import { verify } from './verify.ts';
import { withdraw } from './withdraw.ts';

export const deskVerbs = {
  verify,
  release,
  dispose,
  decide_return: decideReturn,
  forward,
  chase,
  close_forwarded: closeForwarded,
  archive,
  reopen,
  merge,
  unmerge,
  hold,
  free,
  pass_to_inspectorate: passToInspectorate,
  follow_up: followUp,
  answer,
  propose_answer: proposeAnswer,
  approve_answer: approveAnswer,
  send_back_answer: sendBackAnswer,
  carry_out: carryOut,
  reschedule,
  ask,
  return: returnCase,
  note,
  reveal,
  record_sp4n: recordSp4n,
  mark_copied: markCopied,
  remind,
  tag,
  transfer,
  audit,
  find_fault: findFault,
} as const;

export const reporterVerbs = {
  reply,
  complete,
  confirm,
  contest,
  rate,
  withdraw,
  change_contact: changeContact,
  request_erasure: requestErasure,
  renew_pin: renewPin,
} as const;

export type DeskVerb = keyof typeof deskVerbs;
export type ReporterVerb = keyof typeof reporterVerbs;

/** The same verbs without their input types, for code that serves all of them. */
export const deskVerb = (name: string): CaseVerb | null =>
  (deskVerbs as unknown as Record<string, CaseVerb>)[name] ?? null;
export const reporterVerb = (name: string): CaseVerb | null =>
  (reporterVerbs as unknown as Record<string, CaseVerb>)[name] ?? null;
