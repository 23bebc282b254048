/** The binder of an indicator: one PDF, and the PDF with documents and artefacts as ZIP files. */
import { indicatorNames, isIndicator } from '../../../../../shared/evidence.ts';
import { makePaper } from '../../../../platform/pdf/paper.ts';
import { AppError } from '../../../../platform/problem.ts';
import { type ZipFile, zipStream } from '../../../../platform/zip.ts';
import { namesOf } from '../../../settings/queries.ts';
import type { MadeFile, Maker, PackContext } from '../../packs/steps.ts';
import { actorsOf, type IndicatorLine, readIndicator } from '../queries.ts';
import { EVIDENCE } from '../views/binder.tsx';
import { sharesOf, zipFiles } from './contents.ts';
import { writeBinder } from './paper.ts';

const PDF = 'berkas-bukti.pdf';
const ZIP = 'PDF, dokumen dan catatan bukti (ZIP)';

export const binderMaker: Maker = {
  home: (subject) => `${EVIDENCE}/${subject}`,
  called: async (_, subject) => {
    if (!isIndicator(subject)) throw new AppError('not_found');
    const { short, name } = indicatorNames[subject];
    return `${short} ${name}`;
  },
  async plan(context) {
    const shares = sharesOf(await asAsked(context));
    const zips = shares.map((_, n) => ({
      name: shares.length === 1 ? 'berkas-bukti.zip' : `berkas-bukti-${n + 1}.zip`,
      title: shares.length === 1 ? ZIP : `${ZIP}, bagian ${n + 1} dari ${shares.length}`,
      what: 'zip',
      from: n,
    }));
    return [{ name: PDF, title: 'Berkas bukti (PDF)', what: 'paper' }, ...zips];
  },
  async make(context, { what, from = 0 }) {
    const line = await asAsked(context);
    if (what === 'paper') return paperOf(context, line);
    const files = zipFiles(context, line, from, () => paperMade(context));
    const stream = zipStream(files, context.askedAt);
    return { bytes: new Uint8Array(await new Response(stream).arrayBuffer()), pages: 0 };
  },
};

const asAsked = ({ db, subject, askedAt }: Pick<PackContext, 'db' | 'subject' | 'askedAt'>) =>
  readIndicator(db, subject, askedAt);

/** The PDF that was made first. */
async function paperMade({ earlier }: PackContext): Promise<ZipFile> {
  for await (const file of earlier()) if (file.name === PDF) return file;
  throw new AppError('not_found');
}

async function paperOf({ db, regency, askedAt }: PackContext, line: IndicatorLine): Promise<MadeFile> {
  const names = await namesOf(db, line.criteria.flatMap(actorsOf));
  const { short, name } = indicatorNames[line.id];
  const title = `Berkas bukti ${short}: ${name}`;
  const foot = `${regency.about.fullName} · ${title}`;
  let pages = 0;
  const bytes = await makePaper({ title, foot, madeAt: askedAt, sample: regency.switches.demo }, (paper) => {
    writeBinder(paper, { regency, line, names, title, askedAt });
    pages = paper.pages;
  });
  return { bytes, pages };
}
