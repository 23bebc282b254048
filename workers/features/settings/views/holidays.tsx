/** A year of days off, pasted: the lines, what is wrong with them, and what they would do. */
import { type BadLine, holidayKinds, MOST_LINES } from '../../../../shared/settings/holidays.ts';
import { formatNumber } from '../../../../shared/text.ts';
import { ErrorSummary, Notice, Table, TextArea } from '../../../ui/components.tsx';
import { Page } from '../../../ui/layout.tsx';
import type { Pasted } from '../holiday-pages.tsx';
import type { PageBase } from './settings.tsx';

const why: Record<BadLine['why'], string> = {
  no_date: 'tanggal di awal baris tidak dapat dibaca; tulis seperti 2027-01-31.',
  no_name: 'nama hari liburnya belum ada.',
  no_kind: 'jenis di akhir baris belum ada: libur_nasional, cuti_bersama, atau daerah.',
  twice: 'hari ini sudah tertulis di baris lain.',
};

export function HolidayPastePage(props: PageBase & Pasted) {
  const { regency, text, bad = [], fresh, known = 0, count } = props;
  const path = '/desk/pengaturan/hari-libur';
  const wrong = problemOf(bad, count);
  return (
    <Page title="Tempel hari libur" regency={regency} side="desk" who={props.who} path="/desk/pengaturan">
      <p>
        <a href={path}>← Hari libur dan cuti bersama</a>
      </p>
      <h1>Tempel hari libur setahun</h1>
      <ErrorSummary errors={wrong ? { text: wrong } : {}} />
      {bad.length > 0 ? (
        <ul>
          {bad.slice(0, 20).map((line) => (
            <li>
              Baris {line.line} ("{line.text.slice(0, 60)}"): {why[line.why]}
            </li>
          ))}
        </ul>
      ) : null}
      {fresh && fresh.length === 0 ? (
        <Notice tone="info" live>
          <p>Semua hari itu sudah ada. Tidak ada yang perlu ditambahkan.</p>
        </Notice>
      ) : null}
      {fresh && fresh.length > 0 ? (
        <>
          <Notice tone="warn" title={`${formatNumber(fresh.length)} hari akan ditambahkan`} live>
            <p>
              {known > 0 ? `${formatNumber(known)} lainnya sudah ada. ` : ''}
              {props.effect}
            </p>
          </Notice>
          <Table
            caption="Yang akan ditambahkan"
            columns={['Tanggal', 'Nama', 'Jenis']}
            rows={fresh.map(({ date, name, kind }) => [date, name, holidayKinds[kind]])}
          />
          <form method="post" action={`${path}/tempel`}>
            <input type="hidden" name="text" value={text} />
            <input type="hidden" name="sure" value="1" />
            <p class="actions">
              <button type="submit">Ya, tambahkan semua</button>
            </p>
          </form>
          <h2>Perbaiki dahulu</h2>
        </>
      ) : null}
      <form method="post" action={`${path}/tempel`}>
        <TextArea
          name="text"
          label="Hari libur, satu baris satu hari"
          hint="Tanggal, nama, lalu jenisnya. Contoh: 2027-01-01 Tahun Baru libur_nasional. Boleh disalin dari lembar kerja."
          rows={12}
          value={text}
          error={wrong ?? undefined}
          required
        />
        <button type="submit">Periksa</button>
      </form>
    </Page>
  );
}

function problemOf(bad: readonly BadLine[], count: number | undefined): string | null {
  if (bad.length > 0) return `${formatNumber(bad.length)} baris belum dapat dibaca.`;
  if (count === undefined) return null;
  if (count === 0) return 'Tulis paling sedikit satu hari.';
  return count > MOST_LINES ? `Paling banyak ${MOST_LINES} baris sekali tempel.` : null;
}
