/** Keterhubungan and rencana aksi: what is there, what is missing, and where it is done. */
import { runsEvaluation } from '../../../../../shared/permissions/rooms.ts';
import { formatDay, formatNumber } from '../../../../../shared/text.ts';
import type { Regency } from '../../../../regency/snapshot.ts';
import { Table, Tag, type Tone } from '../../../../ui/components.tsx';
import { Page, type Who } from '../../../../ui/layout.tsx';
import { AsOf } from '../../as-of.tsx';
import { EvaluationNav } from '../../nav.tsx';
import { EVIDENCE } from '../views/binder.tsx';
import type { Connection } from './read.ts';

interface Row {
  what: string;
  state: 'there' | 'partly' | 'missing';
  text: string;
}

const states: Record<Row['state'], [string, Tone]> = {
  there: ['Ada', 'green'],
  partly: ['Sebagian', 'amber'],
  missing: ['Belum', 'grey'],
};

export function ConnectionPage(props: {
  regency: Regency;
  who: Who;
  connection: Connection;
  /** Local ISO date. */
  today: string;
}) {
  const { regency, who, connection } = props;
  const admin = who.roles.includes('admin');
  return (
    <Page title="Keterhubungan" regency={regency} side="desk" who={who} path="/desk/evaluasi">
      <EvaluationNav here={EVIDENCE} />
      <p class="no-print">
        <a href={EVIDENCE}>← Bukti penilaian</a>
      </p>
      <h1>Keterhubungan dan rencana aksi</h1>
      <AsOf day={props.today} />
      <h2>Keterhubungan: SK Tim</h2>
      <States caption="Keterhubungan" rows={teamRows(connection)} />
      {connection.gaps.length > 0 && runsEvaluation(who) ? (
        <ul>
          {connection.gaps.map((gap) => (
            <li>{gap}</li>
          ))}
        </ul>
      ) : null}
      {admin ? (
        <p class="actions no-print">
          <a href="/desk/pengaturan/sk-tim">SK Tim di Pengaturan</a>
          <a href="/desk/pengguna">Pengguna</a>
        </p>
      ) : null}
      <h2>Rencana aksi tahun {connection.plan.year}</h2>
      <States caption="Rencana aksi" rows={planRows(connection.plan)} />
      <p class="actions no-print">
        <a href="/desk/evaluasi/rencana-aksi">Rencana aksi</a>
      </p>
    </Page>
  );
}

function States({ caption, rows }: { caption: string; rows: Row[] }) {
  return (
    <Table
      caption={caption}
      hideCaption
      columns={['Yang dinilai', 'Keadaan', 'Keterangan']}
      rows={rows.map(({ what, state, text }) => {
        const [label, tone] = states[state];
        return [what, <Tag tone={tone}>{label}</Tag>, text];
      })}
    />
  );
}

function teamRows({ team, gaps }: Connection): Row[] {
  const members = 'Anggota SK sama dengan akun';
  if (team === null)
    return [
      {
        what: 'SK Tim',
        state: 'missing',
        text: 'Nomor, tanggal dan anggota SK belum ditulis di Pengaturan.',
      },
      { what: members, state: 'missing', text: 'Dibandingkan setelah SK Tim ditulis.' },
    ];
  return [
    {
      what: 'SK Tim',
      state: 'there',
      text: `Nomor ${team.number}, ${formatDay(team.date)}, ${formatNumber(team.members)} anggota`,
    },
    {
      what: members,
      state: gaps.length > 0 ? 'partly' : 'there',
      text:
        gaps.length > 0
          ? 'Ada perbedaan antara SK dan akun.'
          : 'Semua anggota punya akun aktif, dan sebaliknya.',
    },
  ];
}

function planRows({ items, owned, done, overdue }: Connection['plan']): Row[] {
  const of = (n: number, what: string, word: string): Row => ({
    ...{ what, state: n === 0 ? 'missing' : n < items ? 'partly' : 'there' },
    text:
      items === 0 ? 'Belum ada kegiatan.' : `${formatNumber(n)} dari ${formatNumber(items)} kegiatan ${word}`,
  });
  const late = overdue > 0 ? `; ${formatNumber(overdue)} lewat tenggat` : '';
  return [
    {
      ...{ what: 'Rencana aksi', state: items > 0 ? 'there' : 'missing' },
      text:
        items > 0
          ? `${formatNumber(items)} kegiatan, tanpa yang dibatalkan`
          : 'Belum ada kegiatan tahun ini.',
    },
    of(items, 'Penanggung jawab: OPD dan tenggat', 'punya OPD dan tenggat'),
    of(owned, 'Penanggung jawab: orang', 'punya orang yang bertanggung jawab'),
    of(done, 'Dilaksanakan', `selesai${late}`),
  ];
}
