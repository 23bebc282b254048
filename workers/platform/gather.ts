/**
 * Gathers what requests leave behind, in the isolate and for a moment, so that many of them make one queue message: a
 * message for each would cost a report a tenth of its time and scans two fifths of their throughput. What an isolate
 * holds when it is killed is lost; each user says what that means.
 */
import { pause, SECOND } from './clock.ts';

/** What goes on after the answer. */
export type Waiting = Pick<ExecutionContext, 'waitUntil'>;

/** After so long nobody is holding any more: the request whose timer it was has been ended. */
const GRACE = 2 * SECOND;

interface Gathering<T> {
  /** How long something waits for company, ms. */
  hold: number;
  /** So many are sent without waiting. */
  most: number;
  /** Never throws: nobody waits for it. */
  send: (env: Env, gathered: readonly T[]) => Promise<void>;
}

/**
 * @returns takes one in at `at` (epoch ms); what is done with it is done after the answer, in `waitUntil` of whoever
 *   holds the timer
 */
export function gatherer<T>({ hold, most, send }: Gathering<T>) {
  let gathered: T[] = [];
  let heldUntil = 0;
  const take = (): T[] => {
    const taken = gathered;
    gathered = [];
    return taken;
  };
  const wait = async (env: Env): Promise<void> => {
    await pause(hold);
    heldUntil = 0;
    await send(env, take());
  };
  return (env: Env, context: Waiting, at: number, ...items: T[]): void => {
    gathered.push(...items);
    if (gathered.length >= most) {
      context.waitUntil(send(env, take()));
      return;
    }
    const left = heldUntil - at;
    if (left > 0 && left <= hold + GRACE) return;
    heldUntil = at + hold + GRACE;
    context.waitUntil(wait(env));
  };
}
