/** Reach of posts from tables: by code or address, first as a dry run; a second time nothing changes. */
import { env } from 'cloudflare:workers';
import { beforeEach, describe, it } from 'vitest';
import { type CampaignPost, postsOfMonth } from '../../workers/features/campaigns/posts/queries.ts';
import { saveReach } from '../../workers/features/campaigns/posts/reach/save.ts';
import { createPosts, publishPost } from '../../workers/features/campaigns/posts/write.ts';
import { openDb } from '../../workers/platform/db.ts';
import { doer, Visitor } from '../support/campaign-people.ts';
import { textOf } from '../support/reporter.ts';
import { loadRegency, MONDAY } from '../support/worker.ts';
import { type Cell, xlsx } from '../support/xlsx.ts';

const PAGE = '/desk/kampanye/unggahan/jangkauan';
const db = () => openDb(env.DB);

let desk: Visitor;
let posts: CampaignPost[];

beforeEach(async () => {
  await loadRegency();
  desk = await Visitor.of('campaigner');
  const input = { title: 'Lapor', text: '', program: null, target: null, picture: null, cost: null };
  const channels = ['instagram', 'facebook', 'radio', 'x'] as const;
  const made = { ...input, plannedFor: '2026-11-20T08:00', channels: [...channels] };
  await createPosts(await doer(), made, crypto.randomUUID());
  const urls = [
    'https://www.instagram.com/p/Ab1/',
    'https://fb.com/x/posts/1',
    null,
    'https://fb.com/x/posts/1/',
  ];
  for (const [index, post] of (await read()).entries()) {
    const url = urls[index];
    if (url) await publishPost(db(), post, post.version, { at: MONDAY, url });
  }
  posts = await read();
});

const read = () => postsOfMonth(db(), { month: '2026-11' });
const reaches = async () => (await read()).map(({ reach, reachOn }) => [reach, reachOn]);
const code = (index: number) => posts[index]?.code ?? '';

const check = async (file: File) => {
  const answer = await desk.post(PAGE, { file });
  const page = await answer.text();
  const changes = /name="changes" value="([^"]*)"/.exec(page)?.[1]?.replaceAll('&quot;', '"') ?? '[]';
  return { status: answer.status, text: textOf(page), changes };
};
const csv = (text: string) => new File([text], 'jangkauan.csv');
const save = async (changes: string) =>
  (await desk.post(`${PAGE}/simpan`, { changes })).headers.get('location');

describe('reach from a table', () => {
  it('is shown row by row, saved once it is said, and a second time changes nothing', async ({ expect }) => {
    const file = () =>
      csv(
        [
          'Ekspor rekaan;;',
          'Permalink;Reach;Tanggal',
          'instagram.com/p/Ab1?igsh=zz;1.250;2026-11-21',
          `https://kanal.test/${code(2)};300;21/11/2026`,
          `${code(2)};900;`,
          'https://fb.com/x/posts/1;77;',
          'https://instagram.com/p/Lain/;50;',
          `${code(3)};banyak;`,
        ].join('\r\n'),
      );
    const { status, text, changes } = await check(file());
    expect(status).toBe(200);
    expect(text).toContain('Simpan 2 jangkauan');
    expect(text).toMatch(/Instagram 3 – 1\.250 \(21 November 2026\) Akan disimpan/);
    expect(text).toMatch(/Radio 5 – – Unggahan ini sudah ada di baris sebelumnya/);
    expect(text).toMatch(/Tidak dikenal 6 – – Beberapa unggahan beralamat sama/);
    expect(text).toMatch(/Tidak dikenal 7 – – Unggahan tidak ditemukan/);
    expect(text).toMatch(/X \(Twitter\) 8 – – Jangkauan bukan angka bulat/);
    expect(await reaches()).toEqual(Array(4).fill([null, null]));
    expect(await save(changes)).toBe(`${PAGE}?ok=2&lewat=0`);
    const after = [
      [1250, '2026-11-21'],
      [null, null],
      [300, '2026-11-21'],
      [null, null],
    ];
    expect(await reaches()).toEqual(after);
    // What was seen before is not what is there now: sending the same page again writes nothing.
    expect(await save(changes)).toBe(`${PAGE}?ok=0&lewat=2`);
    const again = await check(file());
    expect(again.text).toContain('Tidak ada yang berubah');
    expect(again.changes).toBe('[]');
    expect(await reaches()).toEqual(after);
  });

  it('comes from a spreadsheet too, with dates as cells, and without a date counts for today', async ({
    expect,
  }) => {
    const rows: Cell[][] = [
      ['Kode', 'Jangkauan', 'Tanggal'],
      [code(0), 12, { date: 46347 }],
      [code(1), 9000, ''],
    ];
    const { changes } = await check(new File([await xlsx(rows)], 'x.xlsx'));
    await save(changes);
    const [first, second] = await reaches();
    expect(first).toEqual([12, '2026-11-21']);
    expect(second?.[0]).toBe(9000);
    expect((await check(new File([await xlsx(rows)], 'x.xlsx'))).changes).toBe('[]');
  });

  it('is refused in words when it is no such table, and leaves out what changed meanwhile', async ({
    expect,
  }) => {
    for (const [file, words] of [
      [csv('Judul;Isi\r\na;b'), 'Kolom tidak ditemukan'],
      [csv('Kode;Jangkauan\r\n'), 'Tidak ada baris'],
      [new File([Uint8Array.of(0x89, 0x50, 0, 1)], 'x.csv'), 'tidak dapat dibaca'],
    ] as const) {
      const answer = await check(file);
      expect([answer.status, answer.text.includes(words)]).toEqual([422, true]);
    }
    expect((await desk.post(`${PAGE}/simpan`, { changes: '[{"id":1}]' })).status).toBe(422);
    expect((await (await Visitor.of('leader')).post(PAGE, {})).status).toBe(403);
    const [one, two] = posts;
    if (!one || !two) throw new Error('no posts');
    const changes = [
      { id: one.id, version: one.version - 1, reach: 5, on: '2026-11-21' },
      { id: two.id, version: two.version, reach: 6, on: '2026-11-21' },
    ];
    expect(await saveReach(db(), changes)).toBe(1);
    expect((await reaches()).slice(0, 2)).toEqual([
      [null, null],
      [6, '2026-11-21'],
    ]);
  });
});
