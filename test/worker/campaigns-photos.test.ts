/** Photos of hanging material: clean, sealed, dated, and each a proof once only, whatever breaks on the way. */
import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, it } from 'vitest';
import { forgetPhotos } from '../../workers/features/campaigns/register/forget-photos.ts';
import { type NewPhoto, storePhoto } from '../../workers/features/campaigns/register/photos.ts';
import { servePhoto } from '../../workers/features/campaigns/register/serve-photo.ts';
import { placementEvents, placementPhotos } from '../../workers/features/campaigns/table.ts';
import { DAY, HOUR } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { AppError } from '../../workers/platform/problem.ts';
import { openCampaign, type Placed, placedAt } from '../support/campaign.ts';
import { type Fault, faultyDb } from '../support/faulty.ts';
import { picture } from '../support/hanging.ts';
import { contains, exifTaken } from '../support/images.ts';
import { MONDAY } from '../support/worker.ts';

const db = openDb(env.DB);
let one: Placed;
let other: Placed;

beforeEach(async () => {
  await openCampaign();
  one = await placedAt('area:73.24.01.2001');
  other = await placedAt('area:73.24.01.2002');
});

const photo = (more: Partial<NewPhoto> = {}): NewPhoto => ({
  placementId: one.id,
  bytes: picture(10),
  by: 'link:1',
  now: MONDAY,
  zone: 'Asia/Makassar',
  ...more,
});

/** The step that a photo was sent for. */
const step = (place: Placed, id: string, key: string, seq = 1) =>
  db
    .insert(placementEvents)
    .values({ placementId: place.id, seq, life: 'hung', at: MONDAY, by: 'link:1', photo: id, key });

/** Why it was refused. */
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'taken',
    (error: unknown) =>
      error instanceof AppError ? (error.fields[0]?.message ?? error.kind) : String(error),
  );

const rows = () => db.select().from(placementPhotos);
const objects = async () => (await env.FILES.list()).objects.length;

describe('a photo', () => {
  it('is kept without camera, time and place, sealed, and given out as a picture', async ({ expect }) => {
    const sent = picture(20, [exifTaken('2026:07:20 08:00:00', '+08:00')]);
    const { id } = await storePhoto(env, db, photo({ bytes: sent }));
    const [row] = await rows();
    const kept = new Uint8Array(
      (await (await env.FILES.get(row?.objectKey ?? ''))?.arrayBuffer()) ?? new ArrayBuffer(0),
    );
    expect(contains(kept, 'JFIF') || contains(kept, 'Exif')).toBe(false);
    const answer = await servePhoto(env, db, id);
    expect(answer.headers.get('content-type')).toBe('image/jpeg');
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    const shown = new Uint8Array(await answer.arrayBuffer());
    expect(contains(sent, '2026:07:20')).toBe(true);
    expect(contains(shown, '2026:07:20')).toBe(false);
  });

  it('was taken when its camera says so, else when the phone says so, never in the future', async ({
    expect,
  }) => {
    const taken = async (shade: number, segments: Uint8Array[], given?: number) =>
      (await storePhoto(env, db, photo({ bytes: picture(shade, segments), takenAt: given }))).takenAt;
    const eight = Date.UTC(2026, 6, 20, 0, 0);
    expect(await taken(30, [exifTaken('2026:07:20 08:00:00')])).toBe(eight);
    expect(await taken(60, [exifTaken('2026:07:20 09:00:00', '+09:00')], MONDAY)).toBe(eight);
    expect(await taken(90, [exifTaken('2026:08:20 08:00:00')], MONDAY - HOUR)).toBe(MONDAY - HOUR);
    expect(await taken(120, [exifTaken('2000:01:01 00:00:00')], MONDAY + DAY)).toBe(MONDAY);
    expect(await taken(150, [])).toBe(MONDAY);
  });

  it('proves nothing when it is older than 90 days, or is no photo', async ({ expect }) => {
    const old = picture(40, [exifTaken('2026:04:20 08:00:00')]);
    expect(await refusal(storePhoto(env, db, photo({ bytes: old })))).toBe('photo.old');
    const text = new TextEncoder().encode('bukan foto');
    expect(await refusal(storePhoto(env, db, photo({ bytes: text })))).toBe('photo.no_picture');
    expect(await objects()).toBe(0);
  });

  it('proves something once: with other data of the camera, for another place and for a later step', async ({
    expect,
  }) => {
    const first = await storePhoto(env, db, photo({ key: 'a' }));
    await step(one, first.id, 'a');
    const again = photo({ bytes: picture(10, [exifTaken('2026:07:20 08:30:00')]), key: 'b' });
    expect(await refusal(storePhoto(env, db, again))).toBe('photo.twice');
    expect(await refusal(storePhoto(env, db, { ...again, placementId: other.id }))).toBe('photo.twice');
    // The same send once more, because its answer was lost.
    expect(await storePhoto(env, db, photo({ key: 'a' }))).toEqual(first);
    expect(await rows()).toHaveLength(1);
    expect(await objects()).toBe(1);
  });

  it('goes on where it broke off', async ({ expect }) => {
    const away = new Proxy(env, {
      get: (target, name) =>
        name === 'FILES' ? { put: () => Promise.reject(new Error('R2')) } : Reflect.get(target, name),
    });
    expect(await refusal(storePhoto(away, db, photo()))).toBe('unavailable');
    for (const fault of ['before_batch', 'answer_lost'] satisfies Fault[]) {
      const broken = faultyDb(fault);
      expect(await refusal(storePhoto(env, broken.db, photo({ bytes: picture(70) })))).toBe('unavailable');
      expect(broken.struck()).toBe(1);
    }
    const { id } = await storePhoto(env, db, photo());
    await storePhoto(env, db, photo({ bytes: picture(70) }));
    expect((await servePhoto(env, db, id)).ok).toBe(true);
    expect([(await rows()).length, await objects()]).toEqual([2, 2]);
  });
});

describe('photos go', () => {
  it('after a day when no step names them, and after a year, which leaves their digest', async ({
    expect,
  }) => {
    const named = await storePhoto(env, db, photo({ key: 'a' }));
    await step(one, named.id, 'a');
    const loose = photo({ bytes: picture(200) });
    await storePhoto(env, db, loose);
    await forgetPhotos(env, db, MONDAY + DAY - HOUR);
    expect(await objects()).toBe(2);
    // Sent again meanwhile: it stays for another day.
    await storePhoto(env, db, { ...loose, now: MONDAY + HOUR });
    await forgetPhotos(env, db, MONDAY + DAY);
    expect(await objects()).toBe(2);
    await forgetPhotos(env, db, MONDAY + 2 * DAY);
    expect([(await rows()).map(({ id }) => id), await objects()]).toEqual([[named.id], 1]);

    await forgetPhotos(env, db, MONDAY + 366 * DAY);
    expect(await objects()).toBe(0);
    expect(await refusal(servePhoto(env, db, named.id))).toBe('not_found');
    expect(await db.select().from(placementEvents).where(eq(placementEvents.photo, named.id))).toHaveLength(
      1,
    );
    const later = photo({ key: 'b', now: MONDAY + 366 * DAY });
    expect(await refusal(storePhoto(env, db, later))).toBe('photo.twice');
  });
});
