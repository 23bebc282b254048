/** How far a post is. Pure. */
import type { Tone } from '../../../ui/components.tsx';
import type { CampaignPost } from './queries.ts';

export type PostState = 'planned' | 'today' | 'overdue' | 'published' | 'cancelled';

/** @param nowLocal local time, e.g. "2026-11-27T08:00" */
export function stateOf(
  post: Pick<CampaignPost, 'plannedFor' | 'publishedAt' | 'cancelledAt'>,
  nowLocal: string,
): PostState {
  if (post.cancelledAt !== null) return 'cancelled';
  if (post.publishedAt !== null) return 'published';
  if (post.plannedFor < nowLocal) return 'overdue';
  return post.plannedFor.slice(0, 10) === nowLocal.slice(0, 10) ? 'today' : 'planned';
}

export const stateNames: Record<PostState, string> = {
  planned: 'Direncanakan',
  today: 'Hari ini',
  overdue: 'Lewat waktunya',
  published: 'Sudah tayang',
  cancelled: 'Dibatalkan',
};

export const stateTones: Record<PostState, Tone> = {
  planned: 'grey',
  today: 'amber',
  overdue: 'red',
  published: 'green',
  cancelled: 'grey',
};
