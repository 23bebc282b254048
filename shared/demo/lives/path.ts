/** The steps of one life as they are laid one after the other; each kind of life lays its own (story.ts). */
import type { Outcome } from '../../lifecycle/states.ts';
import { DAY_MS } from '../../working-time.ts';
import type { DemoActor } from '../types.ts';
import type { Random } from './random.ts';
import type { LifeStep } from './types.ts';
import type { World } from './world.ts';

const MINUTE = 60_000;
/** Hours an office is open on a usual day. */
const OPEN_HOURS = 8.2;

export class Path {
  readonly steps: LifeStep[] = [];
  /** Epoch ms of the last step. */
  at: number;

  readonly world: World;
  readonly random: Random;

  constructor(world: World, random: Random, received: number) {
    this.world = world;
    this.random = random;
    this.at = received;
  }

  /** Within seconds, as the router does. */
  soon(): this {
    this.at += this.random.whole(2_000, 40_000);
    return this;
  }

  /** After so many working days, in office hours; fractions allowed. */
  later(low: number, high: number): this {
    const days = Math.max(0.01, this.random.between(low, high));
    this.at = Math.max(this.at + MINUTE, this.world.calendar.addWorkingHours(this.at, days * OPEN_HOURS));
    return this;
  }

  /** After so many days, whenever a reporter has time. */
  someDay(low: number, high: number): this {
    this.at += Math.max(10 * MINUTE, Math.round(this.random.between(low, high) * DAY_MS));
    return this;
  }

  /** When a clock of so many working days passes: the sweep looks once a minute. */
  whenDue(days: number): this {
    this.at = this.world.calendar.addWorkingDays(this.at, days) + this.random.whole(1_000, MINUTE);
    return this;
  }

  add(by: DemoActor, verb: LifeStep['verb'], input: LifeStep['input'] = {}): this {
    this.steps.push({ verb, by, at: this.at, input });
    return this;
  }

  /** A step of somebody else meanwhile, which holds nobody up. @param days working days after the last step */
  beside(days: number, by: DemoActor, verb: LifeStep['verb'], input: LifeStep['input'] = {}): void {
    const at = this.world.calendar.addWorkingHours(this.at, days * OPEN_HOURS) + MINUTE / 2;
    this.steps.push({ verb, by, at, input });
  }

  /** A local date so many working days from now. */
  dateIn(low: number, high: number): string {
    const { calendar } = this.world;
    return calendar.localDate(calendar.addWorkingDays(this.at, this.random.whole(low, high)));
  }

  outcome(physical: boolean): Outcome {
    return this.random.weighted<Outcome>([
      ['dikerjakan', physical ? 58 : 42],
      ['dijelaskan', physical ? 22 : 48],
      ['dijadwalkan', physical ? 9 : 3],
      ['tidak_dapat', 8],
      ['bukan_wewenang', 4],
    ]);
  }

  /** In the order in which they happen, up to an instant. */
  until(end: number): LifeStep[] {
    return this.steps.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
  }
}
