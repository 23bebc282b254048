/** What the last reviewer said, and the form of the next one. */
import { reviewsEvidence } from '../../../../../shared/permissions/rooms.ts';
import { formatDateTime } from '../../../../../shared/text.ts';
import { newKey } from '../../../../platform/ids.ts';
import { Details, ErrorSummary, HiddenKey, Notice, Radios, TextArea } from '../../../../ui/components.tsx';
import { uploadedHere } from '../review.ts';
import { isChangedSince, verdictNames } from '../words.tsx';
import { EVIDENCE } from './binder.tsx';
import type { CriterionPageProps } from './criterion.tsx';

const labels = { verdict: 'Hasil', note: 'Catatan' };

export function Reviewing(props: CriterionPageProps) {
  const { line, who, me, names, regency, withdrawn } = props;
  const { review, artefacts, documents } = line;
  const anything = artefacts.length + documents.length > 0;
  return (
    <section aria-labelledby="pemeriksaan">
      <h2 id="pemeriksaan">Pemeriksaan</h2>
      {props.refused?.detail ? (
        <Notice tone="bad" live>
          <p>{props.refused.detail}</p>
        </Notice>
      ) : null}
      {review ? (
        <>
          <p>
            {verdictNames[review.verdict]}, menurut {names.get(review.by) ?? 'petugas'},{' '}
            {formatDateTime(review.at, regency.about.timeZone)}.
          </p>
          {review.note ? <p class="quote">{review.note}</p> : null}
          {isChangedSince(line) ? <p>Ada bukti yang ditambahkan sesudah pemeriksaan ini.</p> : null}
        </>
      ) : (
        <p>Belum diperiksa.</p>
      )}
      {!reviewsEvidence(who) || !anything ? null : uploadedHere([...documents, ...withdrawn], me) ? (
        <p>Anda mengunggah dokumen di sini, jadi orang lain yang memeriksanya.</p>
      ) : (
        <ReviewForm {...props} />
      )}
    </section>
  );
}

function ReviewForm({ line, refused }: CriterionPageProps) {
  const mine = refused?.form === 'review' ? refused : undefined;
  return (
    <Details summary="Periksa bukti ini" open={mine !== undefined}>
      <form method="post" action={`${EVIDENCE}/kriteria/${line.criterion.id}/periksa`} novalidate>
        <HiddenKey value={newKey()} />
        <ErrorSummary errors={mine?.errors ?? {}} labels={labels} />
        <Radios
          name="verdict"
          legend={labels.verdict}
          value={mine?.typed.verdict}
          error={mine?.errors.verdict}
          required
          options={[
            { value: 'accepted', label: verdictNames.accepted },
            {
              value: 'wanting',
              label: verdictNames.wanting,
              hint: 'Kriteria tidak terpenuhi sampai diperiksa lagi.',
            },
          ]}
        />
        <TextArea
          name="note"
          label={labels.note}
          hint="Wajib bila kurang: apa yang harus diperbaiki."
          value={mine?.typed.note}
          error={mine?.errors.note}
          rows={3}
          more={{ maxlength: 1000 }}
        />
        <div class="actions">
          <button type="submit">Simpan hasil</button>
        </div>
      </form>
    </Details>
  );
}
