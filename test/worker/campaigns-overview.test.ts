/** The campaign in the morning: first steps until something hangs, then what waits, for those who may do it. */
import { env } from 'cloudflare:workers';
import { beforeEach, describe, it } from 'vitest';
import { now } from '../../workers/platform/clock.ts';
import { openCampaign } from '../support/campaign.ts';
import { Desk } from '../support/desk.ts';
import { textOf } from '../support/reporter.ts';
import { countingEnv } from '../support/rows.ts';
import { addStaff } from '../support/worker.ts';

const PAGE = '/desk/kampanye';
const DAY = 86_400_000;

let desk: Desk;

beforeEach(async () => {
  await openCampaign();
  desk = await Desk.of(await addStaff(['campaigner']));
});

const run = (sql: string, ...values: (string | number | null)[]) =>
  env.DB.prepare(sql)
    .bind(...values)
    .run();

/** Puts the n-th to m-th placement into a life. */
const lives = (from: number, to: number, life: string, photoAt: number | null = null) =>
  run('UPDATE placements SET life = ?, photo_at = ? WHERE id BETWEEN ? AND ?', life, photoAt, from, to);

describe('the overview', () => {
  it('leads through the first steps, and ticks what is done', async ({ expect }) => {
    const steps = async () => {
      const text = textOf(await desk.text(PAGE));
      return [...text.matchAll(/sudah ✓/g)].length;
    };
    const empty = textOf(await desk.text(PAGE));
    expect(empty).toContain('Langkah pertama');
    expect(empty).toContain('0 dari 128');
    expect(empty).toContain('Tidak ada yang menunggu');
    expect(await steps()).toBe(0);
    const leader = await Desk.of(await addStaff(['leader']));
    expect(textOf(await leader.text(PAGE))).not.toContain('Langkah pertama');

    await run(
      "INSERT INTO campaigns (id, name, starts_on, created_by, created_at) VALUES (1, 'Uji', '2020-01-01', 1, 0)",
    );
    expect(await steps()).toBe(1);
    await lives(1, 169, 'planned');
    expect(await steps()).toBe(1);
    await lives(170, 170, 'planned');
    expect(await steps()).toBe(2);
    await lives(1, 10, 'printed');
    expect(await steps()).toBe(3);
    await run(
      "INSERT INTO hang_links (token_hash, district, created_by, created_at, expires_at) VALUES ('x', '73.24.01', 1, 0, 1)",
    );
    expect(await steps()).toBe(4);
    await lives(1, 1, 'hung', now());
    expect(textOf(await desk.text(PAGE))).not.toContain('Langkah pertama');
  });

  it('counts what waits, and leads to the list of exactly that', async ({ expect }) => {
    await lives(1, 7, 'planned');
    await lives(8, 12, 'printed');
    await lives(13, 20, 'hung', now() - 82 * DAY);
    await lives(21, 23, 'checked', now() - 84 * DAY);
    await lives(24, 24, 'hung', now() - 200 * DAY);
    await lives(25, 26, 'damaged', now());
    await lives(27, 27, 'gone', now());
    const page = await desk.text(PAGE);
    const links = [...page.matchAll(/<a href="([^"]*)">(\d+) (bahan[^<]*)<\/a>/g)].map(
      ([, path = '', count]) => ({ path, count: Number(count) }),
    );
    expect(links.map(({ count }) => count)).toEqual([7, 5, 4, 2, 1]);
    for (const { path, count } of links) {
      const list = await desk.text(path);
      expect(list.match(/<th scope="row">/g), path).toHaveLength(count);
    }
  });

  it('shows running programs with their own share, and reads rows by the number of pieces', async ({
    expect,
  }) => {
    const program = (id: number, name: string, ends: string | null, archived: number | null) =>
      run(
        "INSERT INTO campaigns (id, name, starts_on, ends_on, created_by, created_at, archived_at) VALUES (?, ?, '2020-01-01', ?, 1, 0, ?)",
        ...[id, name, ends, archived],
      );
    await program(1, 'Sosialisasi', null, null);
    await program(2, 'Sudah Lewat', '2020-02-01', null);
    await program(3, 'Diarsipkan', null, 5);
    await lives(1, 4, 'hung', now());
    await run('UPDATE placements SET campaign_id = 1 WHERE id BETWEEN 1 AND 3');
    const counted = countingEnv();
    const text = textOf(await (await desk.send(PAGE, {}, counted.env)).text());
    expect(text).toMatch(/Sosialisasi tanpa batas 3 3 dari 31 \(10%\)/);
    expect(text).toContain('4 dari 31');
    expect(text).not.toContain('Sudah Lewat');
    expect(text).not.toContain('Diarsipkan');
    expect(counted.rows.read).toBeLessThan(3 * 170);
  });
});
