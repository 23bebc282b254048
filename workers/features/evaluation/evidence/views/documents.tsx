/** Documents of a criterion: added, opened, withdrawn. */
import { formatDate, formatDay } from '../../../../../shared/text.ts';
import { newKey } from '../../../../platform/ids.ts';
import {
  Checksum,
  ConfirmForm,
  Details,
  Field,
  givenIn,
  HiddenKey,
  Table,
} from '../../../../ui/components.tsx';
import { AddFile, DropFile } from '../../../file-forms.tsx';
import { sizeOf } from '../../../files.ts';
import type { DocumentRow } from '../queries.ts';
import { EVIDENCE } from './binder.tsx';
import type { CriterionPageProps } from './criterion.tsx';

const labels = { file: 'Berkas', title: 'Judul', number: 'Nomor (boleh kosong)', datedOn: 'Tanggal dokumen' };

/** @param props.opens may the person read them? */
export function Documents(props: CriterionPageProps & { runs: boolean; opens: boolean }) {
  const { line, names, regency, runs, opens, withdrawn } = props;
  const own = `${EVIDENCE}/kriteria/${line.criterion.id}`;
  return (
    <section aria-labelledby="dokumen">
      <h2 id="dokumen">Dokumen</h2>
      {line.documents.length === 0 ? (
        <p>
          {line.criterion.adds ? `Belum ada. Yang diminta: ${line.criterion.adds}` : 'Belum ada dokumen.'}
        </p>
      ) : (
        <Table
          caption="Dokumen"
          hideCaption
          columns={['Dokumen', 'Tanggal', 'Diunggah', 'SHA-256', ...(runs ? ['Tindakan'] : [])]}
          rows={line.documents.map((row) => [
            <Named row={row} own={own} opens={opens} />,
            formatDay(row.datedOn),
            `${formatDate(row.uploadedAt, regency.about.timeZone)} oleh ${names.get(row.uploadedBy) ?? 'petugas'}`,
            <Checksum digest={row.digest} />,
            ...(runs ? [<Withdraw row={row} own={own} />] : []),
          ])}
        />
      )}
      {runs ? <Upload {...props} own={own} /> : null}
      {runs && withdrawn.length > 0 ? (
        <Details summary="Dokumen yang ditarik">
          <ul>
            {withdrawn.map((row) => (
              <li>
                {row.title}
                <form method="post" action={`${own}/dokumen/${row.id}/pakai`}>
                  <HiddenKey value={newKey()} />
                  <button type="submit" class="second">
                    Pakai lagi
                  </button>
                </form>
                {(line.review?.at ?? 0) >= row.uploadedAt ? null : (
                  <DropFile action={`${own}/dokumen/${row.id}/hapus`} noun="Dokumen">
                    Berkas bukti yang dibuat sejak dokumen ini diunggah ikut dihapus, karena dapat memuat
                    salinannya; berkas bukti dapat dibuat lagi.
                  </DropFile>
                )}
              </li>
            ))}
          </ul>
        </Details>
      ) : null}
    </section>
  );
}

function Named({ row, own, opens }: { row: DocumentRow; own: string; opens: boolean }) {
  const name = row.number ? `${row.title}, nomor ${row.number}` : row.title;
  return (
    <>
      {opens ? <a href={`${own}/dokumen/${row.id}`}>{name}</a> : name} ({row.kind.toUpperCase()},{' '}
      {sizeOf(row.bytes)})
    </>
  );
}

function Withdraw({ row, own }: { row: DocumentRow; own: string }) {
  return (
    <ConfirmForm
      action={`${own}/dokumen/${row.id}/tarik`}
      formKey={newKey()}
      summary="Tarik"
      submit="Ya, tarik dokumen ini"
      danger
    >
      <p>Dokumen yang ditarik tidak dihitung, dan tingkat dapat turun. Dokumen dapat dipakai lagi.</p>
    </ConfirmForm>
  );
}

function Upload({ refused, own }: CriterionPageProps & { own: string }) {
  const mine = refused?.form === 'document' ? refused : undefined;
  const typed = { title: '', number: '', datedOn: '', ...mine?.typed };
  const given = givenIn(labels, typed, mine?.errors ?? {});
  return (
    <AddFile
      action={`${own}/dokumen`}
      noun="dokumen"
      summary="Unggah dokumen"
      hint="Hanya dibuka admin, pimpinan dan Inspektorat. Jangan menulis nama orang di judul."
      labels={labels}
      errors={mine?.errors}
    >
      <Field {...given('title')} required more={{ maxlength: 150 }} />
      <div class="pair">
        <Field {...given('number')} more={{ maxlength: 80 }} />
        <Field {...given('datedOn')} type="date" required />
      </div>
    </AddFile>
  );
}
