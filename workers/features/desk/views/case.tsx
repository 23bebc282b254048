/**
 * The page of a case: what it says, what can be done, then all else. On a phone the last part is folded; where there is
 * room it stands open beside what can be done.
 */
import type { Child } from 'hono/jsx';
import { kindNames } from '../../../../shared/lifecycle/states.ts';
import type { Contact } from '../../../cases/contact.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import { Fold, Notice, type Option, StateTag, Tag } from '../../../ui/components.tsx';
import { Page, type Who } from '../../../ui/layout.tsx';
import type { DeskCase } from '../queries.ts';
import { alarming, besideState, flagNames } from '../words.ts';
import { Actions, type Refused } from './actions.tsx';
import { Facts } from './case-facts.tsx';
import { CaseText } from './case-text.tsx';
import { Custody } from './custody.tsx';
import type { MergeTarget } from './frame.tsx';
import { History } from './history.tsx';
import { Notices } from './notices.tsx';
import { OnDevice } from './on-device.tsx';
import { Related } from './related.tsx';
import { Relatives } from './relatives.tsx';
import { Remind } from './remind.tsx';
import { Watermark } from './watermark.tsx';
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
  /** Account of who looks: what they write is kept for nobody else. */
  owner: number;
  /** The answer that waits for this person, as its reporter would read it. */
  waiting?: Child;
  /** Epoch ms, for the watermark. */
  at: number;
  /** Similar cases and earlier ones, for their part of the page. */
  related?: Child;
  /** Who was shown what of it; only for those who watch over that. */
  access?: Child;
}

export function CasePage(props: CasePageProps) {
  const { view, regency } = props;
  return (
    <Page
      title={`Laporan ${view.code}`}
      regency={regency}
      side="desk"
      who={props.who}
      scripts={view.verbs.includes('release') ? ['desk.js', 'release.js'] : ['desk.js']}
    >
      <p class="on-paper">
        Laporan ini dicetak lewat tautan “Cetak” di halamannya, supaya alasannya tercatat.
      </p>
      {/* It goes on paper by a page of its own, which asks why. */}
      <div class="no-print">
        <p>
          <a href="/desk">← Kotak masuk</a>
        </p>
        <OnDevice owner={props.owner} />
        {view.anonymous ? <Watermark name={props.who.name} regency={regency} at={props.at} /> : null}
        {props.top}
        <h1>{view.title ?? 'Laporan anonim, belum dilepas'}</h1>
        <p>
          <span class="nw">{view.code}</span> · {kindNames[view.kind].id} ·{' '}
          <StateTag state={view.state} side="desk" /> <Due view={view} />
          {besideState(view.flags).map((flag) => (
            <>
              <Tag tone={alarming.includes(flag) ? 'red' : 'amber'}>{flagNames[flag]}</Tag>{' '}
            </>
          ))}
        </p>
        {props.identity ? <Identity contact={props.identity} /> : null}
        <div class="case">
          <div>
            <Relatives view={view} regency={regency} />
            <CaseText view={view} regency={regency} />
          </div>
          <div class="do">
            <Actions
              view={view}
              regency={regency}
              refused={props.refused}
              accounts={props.accounts}
              target={props.target ?? null}
              waiting={props.waiting}
            />
            {view.remindable ? (
              <Fold title="Ingatkan lewat WhatsApp">
                <Remind code={view.code} targets={view.remindable} />
              </Fold>
            ) : null}
            <p class="no-print">
              <a href={`/desk/kasus/${view.code}/berkas`}>Berkas laporan (PDF)</a> ·{' '}
              <a href={`/desk/kasus/${view.code}/cetak`}>Cetak</a>
            </p>
          </div>
          <div>
            <Fold title="Tempat, batas waktu, dan keterangan lain">
              <Facts view={view} regency={regency} />
            </Fold>
            <Fold title="Yang memegang, dan berapa lama">
              <Custody view={view} regency={regency} />
            </Fold>
            {view.why ? (
              <Fold title="Mengapa sistem memilih ini" id="mengapa">
                <Why why={view.why} regency={regency} chosen={view.office} />
              </Fold>
            ) : null}
            <Related>{props.related}</Related>
            <Fold title="Pemberitahuan">
              <Notices notices={view.notices} regency={regency} />
            </Fold>
            <Fold title="Riwayat">
              <History view={view} regency={regency} />
            </Fold>
            {props.access ? <Fold title="Siapa membuka datanya">{props.access}</Fold> : null}
          </div>
        </div>
      </div>
    </Page>
  );
}

/** The clock that matters most: the longest overdue, or else what is due next. */
function Due(props: { view: DeskCase }) {
  const running = props.view.clocks.filter((clock) => !clock.paused).toSorted((a, b) => a.dueAt - b.dueAt);
  const worst = running.find((clock) => clock.late);
  const next = worst ?? running.find((clock) => clock.clock !== 'return');
  if (!next) return null;
  return (
    <>
      <Tag tone={next.late ? 'red' : 'grey'}>
        {next.label}: {next.words}
      </Tag>{' '}
    </>
  );
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
