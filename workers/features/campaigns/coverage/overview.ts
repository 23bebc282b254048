/** What a campaigner needs in the morning: how much hangs, what is to be done, and how to begin. */
import { photoLives } from '../../../../shared/campaign.ts';
import type { Share } from '../../../../shared/coverage.ts';
import { DAY } from '../../../platform/clock.ts';
import type { Db } from '../../../platform/db.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import { localTimeOf } from '../../local-time.ts';
import { openEvents } from '../events/queries.ts';
import { waitingPosts } from '../posts/queries.ts';
import { runningPacks } from '../print/queries.ts';
import { checkDue } from '../register/life-rules.ts';
import { listOpenPrograms, type ProgramRow } from '../register/queries.ts';
import { coveredPlaces, type SettledKind, sharesOf } from './cover.ts';
import { anyHangLink, listPieces, type PieceRow } from './queries.ts';

/** In the order in which a piece comes by. */
export const todoKinds = [
  'planned',
  'printed',
  'due',
  'damaged',
  'gone',
  'posts',
  'events',
  'packs',
] as const;
export type TodoKind = (typeof todoKinds)[number];

export const stepKinds = ['program', 'plan', 'print', 'links'] as const;
export type StepKind = (typeof stepKinds)[number];

export interface RunningProgram extends ProgramRow {
  pieces: number;
  /** In places; a place may have several pieces of one program. */
  shares: Record<SettledKind, Share>;
}

export interface Overview {
  shares: Record<SettledKind, Share>;
  /** How much of each waits. */
  todo: Record<TodoKind, number>;
  /** What is done of the beginning; null once something hangs. */
  steps: Record<StepKind, boolean> | null;
  programs: RunningProgram[];
}

/** @param now epoch ms */
export async function overviewOf(db: Db, regency: Regency, now: number): Promise<Overview> {
  const { about, calendar } = regency;
  const [rows, programs, posts, events, packs, linked] = await Promise.all([
    listPieces(db),
    listOpenPrograms(db),
    waitingPosts(db, calendar.localDate(now + DAY)),
    openEvents(db, localTimeOf(now, about.timeZone)),
    runningPacks(db),
    anyHangLink(db),
  ]);
  const covered = (campaignId: number | null) =>
    coveredPlaces(rows, regency, { district: null, material: null, campaignId }, now);
  const places = covered(null);
  const today = calendar.localDate(now);
  const running = programs.filter(
    ({ startsOn, endsOn }) => startsOn <= today && (endsOn === null || endsOn >= today),
  );
  const begun = places.some(({ hung }) => hung > 0);
  return {
    shares: sharesOf(places),
    todo: {
      ...waiting(rows, now),
      posts: posts.length,
      events: events.length,
      packs: packs.length,
    },
    steps: begun
      ? null
      : {
          program: programs.length > 0,
          plan: places.length > 0 && places.every(({ pieces }) => pieces > 0),
          print: rows.some(({ life }) => life !== 'idle' && life !== 'planned'),
          links: linked,
        },
    programs: running.map((program) => ({
      ...program,
      pieces: rows.filter(({ campaignId, life }) => campaignId === program.id && life !== 'idle').length,
      shares: sharesOf(covered(program.id)),
    })),
  };
}

/** Pieces by what is to be done with them next; those to check are the list's own (register/filter.ts). */
function waiting(rows: readonly PieceRow[], now: number) {
  const count = (is: (row: PieceRow) => boolean) => rows.filter(is).length;
  return {
    planned: count(({ life }) => life === 'planned'),
    printed: count(({ life }) => life === 'printed'),
    due: count(({ life, photoAt }) => photoLives.includes(life) && (checkDue(photoAt) ?? now) <= now),
    damaged: count(({ life }) => life === 'damaged'),
    gone: count(({ life }) => life === 'gone'),
  };
}
