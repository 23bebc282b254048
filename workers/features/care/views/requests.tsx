/** Requests for erasure: which wait, until when, and what was answered. Nothing of the reports themselves. */
import { formatDateTime } from '../../../../shared/text.ts';
import { newKey } from '../../../platform/ids.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import { ConfirmForm, Notice, Summary, Table, Tag, TextArea } from '../../../ui/components.tsx';
import { Page, type Who } from '../../../ui/layout.tsx';
import type { Asked } from '../queries.ts';

/** An answer that was not taken. */
export interface TypedAnswer {
  id: number;
  reason: string;
  problem: string;
}

interface RequestsProps {
  regency: Regency;
  who: Who;
  waiting: Asked[];
  decided: Asked[];
  /** May this person answer? */
  decides: boolean;
  typed: TypedAnswer | null;
  /** Epoch ms. */
  now: number;
  done: boolean;
}

export function RequestsPage(props: RequestsProps) {
  const { regency, waiting, decided, typed } = props;
  const at = (ms: number) => formatDateTime(ms, regency.about.timeZone);
  return (
    <Page
      title="Permintaan penghapusan"
      regency={regency}
      side="desk"
      who={props.who}
      path="/desk/data-pribadi"
    >
      <p>
        <a href="/desk/data-pribadi">← Data pribadi</a>
      </p>
      <h1>Permintaan penghapusan</h1>
      {props.done ? (
        <Notice tone="good" live>
          <p>Keputusan tercatat. Pelapor membacanya di halaman laporannya.</p>
        </Notice>
      ) : null}
      {typed && !waiting.some(({ id }) => id === typed.id) ? (
        <Notice tone="bad" live>
          <p>{typed.problem}</p>
        </Notice>
      ) : null}
      <p>
        Pelapor meminta semua data pada laporannya dihapus. Putuskan dalam 3 × 24 jam, termasuk hari libur.
        Isi laporan tidak ditampilkan di sini dan tidak diperlukan untuk memutuskan. Isi laporan yang masih
        ditangani baru terhapus setelah laporannya selesai.
      </p>
      {props.decides ? null : <p>Yang memutuskan adalah petugas pelindungan data.</p>}
      {waiting.length === 0 ? <p>Tidak ada permintaan yang menunggu.</p> : null}
      {waiting.map((asked) => (
        <Waiting {...props} asked={asked} />
      ))}
      {decided.length > 0 ? (
        <Table
          caption="Sudah diputuskan"
          columns={['Permintaan', 'Diputuskan', 'Keputusan', 'Dihapus']}
          rows={decided.map((asked) => [
            `Nomor ${asked.id}, ${at(asked.askedAt)}`,
            asked.decidedAt === null ? '–' : at(asked.decidedAt),
            asked.decision === 'granted' ? 'Dikabulkan' : `Ditolak${asked.answer ? `: ${asked.answer}` : ''}`,
            asked.decision !== 'granted'
              ? '–'
              : asked.doneAt === null
                ? 'menunggu laporan selesai'
                : at(asked.doneAt),
          ])}
        />
      ) : null}
    </Page>
  );
}

function Waiting(props: RequestsProps & { asked: Asked }) {
  const { asked, regency, typed } = props;
  const at = (ms: number) => formatDateTime(ms, regency.about.timeZone);
  const mine = typed?.id === asked.id ? typed : null;
  const late = asked.dueAt < props.now;
  const action = `/desk/data-pribadi/permintaan/${asked.id}`;
  return (
    <section aria-labelledby={`permintaan-${asked.id}`}>
      <h2 id={`permintaan-${asked.id}`}>
        Permintaan nomor {asked.id} {late ? <Tag tone="red">lewat waktu</Tag> : null}
      </h2>
      <Summary
        rows={[
          { term: 'Diminta', value: at(asked.askedAt) },
          { term: 'Putuskan sebelum', value: at(asked.dueAt) },
          { term: 'Laporannya', value: asked.open ? 'masih ditangani' : 'sudah selesai' },
          { term: 'Alasan pelapor', value: asked.reason ?? 'tidak ditulis' },
        ]}
      />
      {props.decides ? (
        <div class="actions">
          <ConfirmForm
            action={action}
            formKey={newKey()}
            summary="Kabulkan"
            submit={asked.open ? 'Ya, hapus setelah laporan selesai' : 'Ya, hapus sekarang'}
            danger
          >
            <input type="hidden" name="keputusan" value="kabul" />
            <p>
              Kontak, isi laporan, jawaban, dan berkasnya dihapus dan tidak dapat dikembalikan. Riwayat tanpa
              isi dan angkanya tetap.
            </p>
          </ConfirmForm>
          <ConfirmForm
            action={action}
            formKey={newKey()}
            summary="Tolak"
            submit="Kirim penolakan"
            open={mine !== null}
          >
            <input type="hidden" name="keputusan" value="tolak" />
            <TextArea
              id={`alasan-${asked.id}`}
              name="reason"
              label="Alasan untuk pelapor"
              hint="Misalnya: diperlukan untuk pemeriksaan, atau wajib disimpan menurut undang-undang."
              rows={3}
              value={mine?.reason}
              error={mine?.problem}
              more={{ maxlength: 2000 }}
            />
          </ConfirmForm>
        </div>
      ) : null}
    </section>
  );
}
