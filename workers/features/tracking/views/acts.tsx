/** What the reporter can do to the report: add, complete, agree, object, rate, withdraw. */
import { formatDate } from '../../../../shared/text.ts';
import type { TimeZone } from '../../../../shared/working-time.ts';
import { DefaultSubmit, Radios, TextArea } from '../../../ui/components.tsx';
import { ratings } from '../words.ts';
import { FilesField } from './files.tsx';
import { type ActProps, actPath, Folded, fieldId, Hidden, standing, Wrongs } from './form.tsx';

/** Words and files. @param props.act `kelengkapan` answers the office's question */
export function AddForm(
  props: ActProps & { act: 'tambahan' | 'kelengkapan'; label: string; submit: string },
) {
  const { act } = props;
  const { typed, errors } = standing(act, props);
  return (
    <form method="post" action={actPath(act)} enctype="multipart/form-data" id={act} novalidate>
      <DefaultSubmit />
      <Hidden typed={typed} seen={props.seen} />
      <Wrongs act={act} errors={errors} />
      <TextArea
        id={fieldId(act, 'text')}
        name="text"
        label={props.label}
        value={typed.text}
        error={errors.text}
        more={{ maxlength: 10_000 }}
      />
      <FilesField id={act} files={typed.files} error={errors.file ?? errors.attachments ?? errors.photos} />
      <div class="actions">
        <button type="submit">{props.submit}</button>
      </div>
    </form>
  );
}

/** @param props.until until when an objection is possible (epoch ms), null = no more */
export function ConfirmAct(props: ActProps & { until: number | null; zone: TimeZone }) {
  return (
    <Folded {...props} act="setuju" summary="Setuju, laporan selesai" submit="Ya, laporan saya selesai">
      {() => (
        <p>
          Dengan ini Anda menyatakan laporan selesai.
          {props.until === null
            ? null
            : ` Bila kemudian ternyata belum, Anda masih dapat mengajukan keberatan sampai ${formatDate(props.until, props.zone)}.`}
        </p>
      )}
    </Folded>
  );
}

/** @param props.until epoch ms */
export function ContestAct(props: ActProps & { until: number; zone: TimeZone }) {
  return (
    <Folded {...props} act="keberatan" summary="Belum sesuai, saya keberatan" submit="Kirim keberatan">
      {({ typed, errors }) => (
        <>
          <p>
            Keberatan dapat diajukan sampai <strong>{formatDate(props.until, props.zone)}</strong>. Laporan
            dibuka kembali dan diperiksa orang lain, bukan petugas yang menjawab.
          </p>
          <TextArea
            id={fieldId('keberatan', 'reason')}
            name="reason"
            label="Apa yang belum sesuai?"
            value={typed.reason}
            error={errors.reason}
            more={{ maxlength: 10_000 }}
          />
        </>
      )}
    </Folded>
  );
}

/** Of a merged report. @param props.until epoch ms; null = as long as the other report has no answer */
export function LeaveAct(props: ActProps & { until: number | null; zone: TimeZone }) {
  return (
    <Folded
      {...props}
      act="keberatan"
      summary="Laporan saya berbeda, atau belum selesai"
      submit="Kirim keberatan"
    >
      {({ typed, errors }) => (
        <>
          <p>
            Laporan Anda dilepas dari penggabungan dan diperiksa lagi sendiri.
            {props.until === null ? null : (
              <>
                {' '}
                Dapat diajukan sampai <strong>{formatDate(props.until, props.zone)}</strong>.
              </>
            )}
          </p>
          <TextArea
            id={fieldId('keberatan', 'reason')}
            name="reason"
            label="Apa yang berbeda, atau belum selesai?"
            value={typed.reason}
            error={errors.reason}
            more={{ maxlength: 10_000 }}
          />
        </>
      )}
    </Folded>
  );
}

export function RateAct(props: ActProps & { rating: number | null }) {
  const given = props.rating === null ? undefined : String(props.rating);
  return (
    <Folded
      {...props}
      act="nilai"
      summary={given ? 'Ubah penilaian' : 'Nilai penanganannya'}
      submit="Kirim penilaian"
    >
      {({ typed, errors }) => (
        <>
          <Radios
            id={fieldId('nilai', 'score')}
            name="score"
            legend="Bagaimana laporan Anda ditangani?"
            options={ratings}
            value={typed.score || given}
            error={errors.score}
          />
          <TextArea
            id={fieldId('nilai', 'text')}
            name="text"
            label="Saran (boleh dikosongkan)"
            rows={3}
            value={typed.text}
            error={errors.text}
            more={{ maxlength: 2000 }}
          />
        </>
      )}
    </Folded>
  );
}

export function WithdrawAct(props: ActProps) {
  return (
    <Folded {...props} act="cabut" summary="Cabut laporan" submit="Ya, cabut laporan saya" danger>
      {({ typed, errors }) => (
        <>
          <p>
            Laporan yang dicabut diarsipkan dan tidak ditangani lagi. Riwayatnya tetap tersimpan, dan Anda
            masih dapat membacanya dengan nomor dan PIN.
          </p>
          <TextArea
            id={fieldId('cabut', 'reason')}
            name="reason"
            label="Alasan (boleh dikosongkan)"
            rows={3}
            value={typed.reason}
            error={errors.reason}
            more={{ maxlength: 10_000 }}
          />
        </>
      )}
    </Folded>
  );
}
