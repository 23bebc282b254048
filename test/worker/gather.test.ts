import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { hintSoon } from '../../workers/messaging/queues.ts';
import { gatherer } from '../../workers/platform/gather.ts';

/** What a request leaves to be done after its answer. */
function request() {
  const work: Promise<unknown>[] = [];
  return { work, waitUntil: (promise: Promise<unknown>) => void work.push(promise) };
}

const env = {} as Env;

describe('a gatherer', () => {
  beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }));
  afterEach(() => void vi.useRealTimers());

  const gathering = () => {
    const sent: number[][] = [];
    const take = gatherer<number>({
      hold: 100,
      most: 3,
      send: async (_env, gathered) => void sent.push([...gathered]),
    });
    return { sent, take };
  };

  it('sends what several requests left as one, held by the first of them', async () => {
    const { sent, take } = gathering();
    const [first, second] = [request(), request()];
    take(env, first, Date.now(), 1);
    await vi.advanceTimersByTimeAsync(60);
    take(env, second, Date.now(), 2);
    expect([first.work.length, second.work.length]).toEqual([1, 0]);
    await vi.advanceTimersByTimeAsync(40);
    expect(sent).toEqual([[1, 2]]);
  });

  it('starts anew for what comes later, and does not wait when there is much', async () => {
    const { sent, take } = gathering();
    take(env, request(), Date.now(), 1);
    await vi.advanceTimersByTimeAsync(100);
    take(env, request(), Date.now(), 2, 3, 4);
    expect(sent).toEqual([[1], [2, 3, 4]]);
  });

  it('holds anew when the request that held was ended with its timer', async () => {
    const { sent, take } = gathering();
    take(env, request(), Date.now(), 1);
    vi.clearAllTimers();
    await vi.advanceTimersByTimeAsync(3000);
    const next = request();
    take(env, next, Date.now(), 2);
    expect(next.work).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(100);
    expect(sent).toEqual([[1, 2]]);
  });
});

describe('hints of several requests', () => {
  beforeEach(() => void vi.useFakeTimers({ now: 2_000_000 }));
  afterEach(() => void vi.useRealTimers());

  it('go as one message for each queue, each id once', async () => {
    // Stands in for the queues, which tell nobody what they took in.
    const sent: [string, unknown][] = [];
    const queue = (name: string) => ({ send: async (body: unknown) => void sent.push([name, body]) });
    const queues = { ROUTING: queue('routing'), DELIVERY: queue('delivery') } as unknown as Env;
    const holder = request();
    hintSoon(queues, holder, Date.now(), { queue: 'routing', ids: [1] });
    hintSoon(queues, request(), Date.now(), { queue: 'delivery', ids: ['a'] });
    hintSoon(queues, request(), Date.now(), { queue: 'routing', ids: [2, 1] });
    await vi.advanceTimersByTimeAsync(100);
    await Promise.all(holder.work);
    expect(sent).toEqual([
      ['routing', { ids: [1, 2] }],
      ['delivery', { ids: ['a'] }],
    ]);
  });
});
