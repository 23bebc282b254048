/** Which packs there are. Makers load their tools by `import()`: no page pays for them. */
import { AppError } from '../../../platform/problem.ts';
import type { PackRow } from './queries.ts';
import type { Maker } from './steps.ts';

const makers: Partial<Record<PackRow['kind'], () => Promise<Maker>>> = {
  meeting: async () => (await import('./meeting/maker.ts')).meetingMaker,
  binder: async () => (await import('../evidence/binder/maker.ts')).binderMaker,
};

/** @throws AppError not_found when no such packs are made */
export async function makerOf(kind: PackRow['kind']): Promise<Maker> {
  const load = makers[kind];
  if (!load) throw new AppError('not_found');
  return load();
}
