/** The five steps, each through the same doors that people use. */
import { and, eq, like } from 'drizzle-orm';
import { storeUpload } from '../../../cases/attachments/store.ts';
import { pinOf } from '../../../cases/pin.ts';
import { cases } from '../../../cases/table.ts';
import { placementLine } from '../../../features/campaigns/queries.ts';
import { render } from '../../../features/notices.ts';
import { staffNames } from '../../../features/staff/queries.ts';
import { deliveries } from '../../../messaging/table.ts';
import { now, pause, SECOND } from '../../../platform/clock.ts';
import { openDb } from '../../../platform/db.ts';
import { loadKeys } from '../../../privacy/keys.ts';
import { regencyAt } from '../../../regency/snapshot.ts';
import { samplePhoto } from '../sample-photo.ts';
import { type Caller, call, callJson, demoPerson, pairOf, signIn } from './callers.ts';
import { moveOn } from './clock.ts';
import { reportOf, type Story, villageOf } from './story.ts';

/** How long a step waits for the queues, in ms: ten seconds do on a quiet machine, a busy one takes its time. */
const PATIENCE = 60 * SECOND;

const TEXT =
  'Lampu jalan di depan kantor desa padam sejak dua minggu lalu. Kalau malam gelap sekali, anak-anak takut pulang mengaji.';

/** The form as the phone posts it without JavaScript. The same key always gives the same receipt. */
export async function postReport(caller: Caller, story: Story): Promise<Response> {
  const body = new FormData();
  const fields = {
    key: story.key,
    kind: 'complaint',
    title: 'Lampu jalan di depan kantor desa mati',
    text: TEXT,
    area: await villageOf(openDb(caller.env.DB), story.banner),
    place: 'Depan kantor desa',
    placement: story.banner,
    'contact.name': 'Warga Contoh',
    'contact.email': 'warga@contoh.example',
  };
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  return call(caller, '/', { method: 'POST', body });
}

/** Step 2. @returns the number of the report */
export async function report(caller: Caller, story: Story): Promise<string> {
  const response = await postReport(caller, story);
  if (response.status !== 201) throw new Error(`the form answered ${response.status}`);
  const found = await reportOf(openDb(caller.env.DB), story.banner);
  if (!found) throw new Error('the report is not there');
  return found.code;
}

/** Step 3: the queue routes within seconds. */
export async function waitForOffice(caller: Caller, code: string): Promise<void> {
  const db = openDb(caller.env.DB);
  await until(async () => {
    const [row] = await db.select({ office: cases.office }).from(cases).where(eq(cases.code, code));
    return row?.office != null;
  });
}

/** Step 4: six working days later the first answer is late. Waits until the head's mail has left. */
export async function passTime(caller: Caller, code: string): Promise<void> {
  await moveOn(caller.env, 6);
  await until(async () => (await headsMail(caller, code)) !== null);
}

export interface Letter {
  to: string;
  subject: string;
  text: string;
}

/** The mail to the head of the office, as it was sent; null while it was not. */
export async function headsMail(caller: Caller, code: string): Promise<Letter | null> {
  const { env } = caller;
  const db = openDb(env.DB);
  const [found] = await db
    .select({ delivery: deliveries })
    .from(deliveries)
    .innerJoin(cases, eq(cases.id, deliveries.caseId))
    .where(
      and(
        eq(cases.code, code),
        eq(deliveries.template, 'staff-escalated'),
        eq(deliveries.status, 'sent'),
        like(deliveries.recipient, 'staff:%'),
      ),
    )
    .limit(1);
  if (!found) return null;
  const at = now();
  const post = { env, db, keys: await loadKeys(env), regency: await regencyAt(db, at), now: at };
  const id = Number(found.delivery.recipient.split(':')[1]);
  const to = (await staffNames(db, [id])).get(id) ?? '';
  const words = await render(post, found.delivery);
  return words && { to, ...words };
}

/** The office that has the report. */
export async function officeOf(caller: Caller, code: string): Promise<string> {
  const db = openDb(caller.env.DB);
  const [row] = await db.select({ office: cases.office }).from(cases).where(eq(cases.code, code));
  return row?.office ?? '';
}

const mailboxOf = (office: string) => office.toLowerCase().replace(/[^a-z0-9]+/g, '-');

/** The link that "Ingatkan lewat WhatsApp" opens; asking again logs no second reminder. */
export async function whatsapp(caller: Caller, story: Story, code: string): Promise<string> {
  const liaison = await demoPerson(openDb(caller.env.DB), mailboxOf(await officeOf(caller, code)));
  const cookie = pairOf(await signIn(caller, 'admin'));
  const answer = await callJson<{ whatsapp: string }>(
    caller,
    `/api/v1/desk/cases/${code}/remind`,
    { target: `staff:${liaison.id}` },
    { cookie, 'idempotency-key': keyOf(story, 'a') },
  );
  return answer.whatsapp;
}

/** Step 5: the office answers with a photo, the reporter agrees, and the banner's row counts it. */
export async function answerAndConfirm(caller: Caller, story: Story, code: string): Promise<void> {
  const { env } = caller;
  const db = openDb(env.DB);
  const cookie = pairOf(await signIn(caller, mailboxOf(await officeOf(caller, code))));
  const photo = await storeUpload(env, db, now(), await samplePhoto(3));
  await callJson(
    caller,
    `/api/v1/desk/cases/${code}/answer`,
    {
      outcome: 'dikerjakan',
      physical: true,
      text: 'Terima kasih atas laporannya. Regu kami sudah mengganti lampu dan sakelarnya kemarin sore; jalan di depan kantor desa sudah terang kembali.',
      photos: [photo.id],
    },
    { cookie, 'idempotency-key': keyOf(story, 'b') },
  );
  await callJson(
    caller,
    `/api/v1/complaints/${code}/confirmation`,
    {},
    {
      authorization: `Pin ${await pinOf(await loadKeys(env), code, 1)}`,
      'idempotency-key': keyOf(story, 'c'),
    },
  );
  await until(async () => ((await placementLine(db, story.banner))?.chain.settledOnTime ?? 0) > 0);
}

/** A key of its own for each act of this run. */
const keyOf = (story: Story, act: string): string => story.key.slice(0, -1) + act;

/** @throws Error when it does not happen in time */
async function until(happened: () => Promise<boolean>): Promise<void> {
  const end = now() + PATIENCE;
  while (!(await happened())) {
    if (now() > end) throw new Error('the queues take longer than usual');
    await pause(200);
  }
}
