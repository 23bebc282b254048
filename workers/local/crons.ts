/** Fires the crons of wrangler.toml, which miniflare does not do by itself. */

/**
 * @param cron five fields in UTC with `*`, lists, ranges and steps, as Cloudflare's Cron Triggers take them
 * @returns whether the minute of `at` is one of its
 */
export function cronMatches(cron: string, at: Date): boolean {
  const now = [at.getUTCMinutes(), at.getUTCHours(), at.getUTCDate(), at.getUTCMonth() + 1, at.getUTCDay()];
  return cron.split(' ').every((field, index) => fieldMatches(field, now[index] ?? -1, lowest[index] ?? 0));
}

/** Days and months count from 1. */
const lowest = [0, 0, 1, 1, 0];

function fieldMatches(field: string, value: number, least: number): boolean {
  return field.split(',').some((part) => {
    const [range = '*', step = '1'] = part.split('/');
    const [first = '', last = first] = range.split('-');
    const from = range === '*' ? least : Number(first);
    const to =
      range === '*'
        ? Number.POSITIVE_INFINITY
        : part.includes('/') && !range.includes('-')
          ? 59
          : Number(last);
    return value >= from && value <= to && (value - from) % Number(step) === 0;
  });
}

/**
 * Looks at every full minute which crons are due. A minute that the machine slept through is not made up for: the
 * sweep finds what is undone whenever it runs.
 * @returns a function that stops it
 */
export function startCrons(
  crons: readonly string[],
  fire: (cron: string, at: Date) => Promise<void>,
): () => void {
  let timer: NodeJS.Timeout;
  const wait = () => {
    timer = setTimeout(tick, 60_000 - (Date.now() % 60_000) + 50);
  };
  const tick = () => {
    const minute = new Date(Math.floor(Date.now() / 60_000) * 60_000);
    for (const cron of crons) {
      if (cronMatches(cron, minute))
        fire(cron, minute).catch((error) => console.error(`kanal: ${cron}: ${error}`));
    }
    wait();
  };
  wait();
  return () => clearTimeout(timer);
}
