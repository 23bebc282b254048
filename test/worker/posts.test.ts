import { env } from 'cloudflare:workers';
import { beforeEach, describe, it } from 'vitest';
import type { Staff } from '../../shared/permissions/people.ts';
import { postCounts } from '../../workers/features/posts/queries.ts';
import { sweep } from '../../workers/features/sweep.ts';
import { DAY, MINUTE, now } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { Desk, openDesks } from '../support/desk.ts';
import { faulty } from '../support/faulty.ts';
import { LINK, type Line, list, log, photo } from '../support/posts.ts';
import { act, addStaff, loadRegency, MONDAY, newCase, setClock } from '../support/worker.ts';

type Opened = Awaited<ReturnType<typeof openDesks>>;
let people: Opened['people'];
let desks: Opened['desks'];
let humas: Desk;
let hana: Staff;

beforeEach(async () => {
  setClock(MONDAY);
  await loadRegency();
  ({ people, desks } = await openDesks());
  hana = await addStaff(['campaigner'], [], 'Hana Humas');
  humas = await Desk.of(hana);
});

describe('the log of posts', () => {
  it('takes a link in one go, knows the platform and the same post', async ({ expect }) => {
    const saved = await log(humas, { outcome: 'answered', note: 'Bertanya jadwal air.' });
    expect([saved.status, saved.headers.get('location')]).toEqual([303, '/desk/medsos?tercatat=1']);
    const again = await log(desks.admin, { link: 'm.facebook.com/desa.baru/posts/98765/?mibextid=x' });
    expect(again.headers.get('location')).toBe('/desk/medsos?sudah=1');
    expect(await list(humas)).toMatchObject([
      {
        platform: 'facebook',
        link: LINK,
        outcome: 'answered',
        note: 'Bertanya jadwal air.',
        by: 'Hana Humas',
      },
    ]);
    const page = await humas.text('/desk/medsos');
    expect(page).toContain('rel="noopener nofollow noreferrer"');
    expect(page).not.toContain('Jadikan laporan');
  });

  it.for(['before_batch', 'answer_lost'] as const)(
    'survives %s when tried again',
    async (fault, { expect }) => {
      const broken = faulty(env.DB, fault);
      await humas.post('/desk/medsos', { link: LINK }, { ...env, DB: broken.d1 });
      expect(broken.struck()).toBe(1);
      expect((await log(humas)).status).toBe(303);
      expect(await list(humas)).toHaveLength(1);
    },
  );

  it('keeps link and note sealed, and out of every address', async ({ expect }) => {
    const saved = await log(humas, { note: 'Xilandra bertanya.' });
    expect(saved.headers.get('location')).not.toContain('desa.baru');
    const rows = JSON.stringify((await env.DB.prepare('SELECT * FROM social_posts').all()).results);
    for (const secret of ['98765', 'desa.baru', 'Xilandra']) expect(rows).not.toContain(secret);
  });

  it.for([
    ['no address', { link: 'lihat facebook' }],
    ['a script', { link: 'javascript:alert(1)' }],
    ['a password in it', { link: 'https://a:b@facebook.com/x' }],
    ['another outcome', { outcome: 'made_case' }],
    ['a case that is not there', { outcome: 'already_case', code: 'LT-AAAA-AAAA' }],
    ['an unknown area', { area: '99.99' }],
    ['an unknown topic', { topic: 'entah' }],
  ] as const)('refuses %s and keeps what was typed', async ([_what, wrong], { expect }) => {
    const answer = await log(humas, { note: 'Catatan Ardenta', ...wrong });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('Catatan Ardenta');
    expect(await list(humas)).toEqual([]);
  });

  it('keeps a screenshot for those who see the post, longer than files that belong to nobody', async ({
    expect,
  }) => {
    await log(humas, { screenshot: photo() });
    setClock(MONDAY + 5 * DAY);
    await sweep(env, now());
    // Sessions last a day.
    humas = await Desk.of(hana);
    const liaison = await Desk.of(people.liaison);
    expect((await humas.send('/desk/medsos/1/tangkapan')).headers.get('content-type')).toBe('image/jpeg');
    expect((await liaison.send('/desk/medsos/1/tangkapan')).status).toBe(404);
    // A file of somebody else's case cannot be read through the log.
    const { results } = await env.DB.prepare('SELECT id FROM uploads').all<{ id: string }>();
    const taken = await humas.api('/posts', { link: 'https://x.com/a/1', screenshot: results[0]?.id });
    expect(taken.status).toBe(422);
  });

  it('corrects an outcome later, and takes a slip back for some minutes', async ({ expect }) => {
    await log(humas);
    const edited = await humas.post('/desk/medsos/1', { outcome: 'ignored', note: 'Bukan urusan kita.' });
    expect(edited.status).toBe(303);
    expect(await list(humas)).toMatchObject([{ outcome: 'ignored', note: 'Bukan urusan kita.' }]);
    // Somebody else's entry is not his to take back.
    const tried = await desks.admin.send('/api/v1/desk/posts/1', { method: 'DELETE' });
    expect(tried.status).toBe(409);
    expect((await humas.post('/desk/medsos/1/batal', {})).headers.get('location')).toContain('batal=1');
    expect(await list(humas)).toEqual([]);
    await log(humas);
    setClock(MONDAY + 16 * MINUTE);
    expect((await humas.post('/desk/medsos/2/batal', {})).headers.get('location')).toContain('terlambat=1');
    expect(await list(humas)).toHaveLength(1);
  });

  it('shows a liaison what he logged himself, and roles without posts nothing', async ({ expect }) => {
    await log(humas);
    await log(desks.liaison, { link: 'https://x.com/warga/status/5' });
    expect((await list(desks.liaison)).map(({ platform }) => platform)).toEqual(['x_twitter']);
    expect((await list(desks.admin)).map(({ platform }) => platform)).toEqual(['x_twitter', 'facebook']);
    expect((await desks.liaison.send('/desk/medsos/1')).status).toBe(404);
    const known = await log(desks.liaison);
    expect(known.headers.get('location')).toBe('/desk/medsos?sudah=1');
    for (const desk of [desks.verifier, desks.inspector])
      expect((await desk.send('/desk/medsos')).status).toBe(403);
  });

  it('is read a page at a time and filtered', async ({ expect }) => {
    for (let i = 0; i < 30; i++)
      await humas.api('/posts', {
        link: `https://www.tiktok.com/@a/video/${i}`,
        outcome: i % 3 === 0 ? 'answered' : 'ignored',
      });
    const first = await (await humas.api('/posts')).json<{ posts: Line[]; next: string }>();
    const second = await list(humas, `?cursor=${first.next}`);
    const ids = [...first.posts, ...second].map(({ id }) => id);
    expect(ids).toEqual(Array.from({ length: 30 }, (_, i) => 30 - i));
    expect(await list(humas, '?outcome=answered')).toHaveLength(10);
    expect(await list(humas, '?outcome=open')).toEqual([]);
    expect(await list(humas, '?platform=facebook')).toEqual([]);
    expect(await list(humas, '?month=2026-06')).toEqual([]);
    expect(await humas.text('/desk/medsos?hasil=answered')).toContain('Dijawab di media sosial');
  });
});

describe('counts for the evaluation', () => {
  it('are by platform and outcome, of the days asked for, and read only those', async ({ expect }) => {
    const { code } = await newCase();
    await act(people.admin, code, 'dispose', { office: 'PUPR' });
    for (const [link, outcome] of [
      ['https://x.com/a/status/1', 'answered'],
      ['https://x.com/a/status/2', 'answered'],
      ['https://x.com/a/status/3', ''],
      ['https://www.instagram.com/p/ab', 'ignored'],
    ])
      await humas.api('/posts', { link, outcome });
    await humas.api('/posts', { link: 'https://www.instagram.com/p/cd', outcome: 'already_case', code });
    setClock(MONDAY + DAY);
    await humas.api('/posts', { link: 'https://x.com/a/status/9', outcome: 'answered' });
    const db = openDb(env.DB);
    expect(await postCounts(db, '2026-07-20', '2026-07-20')).toEqual([
      { platform: 'instagram', outcome: 'already_case', count: 1 },
      { platform: 'instagram', outcome: 'ignored', count: 1 },
      { platform: 'x_twitter', outcome: null, count: 1 },
      { platform: 'x_twitter', outcome: 'answered', count: 2 },
    ]);
    expect(await postCounts(db, '2026-07-21', '2026-07-31')).toMatchObject([{ count: 1 }]);
    expect(await postCounts(db, '2026-08-01', '2026-08-31')).toEqual([]);
    const plan = await env.DB.prepare(
      "EXPLAIN QUERY PLAN SELECT platform, outcome, count(*) FROM social_posts WHERE seen_on BETWEEN '2026-07-20' AND '2026-07-20' GROUP BY platform, outcome",
    ).all<{ detail: string }>();
    expect(plan.results.map(({ detail }) => detail).join()).toContain('social_posts_seen');
  });
});
