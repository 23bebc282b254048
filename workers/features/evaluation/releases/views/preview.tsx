/** The tables of a quarter as they would be published, and the button that does it. */
import type { AboutRelease, ReleasedFile } from '../../../../../shared/openness/files.ts';
import { runsEvaluation } from '../../../../../shared/permissions/rooms.ts';
import { formatDate, formatNumber } from '../../../../../shared/text.ts';
import { newKey } from '../../../../platform/ids.ts';
import type { AppError } from '../../../../platform/problem.ts';
import type { Regency } from '../../../../regency/snapshot.ts';
import { ConfirmForm, Details, Notice, Table } from '../../../../ui/components.tsx';
import { Page, type Who } from '../../../../ui/layout.tsx';
import { detailOf } from '../../../errors.tsx';
import { EvaluationNav } from '../../nav.tsx';

const ROOM = '/desk/evaluasi/terbitan';

export function PreviewPage(props: {
  regency: Regency;
  who: Who;
  about: AboutRelease;
  /** Epoch ms after which it may be published. */
  from: number;
  now: number;
  files: ReleasedFile[];
  /** Digest of what is shown. */
  seen: string;
  problem: AppError | undefined;
}) {
  const { regency, who, about, from } = props;
  const { id, name } = about.period;
  return (
    <Page title={`Pratinjau ${name}`} regency={regency} side="desk" who={who} path="/desk/evaluasi">
      <EvaluationNav here={ROOM} />
      <p>
        <a href={ROOM}>← Terbitan</a>
      </p>
      <h1>Pratinjau {name}</h1>
      {props.problem ? (
        <Notice tone="warn" live>
          <p>{detailOf(props.problem, 'id')}</p>
        </Notice>
      ) : null}
      <p>
        Inilah yang akan dibaca semua orang. Angka di bawah lima digabung, supaya tidak ada pelapor yang dapat
        ditebak; kadang satu baris lain ikut digabung, agar yang kecil tidak dapat dihitung dari selisih.
      </p>
      {props.files.map((file) => (
        <Details summary={file.judul.split(',')[0]}>
          <p>{file.definisi}</p>
          <Table
            caption={file.judul}
            hideCaption
            columns={file.kolom.map(({ nama }) => nama)}
            rows={file.baris.map((row) => file.kolom.map(({ id: column }) => shown(row[column] ?? null)))}
          />
        </Details>
      ))}
      {props.now <= from ? (
        <p>Dapat terbit sesudah {formatDate(from, regency.about.timeZone)}.</p>
      ) : runsEvaluation(who) ? (
        <ConfirmForm
          action={`${ROOM}/${id}`}
          formKey={newKey()}
          summary="Terbitkan"
          submit={`Ya, terbitkan ${name}`}
          open={props.problem !== undefined}
        >
          <p>Yang sudah terbit tidak dapat diubah atau ditarik lagi.</p>
          <input type="hidden" name="seen" value={props.seen} />
        </ConfirmForm>
      ) : (
        <p>Diterbitkan oleh admin atau pimpinan.</p>
      )}
    </Page>
  );
}

const shown = (cell: string | number | null): string =>
  cell === null || cell === '' ? '–' : typeof cell === 'number' ? formatNumber(cell, cell % 1 ? 1 : 0) : cell;
