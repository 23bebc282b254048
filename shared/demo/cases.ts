/** Thirty invented cases that show every turn a complaint can take. No real person, place or event is meant. */
import { fresh } from './cases/fresh.ts';
import { infrastructure } from './cases/infrastructure.ts';
import { outside } from './cases/outside.ts';
import { oversight } from './cases/oversight.ts';
import { services } from './cases/services.ts';
import type { DemoCase } from './types.ts';

/** Oldest first, the order in which they were received. */
export const demoCases: DemoCase[] = [
  ...infrastructure,
  ...services,
  ...outside,
  ...oversight,
  ...fresh,
].sort((a, b) => b.day - a.day);
