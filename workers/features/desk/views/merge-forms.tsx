/** Merging a duplicate into its parent, seen before it is done, and undoing it. */
import { stateNames } from '../../../../shared/lifecycle/states.ts';
import { formatNumber } from '../../../../shared/text.ts';
import { Field, Summary, TextArea } from '../../../ui/components.tsx';
import { officeName, promiseDay } from '../words.ts';
import { ActionForm, type FormProps, field } from './frame.tsx';

export function MergeForm(props: FormProps) {
  const { target } = props;
  const parent = field(props, 'merge', 'parent', target?.code ?? '');
  return (
    <ActionForm
      form={props}
      verb="merge"
      summary="Gabungkan dengan laporan lain"
      submit="Gabungkan"
      sure="Kedua laporan tentang hal yang sama, dan pelapornya boleh membaca jawaban laporan induk."
      open={target !== null && target !== undefined}
    >
      <p>
        Untuk laporan berulang. Laporan ini lalu mengikuti laporan induk, dan batas waktunya sendiri berhenti.
        Penggabungan dapat dibatalkan.
      </p>
      <Field label="Nomor laporan induk" {...parent} required more={{ maxlength: 40, autocomplete: 'off' }} />
      <p class="actions">
        <button type="submit" class="second" name="lihat" value="1" formnovalidate>
          Lihat laporan induk
        </button>
      </p>
      <Preview {...props} />
      <TextArea
        label="Alasan"
        hint="Dibaca pelapor laporan ini."
        {...field(props, 'merge', 'reason')}
        required
        rows={3}
      />
    </ActionForm>
  );
}

/** Who will follow what. */
function Preview({ target, view, regency }: FormProps) {
  if (!target) return null;
  const parent = target.view;
  if (parent === null) return <p class="wrong">Tidak ada laporan dengan nomor ini yang dapat Anda pakai.</p>;
  const rows = [
    { term: 'Laporan induk', value: `${parent.code}, ${parent.title ?? 'laporan anonim, belum dilepas'}` },
    { term: 'Tahapnya', value: stateNames[parent.state].desk },
    { term: 'Ditangani', value: parent.office ? officeName(regency, parent.office) : 'belum didisposisikan' },
    { term: 'Janji kepada pelapornya', value: promiseDay(regency, parent.dueAt) },
    { term: 'Jumlah pelapornya sesudah digabung', value: formatNumber(parent.reports.count + 2) },
  ];
  return (
    <>
      <Summary rows={rows} />
      <p class="hint">
        Pelapor {view.code} melihat tahap, tujuan, dan jawaban {parent.code}, tanpa tulisan pelapornya. Janji
        kepadanya tetap {promiseDay(regency, view.dueAt)}.
      </p>
    </>
  );
}

export function UnmergeForm(props: FormProps) {
  return (
    <ActionForm form={props} verb="unmerge" summary="Batalkan penggabungan" submit="Batalkan penggabungan">
      <p>Laporan kembali ke tahap sebelum digabung. Batas waktu OPD berjalan lagi dengan sisa harinya.</p>
      <TextArea
        label="Alasan"
        hint="Dibaca pelapor laporan ini."
        {...field(props, 'unmerge', 'reason')}
        required
        rows={3}
      />
    </ActionForm>
  );
}
