/** /desk/kampanye/media: what was published, by which partners. */
import { Hono } from 'hono';
import { contactSchema } from '../../../../../shared/contract/complaint.ts';
import { runsCampaigns } from '../../../../../shared/permissions/rooms.ts';
import { newKey } from '../../../../platform/ids.ts';
import { AppError } from '../../../../platform/problem.ts';
import { doerOf, idIn, keyIn, parse, textsOf, versionIn } from '../../../doer.ts';
import type { AppContext, AppEnv } from '../../../http.ts';
import { offerSheet } from '../../../sheets.ts';
import { requireRunner } from '../../doors.ts';
import { refusal } from '../form.ts';
import { articlesSheet } from '../sheet.ts';
import { articlePages } from './article-pages.tsx';
import { partnerSchema } from './input.ts';
import { contactOf, listArticles, listPartners, partnerById } from './queries.ts';
import { addPartner, archivePartner, editPartner } from './save-partner.ts';
import { MediaPage } from './views/media.tsx';
import { PartnerPage } from './views/partner.tsx';
import {
  PartnerForm,
  type PartnerFormProps,
  partnerFields,
  type TypedPartner,
} from './views/partner-form.tsx';

/** Relative to /desk/kampanye/media; who comes here has been asked. */
export const mediaPages = new Hono<AppEnv>();

const PATH = '/desk/kampanye/media';

mediaPages.get('/', async (c) => {
  const { db, regency, signedIn } = c.var;
  const page = await listArticles(db, { cursor: c.req.query('dari') });
  const partners = await listPartners(db);
  return c.html(
    <MediaPage
      regency={regency}
      who={signedIn}
      partners={partners}
      page={page}
      done={doneWords[c.req.query('ok') ?? '']}
    />,
  );
});

offerSheet(mediaPages, '/berita', articlesSheet);
mediaPages.route('/berita', articlePages);

mediaPages.get('/mitra/baru', requireRunner, (c) =>
  showForm(c, { typed: textsOf(new FormData(), partnerFields), key: newKey() }),
);

mediaPages.post('/mitra/baru', requireRunner, async (c) => {
  const form = await c.req.formData();
  const typed = textsOf(form, partnerFields);
  const key = keyIn(form);
  try {
    const id = await addPartner(doerOf(c), ...inputOf(typed), key);
    return c.redirect(`${PATH}/mitra/${id}?ok=simpan`, 303);
  } catch (error) {
    return showForm(c, { typed, key: key || newKey(), refused: refusal(error) });
  }
});

mediaPages.get('/mitra/:id{\\d+}', async (c) => {
  const { db, keys, regency, signedIn } = c.var;
  const partner = await partnerOf(c);
  const page = await listArticles(db, { partnerId: partner.id, cursor: c.req.query('dari') });
  const contact = runsCampaigns(signedIn) ? await contactOf(keys, partner) : null;
  const shown = { regency, who: signedIn, partner, contact, page, done: doneWords[c.req.query('ok') ?? ''] };
  return c.html(<PartnerPage {...shown} />);
});

mediaPages.get('/mitra/:id{\\d+}/ubah', requireRunner, async (c) => {
  const partner = await partnerOf(c);
  const { name, phone, email } = await contactOf(c.var.keys, partner);
  const typed: TypedPartner = {
    ...{ name: partner.name, kind: partner.kind, website: partner.website ?? '', note: partner.note },
    ...{ 'contact.name': name ?? '', 'contact.phone': phone ?? '', 'contact.email': email ?? '' },
  };
  return showForm(c, { typed, partner });
});

mediaPages.post('/mitra/:id{\\d+}/ubah', requireRunner, async (c) => {
  const form = await c.req.formData();
  const typed = textsOf(form, partnerFields);
  const partner = await partnerOf(c);
  try {
    await editPartner(doerOf(c), partner, versionIn(form), ...inputOf(typed));
    return c.redirect(`${PATH}/mitra/${partner.id}?ok=simpan`, 303);
  } catch (error) {
    return showForm(c, { typed, partner: await partnerOf(c), refused: refusal(error) });
  }
});

mediaPages.post('/mitra/:id{\\d+}/:act{(?:arsip|pakai-lagi)}', requireRunner, async (c) => {
  const version = versionIn(await c.req.formData());
  const { id } = await partnerOf(c);
  const act = c.req.param('act');
  const doer = doerOf(c);
  await archivePartner(doer, id, version, act === 'arsip' ? doer.now : null);
  return c.redirect(`${PATH}/mitra/${id}?ok=${act}`, 303);
});

const doneWords: Record<string, string> = {
  simpan: 'Tersimpan.',
  arsip: 'Mitra diarsipkan. Beritanya tetap ada.',
  'pakai-lagi': 'Mitra dipakai lagi.',
  hapus: 'Berita dihapus dari daftar.',
};

/** Both parts at once, so that everything that is wrong is told together. @throws AppError invalid */
function inputOf(typed: TypedPartner) {
  const { 'contact.name': name, 'contact.phone': phone, 'contact.email': email, ...facts } = typed;
  const contact = { name, phone, email };
  const { contact: who, ...partner } = parse(partnerSchema.extend({ contact: contactSchema }), {
    ...facts,
    contact,
  });
  return [partner, who] as const;
}

async function partnerOf(c: AppContext) {
  const partner = await partnerById(c.var.db, idIn(c));
  if (!partner) throw new AppError('not_found');
  return partner;
}

function showForm(c: AppContext, form: Omit<PartnerFormProps, 'regency' | 'who'>) {
  const { regency, signedIn } = c.var;
  return c.html(<PartnerForm regency={regency} who={signedIn} {...form} />, form.refused?.status ?? 200);
}
