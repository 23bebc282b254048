/** /desk/kampanye/pemasangan: links for kecamatan, made, sent by WhatsApp, looked at and revoked. */
import { Hono } from 'hono';
import { whatsappNumber } from '../../../../shared/phone.ts';
import { whatsappText } from '../../../../shared/templates.ts';
import { formatDate } from '../../../../shared/text.ts';
import { now } from '../../../platform/clock.ts';
import { newKey } from '../../../platform/ids.ts';
import { AppError } from '../../../platform/problem.ts';
import { anyOffice } from '../../../regency/named.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import { type Errors, errorsOf } from '../../../ui/components.tsx';
import { idIn, keyIn, parse, textsOf } from '../../doer.ts';
import { type AppContext, type AppEnv, originOf, requireKey } from '../../http.ts';
import { requireRunner } from '../doors.ts';
import { openPrograms } from '../queries.ts';
import { type MadeLink, makeLinks, revokeLink } from './links.ts';
import { officeOf } from './pieces.ts';
import { anyToHang } from './queries.ts';
import { LinksPage } from './views/links.tsx';
import { type FreshLink, MadeLinksPage } from './views/made-links.tsx';
import { ALL, districtsOf, linkLines, wanted, wishSchema } from './wish.ts';

/** Relative to /desk/kampanye/pemasangan; the door stands in front. */
export const hangStaffPages = new Hono<AppEnv>();

hangStaffPages.get('/', (c) => showLinks(c));

/** Shown at once and never again: the token is nowhere but in the answer. Sent again it is the same answer. */
hangStaffPages.post('/', requireRunner, async (c) => {
  const { db, keys, regency, signedIn } = c.var;
  const form = await c.req.formData();
  const typed = textsOf(form, ['district', 'program']);
  const key = requireKey(keyIn(form));
  try {
    const wish = parse(wishSchema, { ...typed, program: typed.program ? Number(typed.program) : null });
    const chosen = await wanted(db, regency, wish);
    const made = await makeLinks(db, keys, { ...chosen, key, by: signedIn.id, now: now() });
    c.header('cache-control', 'no-store');
    const shown = made.map((link) => freshLink(regency, originOf(c), link));
    return c.html(<MadeLinksPage regency={regency} who={signedIn} made={shown} />, 201);
  } catch (error) {
    if (!(error instanceof AppError) || error.kind !== 'invalid') throw error;
    return showLinks(c, typed, errorsOf(error.fields), error.status);
  }
});

/** To WhatsApp with number and text. The number is read, used and not kept. */
hangStaffPages.post('/kirim', requireRunner, async (c) => {
  const { regency } = c.var;
  const form = await c.req.formData();
  const { phone, district, text } = textsOf(form, ['phone', 'district', 'text']);
  const number = phone ? whatsappNumber(phone) : officeNumber(regency, district);
  if (phone && number === null) {
    throw new AppError('invalid', { fields: [{ pointer: '/phone', message: 'field.phone' }] });
  }
  return c.redirect(`https://wa.me/${number ?? ''}?text=${encodeURIComponent(text)}`, 303);
});

hangStaffPages.post('/:id{[0-9]+}/cabut', requireRunner, async (c) => {
  await revokeLink(c.var.db, idIn(c), now());
  return c.redirect('/desk/kampanye/pemasangan?ok=cabut', 303);
});

/** A link as it is shown: with its text for WhatsApp. */
function freshLink(regency: Regency, origin: string, { district, token, expiresAt }: MadeLink): FreshLink {
  const name = regency.areas.get(district)?.name ?? district;
  const office = anyOffice(regency, officeOf(regency, district))?.name ?? `Kecamatan ${name}`;
  const template = regency.templates.get('wa-hang');
  if (!template) throw new Error('No template wa-hang');
  const { timeZone, fullName } = regency.about;
  const due = formatDate(expiresAt, timeZone);
  const link = `${origin}/pasang/${token}`;
  return {
    ...{ name, district },
    text: whatsappText(template, { office, link, due, regency: fullName }),
    hasNumber: officeNumber(regency, district) !== null,
  };
}

function officeNumber(regency: Regency, district: string): string | null {
  const phone = regency.offices.get(officeOf(regency, district) ?? '')?.phone;
  return phone ? whatsappNumber(phone) : null;
}

async function showLinks(
  c: AppContext,
  typed = { district: ALL, program: '' },
  errors: Errors = {},
  status: 200 | AppError['status'] = 200,
) {
  const { db, regency, signedIn } = c.var;
  const [lines, programs, planned] = await Promise.all([
    linkLines(db, regency, now()),
    openPrograms(db),
    anyToHang(db),
  ]);
  const page = { regency, who: signedIn, lines, programs, planned, typed, errors, now: now() };
  return c.html(
    <LinksPage
      {...page}
      districts={districtsOf(regency)}
      formKey={newKey()}
      revoked={c.req.query('ok') === 'cabut'}
    />,
    status,
  );
}
