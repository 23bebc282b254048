/** /desk/kampanye/pemasangan: links for kecamatan, made, sent by WhatsApp, looked at and revoked. */
import { Hono } from 'hono';
import * as z from 'zod';
import { whatsappNumber } from '../../../../shared/phone.ts';
import { whatsappText } from '../../../../shared/templates.ts';
import { formatDate } from '../../../../shared/text.ts';
import { now } from '../../../platform/clock.ts';
import { newKey } from '../../../platform/ids.ts';
import { AppError } from '../../../platform/problem.ts';
import { anyOffice } from '../../../regency/named.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import type { Errors } from '../../../ui/components.tsx';
import { type AppContext, type AppEnv, originOf, requireKey } from '../../http.ts';
import { requireRunner } from '../doors.ts';
import { makeLinks, revokeLink } from './links.ts';
import { isOf, needsWork, officeOf } from './pieces.ts';
import { newestLinks, piecesToHang, runningPrograms } from './queries.ts';
import { type LinkLine, LinksPage } from './views/links.tsx';
import { MadeLinksPage } from './views/made-links.tsx';

/** Relative to /desk/kampanye/pemasangan; the door stands in front. */
export const hangStaffPages = new Hono<AppEnv>();

hangStaffPages.get('/', (c) => showLinks(c));

const wanted = z.object({ district: z.string(), program: z.coerce.number().int().positive().optional() });

/** Shown at once and never again: the token is nowhere but in the answer. Sent again it is the same answer. */
hangStaffPages.post('/', requireRunner, async (c) => {
  const { db, keys, regency, signedIn } = c.var;
  const form = await c.req.formData();
  const all = districtsOf(regency);
  const typed = { district: form.get('district') ?? '', program: form.get('program') || undefined };
  const { data } = wanted.safeParse(typed);
  const districts = data?.district === 'semua' ? all : all.filter(({ code }) => code === data?.district);
  const programs = await runningPrograms(db);
  const program = programs.find(({ id }) => id === data?.program);
  if (!data || districts.length === 0 || (data.program !== undefined && !program)) {
    return showLinks(c, { district: 'Pilih kecamatan dari daftar, atau semuanya.' }, 422);
  }
  const made = await makeLinks(db, keys, {
    districts: districts.map(({ code }) => code),
    campaignId: program?.id ?? null,
    key: requireKey(String(form.get('key') ?? '')),
    by: signedIn.id,
    now: now(),
  });
  const shown = made.map(({ district, token, expiresAt }) => {
    const address = `${originOf(c)}/pasang/${token}`;
    return {
      name: districts.find(({ code }) => code === district)?.name ?? district,
      district,
      address,
      text: messageOf(regency, district, address, expiresAt),
      hasNumber: officeNumber(regency, district) !== null,
    };
  });
  c.header('cache-control', 'no-store');
  return c.html(<MadeLinksPage regency={regency} who={signedIn} made={shown} />, 201);
});

/** To WhatsApp with number and text. The number is read, used and not kept. */
hangStaffPages.post('/kirim', requireRunner, async (c) => {
  const { regency } = c.var;
  const form = await c.req.formData();
  const typed = String(form.get('phone') ?? '').trim();
  const district = String(form.get('district') ?? '');
  const number = typed ? whatsappNumber(typed) : officeNumber(regency, district);
  if (typed && number === null) {
    throw new AppError('invalid', { fields: [{ pointer: '/phone', message: 'field.phone' }] });
  }
  const text = encodeURIComponent(String(form.get('text') ?? ''));
  return c.redirect(`https://wa.me/${number ?? ''}?text=${text}`, 303);
});

hangStaffPages.post('/:id{[0-9]+}/cabut', requireRunner, async (c) => {
  await revokeLink(c.var.db, Number(c.req.param('id')), now());
  return c.redirect('/desk/kampanye/pemasangan?ok=cabut', 303);
});

const districtsOf = ({ areas }: Regency) =>
  [...areas.values()].filter(({ level }) => level === 'kecamatan').map(({ code, name }) => ({ code, name }));

function officeNumber(regency: Regency, district: string): string | null {
  const phone = regency.offices.get(officeOf(regency, district) ?? '')?.phone;
  return phone ? whatsappNumber(phone) : null;
}

function messageOf(regency: Regency, district: string, link: string, expiresAt: number): string {
  const template = regency.templates.get('wa-hang');
  if (!template) throw new Error('No template wa-hang');
  const office = anyOffice(regency, officeOf(regency, district))?.name ?? regency.areas.get(district)?.name;
  const { timeZone, fullName } = regency.about;
  return whatsappText(template, { office, link, due: formatDate(expiresAt, timeZone), regency: fullName });
}

async function showLinks(c: AppContext, errors: Errors = {}, status: 200 | 422 = 200) {
  const { db, regency, signedIn } = c.var;
  const [links, pieces, programs] = await Promise.all([
    newestLinks(db),
    piecesToHang(db),
    runningPrograms(db),
  ]);
  const at = now();
  const lines = links.map(({ link, program }): LinkLine => {
    const office = officeOf(regency, link.district);
    const own = pieces.filter((row) => isOf(link, office, row));
    const done = own.filter((row) => !needsWork(row, at)).length;
    return { link, program, done, total: own.length };
  });
  return c.html(
    <LinksPage
      regency={regency}
      who={signedIn}
      lines={lines}
      districts={districtsOf(regency)}
      programs={programs}
      formKey={newKey()}
      errors={errors}
      revoked={c.req.query('ok') === 'cabut'}
      now={at}
    />,
    status,
  );
}
