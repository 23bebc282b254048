/** The page of a case: what it says, who holds it until when, what can be done, what happened. */
import type { Child } from 'hono/jsx';
import { kindNames } from '../../../../shared/lifecycle/states.ts';
import { formatDate, formatDateTime } from '../../../../shared/text.ts';
import type { Contact } from '../../../cases/contact.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import { Notice, type Option, StateTag, Summary, Tag } from '../../../ui/components.tsx';
import { Page, type Who } from '../../../ui/layout.tsx';
import type { DeskCase } from '../queries.ts';
import { alarming, besideState, channelName, dayText, flagNames, holderName, officeName } from '../words.ts';
import { Actions, type Refused } from './actions.tsx';
import { AttachmentLink, Thumbnail } from './files.tsx';
import type { MergeTarget } from './frame.tsx';
import { History } from './history.tsx';
import { Relatives } from './relatives.tsx';
import { Remind } from './remind.tsx';
import { Why } from './why.tsx';

export interface CasePageProps {
  view: DeskCase;
  regency: Regency;
  who: Who;
  refused: Refused | null;
  accounts: Option[];
  /** What was done, or what went wrong; stands on top. */
  top?: Child;
  /** Only in the answer to a reveal. */
  identity?: Required<Contact> | null;
  /** A case to merge into, as somebody named it. */
  target?: MergeTarget | null;
}

export function CasePage(props: CasePageProps) {
  const { view, regency } = props;
  return (
    <Page title={`Laporan ${view.code}`} regency={regency} side="desk" who={props.who}>
      <p>
        <a href="/desk">← Kotak masuk</a>
      </p>
      {props.top}
      <h1>{view.title ?? 'Laporan anonim, belum dilepas'}</h1>
      <p>
        <span class="nw">{view.code}</span> · {kindNames[view.kind].id} ·{' '}
        <StateTag state={view.state} side="desk" /> <Late view={view} />
        {besideState(view.flags).map((flag) => (
          <>
            <Tag tone={alarming.includes(flag) ? 'red' : 'amber'}>{flagNames[flag]}</Tag>{' '}
          </>
        ))}
      </p>
      {props.identity ? <Identity contact={props.identity} /> : null}
      <Relatives view={view} regency={regency} />
      <h2>Isi laporan</h2>
      {view.text === null ? (
        <p>Laporan anonim ini belum dilepas. Teks dan fotonya baru terlihat setelah admin memeriksanya.</p>
      ) : (
        <p class="quote">{view.text}</p>
      )}
      {view.attachments.length > 0 ? (
        <ul class="photos">
          {view.attachments.map((file, index) => (
            <li>
              <Thumbnail code={view.code} file={file} number={index + 1} />
              <span>
                <AttachmentLink code={view.code} file={file} number={index + 1} />
                {view.anonymous && !file.released ? ' · belum dilepas' : ''}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      <Facts view={view} regency={regency} />
      {view.why ? <Why why={view.why} regency={regency} /> : null}
      <Actions
        view={view}
        regency={regency}
        refused={props.refused}
        accounts={props.accounts}
        target={props.target ?? null}
      />
      {view.remindable ? <Remind code={view.code} targets={view.remindable} /> : null}
      <p class="no-print">
        <a href={`/desk/kasus/${view.code}/berkas`}>Berkas laporan (PDF)</a>
      </p>
      <h2>Riwayat</h2>
      <History view={view} regency={regency} />
    </Page>
  );
}

/** The promise or clock that is longest overdue; nothing while all are in time. */
function Late(props: { view: DeskCase }) {
  const [worst] = props.view.clocks.filter((clock) => clock.late).toSorted((a, b) => a.dueAt - b.dueAt);
  return worst ? (
    <>
      <Tag tone="red">{worst.words}</Tag>{' '}
    </>
  ) : null;
}

function Identity(props: { contact: Required<Contact> }) {
  const { name, email, phone } = props.contact;
  return (
    <Notice tone="warn" title="Identitas pelapor" live>
      <p>
        Nama: {name ?? 'tidak diisi'}. E-mail: {email ?? 'tidak diisi'}. Telepon: {phone ?? 'tidak diisi'}.
      </p>
      <p>Pembukaan ini sudah dicatat. Setelah halaman ini ditutup, identitas tertutup lagi.</p>
    </Notice>
  );
}

function Facts(props: { view: DeskCase; regency: Regency }) {
  const { view, regency } = props;
  const zone = regency.about.timeZone;
  const rows: { term: Child; value: Child }[] = [
    { term: 'Wilayah', value: view.area?.name ?? 'tidak disebutkan' },
    ...(view.place ? [{ term: 'Tempat', value: view.place }] : []),
    ...(view.position ? [{ term: 'Titik lokasi', value: view.position }] : []),
    ...(view.occurredOn ? [{ term: 'Tanggal kejadian', value: dayText(regency, view.occurredOn) }] : []),
    { term: 'Kategori', value: view.category?.name ?? 'belum ditentukan' },
    ...(view.wished
      ? [{ term: 'Instansi yang disebut pelapor', value: officeName(regency, view.wished) }]
      : []),
    {
      term: 'Diterima',
      value: `${formatDateTime(view.receivedAt, zone)}, lewat ${channelName(view.channel)}`,
    },
    { term: 'Janji kepada pelapor', value: formatDate(view.dueAt, zone) },
    { term: 'Batas waktu', value: <Clocks view={view} regency={regency} /> },
    { term: 'Yang memegang', value: <Custody view={view} regency={regency} /> },
    ...(view.copies.length > 0
      ? [{ term: 'Tembusan', value: view.copies.map((code) => officeName(regency, code)).join(', ') }]
      : []),
    ...(view.accused.length > 0 ? [{ term: 'Yang dituduh', value: accusedNames(view, regency) }] : []),
    { term: 'Pelapor', value: <Reporter view={view} /> },
    { term: 'Nomor SP4N-LAPOR!', value: view.sp4n ?? 'belum dicatat' },
  ];
  return <Summary rows={rows} />;
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
  if (clocks.length === 0) return <>tidak ada yang berjalan</>;
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

function Custody(props: { view: DeskCase; regency: Regency }) {
  const { view, regency } = props;
  return (
    <>
      <ol>
        {view.custody.map((held) => (
          <li>
            {holderName(regency, held.holder)}, sejak {formatDateTime(held.since, regency.about.timeZone)}
            {held.until === null ? ' (sekarang)' : ''}
          </li>
        ))}
      </ol>
      {view.hops > 0 ? <p class="hint">Sudah {view.hops} kali berpindah instansi.</p> : null}
    </>
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
