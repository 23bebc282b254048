/** The inbox: one list by due date with its filters, the other lists, and the search. */
import type { Regency } from '../../../regency/snapshot.ts';
import { ErrorSummary, type Errors, Notice, Pagination } from '../../../ui/components.tsx';
import { Page, type Who } from '../../../ui/layout.tsx';
import type { BulkVerb } from '../../bulk/queries.ts';
import type { OfficeGap } from '../../staff/queries.ts';
import { addressOf, filterWords, type ListState, queryOf } from '../address.ts';
import type { InboxPage as PageOfLines } from '../inbox.ts';
import type { DeskList } from '../lists.ts';
import type { SavedView } from '../saved.ts';
import { AnswerLine, type Opened } from './answer-line.tsx';
import { PickForm } from './bulk-pick.tsx';
import { Filters } from './filters.tsx';
import { InboxTable } from './inbox-table.tsx';
import { FirstCounts, ListChoice } from './list-choice.tsx';
import { OnDevice } from './on-device.tsx';
import { doneSentence } from './outcome.tsx';
import { SearchBox } from './search.tsx';
import { OfficeGaps } from './unanswered.tsx';

export interface InboxPageProps {
  regency: Regency;
  who: Who;
  /** Account of who looks. */
  owner: number;
  lists: DeskList[];
  list: DeskList;
  state: ListState;
  page: PageOfLines;
  views: SavedView[];
  /** Of filters that are not known. */
  errors: Errors;
  /** Epoch ms. */
  now: number;
  /** What was done, from `?ok=`. */
  done?: string | undefined;
  wrongCode?: string | undefined;
  opened: Opened | null | undefined;
  /** Actions for many cases at once that this person has. */
  bulk: readonly BulkVerb[];
  /** Cases can be ticked. */
  picking: boolean;
  /** What is wrong with Kanal itself; only administrators are told. */
  trouble: string | null;
  /** Only administrators are told. */
  gaps: readonly OfficeGap[];
  /** Offices with a liaison officer, none of them trained and here. */
  untrained: number;
}

export function InboxPage(props: InboxPageProps) {
  const { regency, list, page, state, lists } = props;
  const plain = { list: state.list, filters: state.filters };
  const words = filterWords(state.filters, regency);
  return (
    <Page title={list.label} regency={regency} side="desk" who={props.who} path="/desk" scripts={['desk.js']}>
      <OnDevice owner={props.owner} />
      <DoneNotice done={props.done} />
      <h1>Kotak masuk</h1>
      {props.trouble ? (
        <Notice tone="bad">
          <p>
            {props.trouble} <a href="/desk/status">Lihat keadaan sistem</a>
          </p>
        </Notice>
      ) : null}
      <ErrorSummary title="Saringan ini tidak dikenal dan tidak dipakai" errors={props.errors} />
      <FirstCounts counts={page.counts} />
      <OfficeGaps gaps={props.gaps} untrained={props.untrained} regency={regency} />
      <div class="beside">
        <ListChoice
          who={props.who}
          lists={lists}
          counts={page.counts}
          views={props.views}
          list={list}
          query={queryOf(plain)}
        />
        <section aria-labelledby="daftar">
          <h2 id="daftar" tabindex={-1}>
            {list.label}
            {words ? <small>{words}</small> : null}
          </h2>
          <Filters
            state={state}
            regency={regency}
            errors={props.errors}
            offices={props.who.roles.some((role) => role === 'admin' || role === 'leader')}
          />
          <Lines {...props} />
          {props.picking && props.bulk.length > 0 && page.lines.length > 0 ? (
            <PickForm state={plain} verbs={props.bulk} />
          ) : null}
          <Pagination
            previous={state.cursor ? addressOf(plain) : null}
            next={
              page.next
                ? addressOf({ ...plain, cursor: page.next }, props.picking ? { pilih: '1' } : {})
                : null
            }
          />
          {page.lines.length > 0 ? (
            <p class="no-print">
              <a href={`/desk/ekspor?${queryOf(plain)}`}>Unduh daftar ini (CSV)</a>
              {props.bulk.length > 0 && !props.picking ? (
                <>
                  {' · '}
                  <a href={addressOf(state, { pilih: '1' })}>Tindakan untuk beberapa laporan</a>
                </>
              ) : null}
            </p>
          ) : null}
          <SearchBox wrong={props.wrongCode} />
        </section>
      </div>
    </Page>
  );
}

function DoneNotice(props: { done: string | undefined }) {
  const sentence = props.done === 'saved' ? 'Tampilan tersimpan.' : doneSentence(props.done);
  if (!sentence) return null;
  const sent = ['follow_up', 'answer', 'propose_answer'].includes(props.done ?? '');
  return (
    <Notice tone="good" live title={sent ? 'Terkirim' : undefined}>
      <p>{sentence}</p>
    </Notice>
  );
}

function Lines(props: InboxPageProps) {
  const { page, list, state, opened } = props;
  const at = page.lines.findIndex(({ code }) => code === opened?.view.code);
  const answer = opened ? (
    <AnswerLine
      opened={opened}
      regency={props.regency}
      query={queryOf(state)}
      next={page.lines[at + 1]?.code ?? ''}
    />
  ) : null;
  const none = state.cursor || page.next ? 'Tidak ada pada halaman ini.' : list.empty;
  return (
    <>
      {at < 0 ? answer : null}
      {page.lines.length === 0 ? (
        <p>
          {filterWords(state.filters, props.regency) && !page.next
            ? 'Tidak ada yang cocok dengan saringan ini.'
            : none}
        </p>
      ) : (
        <InboxTable {...props} opened={at < 0 ? null : { code: page.lines[at]?.code ?? '', answer }} />
      )}
      {page.cut === null ? null : (
        <p>Baru diperiksa {page.cut} laporan dari daftar ini. Lanjutkan ke halaman berikutnya.</p>
      )}
    </>
  );
}
