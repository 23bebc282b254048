/** What is known of a case beside its text: where, when, which clocks run, who reported it. */
import type { Child } from 'hono/jsx';
import { formatDate, formatDateTime } from '../../../../shared/text.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import { Summary } from '../../../ui/components.tsx';
import type { DeskCase } from '../queries.ts';
import { channelName, dayText, NOT_KNOWN, officeName, promiseDay, tagName } from '../words.ts';

export function Facts(props: { view: DeskCase; regency: Regency }) {
  const { view, regency } = props;
  const zone = regency.about.timeZone;
  const rows: { term: Child; value: Child }[] = [
    ...(view.toldTitle ? [{ term: 'Judul dari pelapor', value: view.toldTitle }] : []),
    { term: 'Wilayah', value: view.area?.name ?? 'tidak disebutkan' },
    ...(view.place ? [{ term: 'Tempat', value: view.place }] : []),
    ...(view.position ? [{ term: 'Titik lokasi', value: view.position }] : []),
    ...(view.occurredOn ? [{ term: 'Tanggal kejadian', value: dayText(regency, view.occurredOn) }] : []),
    { term: 'Kategori', value: view.category?.name ?? 'belum ditentukan' },
    ...(view.tags.length > 0
      ? [{ term: 'Label', value: view.tags.map((id) => tagName(regency, id)).join(', ') }]
      : []),
    ...(view.wished
      ? [{ term: 'Instansi yang disebut pelapor', value: officeName(regency, view.wished) }]
      : []),
    {
      term: 'Diterima',
      value: `${formatDateTime(view.receivedAt, zone)}, lewat ${channelName(view.channel)}`,
    },
    { term: 'Janji kepada pelapor', value: promiseDay(regency, view.dueAt) },
    { term: 'Batas waktu', value: <Clocks view={view} regency={regency} /> },
    ...(view.copies.length > 0
      ? [{ term: 'Tembusan', value: view.copies.map((code) => officeName(regency, code)).join(', ') }]
      : []),
    ...(view.accused.length > 0 ? [{ term: 'Yang dituduh', value: accusedNames(view, regency) }] : []),
    { term: 'Pelapor', value: <Reporter view={view} /> },
    { term: 'SP4N-LAPOR!', value: <InSp4n view={view} /> },
  ];
  return <Summary rows={rows} />;
}

function InSp4n(props: { view: DeskCase }) {
  const { code, sp4n, sp4nLink, imported, verbs, toCopy } = props.view;
  return (
    <>
      {sp4n ? `Nomor ${sp4n}` : 'belum dicatat'}
      {sp4nLink ? (
        <>
          {' · '}
          <a href={sp4nLink} rel="noopener">
            Buka di lapor.go.id
          </a>
        </>
      ) : null}
      {imported ? ' · ditangani di SP4N-LAPOR!, dicatat di sini dari berkas ekspor' : ''}
      {verbs.includes('mark_copied') ? (
        <>
          {' · '}
          <a href={`/desk/kasus/${code}/sp4n`}>
            {toCopy === 'report' ? 'Salin ke SP4N-LAPOR!' : 'Salin jawaban ke SP4N-LAPOR!'}
          </a>
        </>
      ) : null}
    </>
  );
}

function accusedNames(view: DeskCase, regency: Regency): string {
  return view.accused
    .map((subject) =>
      subject.startsWith('office:')
        ? officeName(regency, subject.slice(7))
        : `akun petugas nomor ${subject.slice(6)}`,
    )
    .join(', ');
}

function Clocks(props: { view: DeskCase; regency: Regency }) {
  const { clocks } = props.view;
  if (clocks.length === 0) return <>{props.view.imported ? NOT_KNOWN : 'tidak ada yang berjalan'}</>;
  return (
    <ul>
      {clocks.map((clock) => (
        <li>
          {clock.label}: {formatDate(clock.dueAt, props.regency.about.timeZone)} (
          {clock.late ? <strong>{clock.words}</strong> : clock.words})
          {clock.warnAt === null ? null : (
            <p class="hint">
              Menurut hitungan hari kalender: {formatDate(clock.warnAt, props.regency.about.timeZone)}.
              Pengingat mengikuti tanggal ini.
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

function Reporter(props: { view: DeskCase }) {
  const { contact } = props.view;
  if (contact === 'anonymous') return <>disembunyikan untuk semua</>;
  if (contact === 'withheld') return <>tidak ditampilkan</>;
  if (contact === 'none') return <>tidak meninggalkan kontak</>;
  const parts = [contact.name, contact.email, contact.phone].filter(Boolean);
  return <>{parts.join(' · ')}</>;
}
