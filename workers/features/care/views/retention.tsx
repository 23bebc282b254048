/** How long personal data is kept, what a count has found, and what was erased. Counts only, and no small ones. */
import { type CaseKind, kindNames } from '../../../../shared/lifecycle/states.ts';
import type { PackRetention } from '../../../../shared/regencies/types.ts';
import { HIDDEN, shownCount } from '../../../../shared/small-counts.ts';
import { formatDate, formatDateTime, formatNumber } from '../../../../shared/text.ts';
import { newKey } from '../../../platform/ids.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import { Checkbox, ConfirmForm, HiddenKey, Notice, Summary, Table, Tag } from '../../../ui/components.tsx';
import { Page, type Who } from '../../../ui/layout.tsx';
import type { Run } from '../queries.ts';
import { DRY_HOLDS, keptUntil } from '../retention-start.ts';

interface RetentionProps {
  regency: Regency;
  who: Who;
  /** Newest first. */
  runs: Run[];
  /** Epoch ms. */
  now: number;
  /** What was just started. */
  done: string | null;
  problem: string | null;
}

const names: Record<string, string> = {
  contact: 'Nama dan kontak pelapor',
  content: 'Isi laporan, jawaban, dan berkas',
};

export function RetentionPage(props: RetentionProps) {
  const { regency, runs, done, problem } = props;
  return (
    <Page
      title="Masa simpan data pribadi"
      regency={regency}
      side="desk"
      who={props.who}
      path="/desk/data-pribadi"
    >
      <p>
        <a href="/desk/data-pribadi">← Data pribadi</a>
      </p>
      <h1>Masa simpan data pribadi</h1>
      {problem ? (
        <Notice tone="bad" live>
          <p>{problem}</p>
        </Notice>
      ) : null}
      {done ? (
        <Notice tone="good" live>
          <p>
            {done === 'hapus' ? 'Penghapusan berjalan.' : 'Penghitungan berjalan.'} Muat ulang halaman ini
            untuk melihat hasilnya.
          </p>
        </Notice>
      ) : null}
      <p>
        Undang-undang meminta data pribadi dihapus bila tidak lagi diperlukan. Riwayat, tanggal, dan angka
        laporan tetap; yang dihapus tidak dapat dikembalikan. Laporan yang masih ditangani, dibuka kembali,
        atau menunggu pekerjaan terjadwal tidak disentuh.
      </p>
      <p>
        Penghapusan otomatis setiap malam baru berjalan untuk masa simpan yang sudah dipastikan daerah. Selama
        bertanda <em>perlu dipastikan</em>, yang terhapus hanya yang Anda hapus sendiri di sini.
      </p>
      {props.who.roles.includes('admin') ? (
        <p>
          <a href="/desk/pengaturan/masa-simpan">Ubah atau pastikan masa simpan</a>
        </p>
      ) : null}
      {regency.retention.map((rule) => (
        <Rule {...props} rule={rule} />
      ))}
      <h2>Yang sudah dijalankan</h2>
      {runs.length === 0 ? (
        <p>Belum ada.</p>
      ) : (
        <Table
          caption="Penghitungan dan penghapusan, terbaru dahulu"
          hideCaption
          columns={['Mulai', 'Apa', 'Selesai sebelum', 'Diperiksa', 'Hasil', 'Keadaan']}
          rows={runs.map((run) => [
            formatDateTime(run.startedAt, regency.about.timeZone),
            `${run.dry ? 'Hitung' : 'Hapus'}: ${names[run.rule] ?? run.rule}${run.by.startsWith('job:') ? ' (otomatis)' : ''}`,
            formatDate(run.before, regency.about.timeZone),
            formatNumber(run.looked),
            `${many(run.erased, regency)} laporan`,
            run.finishedAt === null ? 'berjalan' : 'selesai',
          ])}
        />
      )}
    </Page>
  );
}

const many = (count: number, regency: Regency): string => {
  const shown = shownCount(count, regency.switches.demo);
  return shown === null ? HIDDEN : formatNumber(shown);
};

function Rule(props: RetentionProps & { rule: PackRetention }) {
  const { regency, rule, runs, now } = props;
  const dry = runs.find((run) => run.rule === rule.id && run.dry);
  return (
    <section aria-labelledby={`aturan-${rule.id}`}>
      <h2 id={`aturan-${rule.id}`}>
        {names[rule.id]} {rule.check ? <Tag tone="amber">perlu dipastikan</Tag> : null}
      </h2>
      <Summary
        rows={[
          {
            term: 'Disimpan',
            value:
              rule.months === null ? 'tidak dihapus menurut waktu' : `${rule.months} bulan setelah selesai`,
          },
          { term: 'Dasar', value: rule.legalBasis },
          { term: 'Otomatis', value: rule.months === null || rule.check ? 'tidak' : 'ya, setiap malam' },
        ]}
      />
      {rule.months === null ? null : (
        <>
          {dry ? <Counted {...props} rule={rule} dry={dry} /> : null}
          <form method="post" action="/desk/data-pribadi/retensi/hitung">
            <HiddenKey value={newKey()} />
            <input type="hidden" name="rule" value={rule.id} />
            <p>
              Hitung dahulu yang selesai sebelum{' '}
              {formatDate(keptUntil(regency, rule.months, now), regency.about.timeZone)}; menghitung tidak
              menghapus apa pun.
            </p>
            <button type="submit" class="second">
              Hitung
            </button>
          </form>
        </>
      )}
    </section>
  );
}

/** What the last count has found, and the button that erases it. */
function Counted(props: RetentionProps & { rule: PackRetention; dry: Run }) {
  const { regency, dry, now, runs } = props;
  const zone = regency.about.timeZone;
  if (dry.finishedAt === null) return <p>Penghitungan sedang berjalan. Muat ulang halaman ini.</p>;
  const used = runs.some((run) => !run.dry && run.rule === dry.rule && run.id > dry.id);
  if (now - dry.startedAt > DRY_HOLDS || used) return null;
  if (dry.erased === 0)
    return <p>Dihitung {formatDateTime(dry.startedAt, zone)}: tidak ada yang perlu dihapus.</p>;
  const cells = Object.entries(dry.cursor.counts).sort(([a], [b]) => a.localeCompare(b));
  return (
    <>
      <Table
        caption={`Dihitung ${formatDateTime(dry.startedAt, zone)}; yang terlama selesai ${formatDate(dry.cursor.oldest ?? 0, zone)}`}
        columns={['Tahun selesai', 'Jenis', 'Laporan']}
        rows={cells.map(([cell, count]) => {
          const [year = '', kind = ''] = cell.split(':');
          return [year, kindNames[kind as CaseKind]?.id ?? kind, many(count, regency)];
        })}
      />
      <ConfirmForm
        action="/desk/data-pribadi/retensi/hapus"
        formKey={newKey()}
        summary="Hapus yang dihitung ini"
        submit="Ya, hapus sekarang"
        danger
        id={`hapus-${dry.rule}`}
      >
        <input type="hidden" name="run" value={dry.id} />
        <p>
          {names[dry.rule]} dari laporan yang selesai sebelum {formatDate(dry.before, zone)} dihapus dan tidak
          dapat dikembalikan, juga tidak dari cadangan.
        </p>
        <Checkbox
          name="sure"
          id={`sure-${dry.rule}`}
          value="1"
          label="Saya sudah memeriksa hitungannya."
          required
        />
      </ConfirmForm>
    </>
  );
}
