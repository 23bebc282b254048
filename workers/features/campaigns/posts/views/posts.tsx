/** The calendar of posts: what waits, the month as a table of weeks or as a list, and the ways on. */
import { postChannels } from '../../../../../shared/campaign.ts';
import { postChannelNames } from '../../../../../shared/i18n/campaign-messages.ts';
import { runsCampaigns } from '../../../../../shared/permissions/rooms.ts';
import { shownCount } from '../../../../../shared/small-counts.ts';
import { formatNumber } from '../../../../../shared/text.ts';
import type { Regency } from '../../../../regency/snapshot.ts';
import { Done, Notice, namedOptions, Pagination, Select, Table, Tag } from '../../../../ui/components.tsx';
import { Page, type Who } from '../../../../ui/layout.tsx';
import { timeText } from '../../../local-time.ts';
import { countText, SmallCounts } from '../../chain/words.tsx';
import { CampaignNav } from '../../nav.tsx';
import { monthBeside, monthText } from '../months.ts';
import type { CampaignPost, PostFilter } from '../queries.ts';
import { stateNames, stateOf, stateTones } from '../state.ts';
import { MonthTable } from './calendar.tsx';

const PATH = '/desk/kampanye/unggahan';

/** Of those that wait. */
const MOST_NAMED = 10;

export interface PostsPageProps {
  regency: Regency;
  who: Who;
  filter: PostFilter;
  asList: boolean;
  posts: readonly CampaignPost[];
  /** Due today or before, and not yet published; of every month. */
  waiting: readonly CampaignPost[];
  programs: readonly { id: number; name: string }[];
  nowLocal: string;
  /** What was just done, as a sentence. */
  done?: string | undefined;
}

export function PostsPage(props: PostsPageProps) {
  const { regency, filter, posts, asList } = props;
  const runs = runsCampaigns(props.who);
  const address = (more: Record<string, string>) => {
    const query = new URLSearchParams({
      bulan: filter.month,
      ...(filter.channel ? { kanal: filter.channel } : {}),
      ...(filter.campaignId ? { program: String(filter.campaignId) } : {}),
      ...(asList ? { tampil: 'daftar' } : {}),
      ...more,
    });
    return `${PATH}?${query}`;
  };
  return (
    <Page title="Unggahan" regency={regency} side="desk" who={props.who} path="/desk/kampanye">
      <CampaignNav here={PATH} />
      <h1>Unggahan</h1>
      <p>
        Unggahan di media sosial, grup WhatsApp, radio, dan situs. Setiap unggahan mempunyai tautan sendiri,
        sehingga terlihat berapa orang datang dan melapor karenanya.
      </p>
      <Done sentence={props.done} />
      {runs ? (
        <p class="actions">
          <a class="button" href={`${PATH}/baru?bulan=${filter.month}`}>
            Rencanakan unggahan
          </a>{' '}
          <a href={`${PATH}/jangkauan`}>Impor jangkauan</a> <a href={`${PATH}/kartu`}>Kartu bagikan</a>
        </p>
      ) : null}
      <Waiting waiting={props.waiting} nowLocal={props.nowLocal} />
      <ul class="tabs">
        {(['kalender', 'daftar'] as const).map((way) => (
          <li>
            <a
              href={address({ tampil: way })}
              aria-current={(way === 'daftar') === asList ? 'page' : undefined}
            >
              {way === 'daftar' ? 'Daftar' : 'Kalender'}
            </a>
          </li>
        ))}
      </ul>
      <form method="get" action={PATH} class="search">
        <input type="hidden" name="bulan" value={filter.month} />
        {asList ? <input type="hidden" name="tampil" value="daftar" /> : null}
        <Select
          name="kanal"
          label="Kanal"
          empty="Semua"
          options={postChannels.map((value) => ({ value, label: postChannelNames[value] }))}
          value={filter.channel ?? ''}
        />
        <Select
          name="program"
          label="Program"
          empty="Semua"
          options={namedOptions(props.programs)}
          value={filter.campaignId ? String(filter.campaignId) : ''}
        />
        <button type="submit" class="second">
          Tampilkan
        </button>
      </form>
      {asList ? (
        <List {...props} />
      ) : (
        <MonthTable month={filter.month} posts={posts} nowLocal={props.nowLocal} />
      )}
      {posts.length === 0 ? (
        <p>
          Belum ada unggahan pada {monthText(filter.month)}
          {runs ? '. Tekan “Rencanakan unggahan” untuk membuat yang pertama.' : '.'}
        </p>
      ) : null}
      {asList && posts.length > 0 ? (
        <p>
          Unduh daftar bulan ini: <a href={`${PATH}/unggahan.csv?bulan=${filter.month}`}>CSV</a>{' '}
          <a href={`${PATH}/unggahan.xlsx?bulan=${filter.month}`}>XLSX</a>
        </p>
      ) : null}
      <Pagination
        label="Bulan"
        previous={address({ bulan: monthBeside(filter.month, -1) })}
        next={address({ bulan: monthBeside(filter.month, 1) })}
      />
    </Page>
  );
}

function Waiting({ waiting, nowLocal }: { waiting: readonly CampaignPost[]; nowLocal: string }) {
  if (waiting.length === 0) return null;
  return (
    <Notice tone="warn" title={`${formatNumber(waiting.length)} unggahan menunggu ditayangkan`}>
      <ul>
        {waiting.slice(0, MOST_NAMED).map((post) => {
          const state = stateOf(post, nowLocal);
          return (
            <li>
              <a href={`${PATH}/${post.id}`}>{post.title}</a> ({postChannelNames[post.channel]},{' '}
              {timeText(post.plannedFor)}) <Tag tone={stateTones[state]}>{stateNames[state]}</Tag>
            </li>
          );
        })}
      </ul>
      {waiting.length > MOST_NAMED ? (
        <p>Dan {formatNumber(waiting.length - MOST_NAMED)} lagi yang direncanakan sesudahnya.</p>
      ) : null}
    </Notice>
  );
}

function List({ posts, regency, filter, nowLocal }: PostsPageProps) {
  if (posts.length === 0) return null;
  const shown = (count: number) => countText(shownCount(count, regency.switches.demo));
  return (
    <>
      <SmallCounts invented={regency.switches.demo} />
      <Table
        caption={monthText(filter.month)}
        columns={['Unggahan', 'Waktu', 'Keadaan', 'Terjangkau', 'Tautan dibuka', 'Laporan masuk']}
        rows={posts.map((post) => {
          const state = stateOf(post, nowLocal);
          return [
            <>
              <a href={`${PATH}/${post.id}`}>{post.title}</a>
              <small>
                {postChannelNames[post.channel]}
                {post.program ? ` · ${post.program}` : ''}
              </small>
            </>,
            timeText(post.plannedFor),
            <Tag tone={stateTones[state]}>{stateNames[state]}</Tag>,
            post.reach === null ? '–' : formatNumber(post.reach),
            shown(post.chain.scanned),
            shown(post.chain.submitted),
          ];
        })}
      />
    </>
  );
}
