/** What the evaluation seals, written by what writes it. */
import { env } from 'cloudflare:workers';
import type { Doer } from '../../workers/features/doer.ts';
import { addFile } from '../../workers/features/evaluation/actions/files.ts';
import { reportAction } from '../../workers/features/evaluation/actions/report.ts';
import { addAction } from '../../workers/features/evaluation/actions/save.ts';
import { addDocument } from '../../workers/features/evaluation/evidence/documents.ts';
import { addQuestion, answerQuestion } from '../../workers/features/evaluation/meetings/ask.ts';
import { inviteNames } from '../../workers/features/evaluation/meetings/invite.ts';
import { questionsOf } from '../../workers/features/evaluation/meetings/queries.ts';
import { addMeeting, writeMinutes } from '../../workers/features/evaluation/meetings/save.ts';
import { putFile } from '../../workers/features/evaluation/packs/files.ts';
import { beginPack, fileMade } from '../../workers/features/evaluation/packs/store.ts';
import { DAY } from '../../workers/platform/clock.ts';
import { newKey } from '../../workers/platform/ids.ts';
import { jpeg } from './images.ts';

/** Fills the columns and files of the evaluation with these words. */
export async function fillEvaluation(to: Doer, words: string): Promise<void> {
  await fillMeeting(to, words);
  await fillPack(to, words);
  const bytes = jpeg({ width: 8, height: 8, pixel: () => [9, 9, 9] });
  const decree = { title: 'SK Tim', number: '', datedOn: '2026-01-05', bytes };
  await addDocument(env, to, 'spbe42-1-informasi', decree);
  await fillAction(to, words);
}

async function fillAction(to: Doer, words: string): Promise<void> {
  const plan = { activity: 'Uji', office: 'PUPR', owner: null, target: null, budget: null } as const;
  const dueOn = to.regency.calendar.localDate(to.now + DAY);
  const rest = { dueOn, decision: null, measure: null, program: null, goal: null };
  const id = await addAction(to, { ...plan, ...rest }, newKey());
  await reportAction(to, id, { state: 'running', progress: 10, note: words }, 1, true);
  const bytes = jpeg({ width: 8, height: 8, pixel: () => [7, 7, 7] });
  await addFile(env, to, id, { title: 'Bukti', bytes });
}

async function fillPack({ db, keys, by, now }: Doer, words: string): Promise<void> {
  const step = { name: 'daftar.pdf', title: 'Daftar', what: 'list' };
  const asked = { kind: 'meeting', subject: '1', steps: [step], createdBy: by, key: newKey() } as const;
  const id = await beginPack(db, asked, now);
  const bytes = Uint8Array.from(new TextEncoder().encode(words));
  const stored = await putFile({ env, keys }, id, 1, bytes);
  await fileMade(db, { packId: id, part: 1, name: step.name, ...stored, pages: 1, bytes: bytes.length }, now);
}

async function fillMeeting(to: Doer, words: string): Promise<void> {
  const plan = { title: 'Rapat uji', period: '2026-Q2', startsAt: '2026-07-20T08:00' };
  const meetingId = await addMeeting(to, { ...plan, place: null, chair: null, agenda: [] }, newKey());
  await inviteNames(to, meetingId, { names: words, office: null, came: true }, newKey());
  await addQuestion(to, meetingId, { question: 'Bagaimana?', office: null }, newKey());
  const [question] = await questionsOf(to.db, meetingId);
  await answerQuestion(to, { meetingId, id: question?.id ?? 0, version: 1 }, words);
  await writeMinutes(to, meetingId, words, 1);
}
