/** One pack: how far it is, its files, and what can be done with it. */
import { runsEvaluation } from '../../../../../shared/permissions/rooms.ts';
import { formatDateTime, formatNumber } from '../../../../../shared/text.ts';
import { newKey } from '../../../../platform/ids.ts';
import type { Regency } from '../../../../regency/snapshot.ts';
import { Checksum, ConfirmForm, HiddenKey, Notice, Table } from '../../../../ui/components.tsx';
import { Page, type Who } from '../../../../ui/layout.tsx';
import { EvaluationNav } from '../../nav.tsx';
import { type PackRow, type PartRow, stepsOf } from '../queries.ts';

interface Props {
  regency: Regency;
  who: Who;
  pack: PackRow;
  parts: PartRow[];
  /** Address of the meeting or of the indicator. */
  home: string;
  /** Its name. */
  subject: string;
}

const names = {
  meeting: { title: 'Paket', room: '/desk/evaluasi/rapat' },
  binder: { title: 'Berkas bukti', room: '/desk/evaluasi/bukti' },
} as const;

export function PackPage(props: Props) {
  const { regency, who, pack, parts, subject } = props;
  const { title, room } = names[pack.kind];
  const titles = new Map(stepsOf(pack).map((step) => [step.name, step.title]));
  return (
    <Page title={`${title}: ${subject}`} regency={regency} side="desk" who={who} path="/desk/evaluasi">
      <EvaluationNav here={room} />
      <p class="no-print">
        <a href={props.home}>← {subject}</a>
      </p>
      <h1>
        {title}: {subject}
      </h1>
      <p>Diminta {formatDateTime(pack.createdAt, regency.about.timeZone)}.</p>
      <State pack={pack} next={stepsOf(pack)[parts.length]?.title ?? ''} />
      {parts.length > 0 ? (
        <Table
          caption="Berkas yang sudah jadi"
          columns={['Berkas', 'Halaman', 'Ukuran', 'SHA-256']}
          rows={parts.map((part) => [
            <a href={`/desk/evaluasi/paket/${pack.id}/${part.name}`} download>
              {titles.get(part.name) ?? part.name}
            </a>,
            part.pages === 0 ? '–' : formatNumber(part.pages),
            `${formatNumber(Math.ceil(part.bytes / 1024))} KB`,
            <Checksum digest={part.digest} />,
          ])}
        />
      ) : null}
      {runsEvaluation(who) ? <Acts pack={pack} /> : null}
    </Page>
  );
}

function State({ pack, next }: { pack: PackRow; next: string }) {
  const far = `${formatNumber(pack.done)} dari ${formatNumber(pack.total)} berkas`;
  switch (pack.status) {
    case 'running':
      return (
        <Notice tone="info" live>
          <p>
            {far} sudah jadi. Sedang dibuat: {next}. Halaman ini boleh ditutup; pekerjaan berjalan terus.{' '}
            <a href={`/desk/evaluasi/paket/${pack.id}`}>Muat ulang</a>
          </p>
          <progress max={pack.total} value={pack.done} aria-label="Kemajuan">
            {far}
          </progress>
        </Notice>
      );
    case 'stopped':
      return (
        <Notice tone="warn" title={`Dihentikan pada ${far}`}>
          <p>Yang sudah jadi tetap ada. Bila dilanjutkan, pembuatan mulai dari berkas berikutnya.</p>
        </Notice>
      );
    case 'failed':
      return (
        <Notice tone="bad" title={`Berkas berikutnya tidak dapat dibuat: ${next}`}>
          <p>Yang sudah jadi tetap ada. Coba lanjutkan; bila gagal lagi, beri tahu pengelola sistem.</p>
        </Notice>
      );
    case 'done':
      return null;
  }
}

function Acts({ pack }: { pack: PackRow }) {
  const here = `/desk/evaluasi/paket/${pack.id}`;
  return (
    <>
      {pack.status === 'stopped' || pack.status === 'failed' ? (
        <form method="post" action={`${here}/lanjut`} class="actions">
          <HiddenKey value={newKey()} />
          <button type="submit">Lanjutkan</button>
        </form>
      ) : null}
      {pack.status === 'running' ? (
        <ConfirmForm
          action={`${here}/henti`}
          formKey={newKey()}
          summary="Hentikan"
          submit="Ya, hentikan; yang sudah jadi tetap"
          danger
        />
      ) : (
        <ConfirmForm
          action={`${here}/hapus`}
          formKey={newKey()}
          summary="Hapus paket"
          submit="Ya, hapus paket dan berkasnya"
          danger
        >
          <p>Paket yang sama dapat dibuat lagi.</p>
        </ConfirmForm>
      )}
    </>
  );
}
