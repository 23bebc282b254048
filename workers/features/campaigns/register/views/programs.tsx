/** All programs. */
import { runsCampaigns } from '../../../../../shared/permissions/rooms.ts';
import { formatNumber, formatRupiah } from '../../../../../shared/text.ts';
import { Table, Tag } from '../../../../ui/components.tsx';
import { Page } from '../../../../ui/layout.tsx';
import { SheetLinks } from '../../../../ui/sheet-links.tsx';
import { CampaignNav } from '../../nav.tsx';
import { type ProgramRow, type Sums, spentOf } from '../queries.ts';
import { periodText } from './program.tsx';
import type { RoomProps } from './room.ts';

export const PROGRAMS = '/desk/kampanye/program';

interface ProgramsPageProps extends RoomProps {
  programs: readonly ProgramRow[];
  sums: (id: number) => Sums;
}

export function ProgramsPage(props: ProgramsPageProps) {
  const { regency, who, programs } = props;
  const runs = runsCampaigns(who);
  return (
    <Page title="Program" regency={regency} side="desk" who={who} path="/desk/kampanye">
      <CampaignNav here={PROGRAMS} />
      <h1>Program</h1>
      <p>
        Program menyatukan bahan, unggahan, berita, acara, dan brosur untuk satu tujuan, dengan anggarannya.
      </p>
      {runs ? (
        <p class="actions">
          <a class="button" href={`${PROGRAMS}/baru`}>
            Buat program
          </a>
        </p>
      ) : null}
      {programs.length === 0 ? (
        <p>
          Belum ada program. {runs ? 'Buat program dahulu, lalu rencanakan bahan untuk semua tempat.' : ''}
        </p>
      ) : (
        <>
          <Table
            caption="Semua program"
            hideCaption
            columns={['Program', 'Waktu', 'Bahan', 'Terpakai', 'Anggaran']}
            rows={programs.map((program) => cells(program, props))}
          />
          <SheetLinks path={`${PROGRAMS}/semua`} />
        </>
      )}
    </Page>
  );
}

function cells(program: ProgramRow, { sums, regency }: ProgramsPageProps) {
  const own = sums(program.id);
  return [
    <>
      <a href={`${PROGRAMS}/${program.id}`}>{program.name}</a>
      {program.archivedAt === null ? null : (
        <>
          {' '}
          <Tag>Diarsipkan</Tag>
        </>
      )}
    </>,
    periodText(program, regency),
    formatNumber(own.pieces.count),
    formatRupiah(spentOf(own, program.otherCost)),
    program.budget === null ? 'Belum diisi' : formatRupiah(program.budget),
  ];
}
