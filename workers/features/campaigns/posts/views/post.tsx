/** One post: what is published and copied, its link, what became of it, and what is done with it. */
import { channelLimits, lengthOn } from '../../../../../shared/campaign.ts';
import { postChannelNames } from '../../../../../shared/i18n/campaign-messages.ts';
import { runsCampaigns } from '../../../../../shared/permissions/rooms.ts';
import { formatDateTime, formatNumber } from '../../../../../shared/text.ts';
import type { Regency } from '../../../../regency/snapshot.ts';
import { Done, ErrorSummary, Notice, Summary, Tag } from '../../../../ui/components.tsx';
import { CopyFields } from '../../../../ui/copy.tsx';
import { Page, type Who } from '../../../../ui/layout.tsx';
import { whenText } from '../../../local-time.ts';
import { CampaignNav } from '../../nav.tsx';
import type { Refusal } from '../form.ts';
import type { CampaignPost } from '../queries.ts';
import { stateNames, stateOf, stateTones } from '../state.ts';
import { PostActions, type TypedAction } from './actions.tsx';
import { Address, LinkResults, sharedFacts } from './facts.tsx';
import { LinkCode } from './link.tsx';
import { KeptPicture } from './picture.tsx';

const PATH = '/desk/kampanye/unggahan';

export interface PostPageProps {
  regency: Regency;
  who: Who;
  post: CampaignPost;
  origin: string;
  nowLocal: string;
  done?: string | undefined;
  refused?: Refusal | null;
  typed?: TypedAction | null;
}

export function PostPage(props: PostPageProps) {
  const { regency, post, refused } = props;
  const state = stateOf(post, props.nowLocal);
  const link = `${props.origin}/${post.code}`;
  return (
    <Page
      title={post.title}
      regency={regency}
      side="desk"
      who={props.who}
      path="/desk/kampanye"
      scripts={['copy.js']}
    >
      <CampaignNav here={PATH} />
      <p>
        <a href={`${PATH}?bulan=${post.plannedFor.slice(0, 7)}`}>← Kalender unggahan</a>
      </p>
      <h1>{post.title}</h1>
      <p>
        {postChannelNames[post.channel]} <Tag tone={stateTones[state]}>{stateNames[state]}</Tag>
      </p>
      <Done sentence={props.done} />
      {refused ? <ErrorSummary errors={refused.errors} /> : null}
      {refused?.trouble ? (
        <Notice tone="bad" title="Belum tersimpan" live>
          <p>{refused.trouble}</p>
        </Notice>
      ) : null}
      {runsCampaigns(props.who) ? (
        <PostActions {...props} errors={refused?.errors ?? {}} state={state} />
      ) : null}
      <h2>Yang terbit</h2>
      <CopyFields
        fields={[
          { id: 'teks', label: 'Teks dengan tautan', text: [post.text, link].filter(Boolean).join('\n') },
          { id: 'tautan', label: 'Tautan saja', text: link },
        ]}
      />
      <p class="hint">{lengthText(post, link)}</p>
      {post.picture ? <KeptPicture name={post.picture} path={`${PATH}/gambar`} width={320} /> : null}
      <LinkCode code={post.code} link={link} />
      <h2>Keterangan</h2>
      <Summary rows={facts(post, regency)} />
      <LinkResults chain={post.chain} invented={regency.switches.demo} />
    </Page>
  );
}

function lengthText({ channel, text }: CampaignPost, link: string): string {
  const length = formatNumber(lengthOn(channel, text, link));
  const limit = channelLimits[channel];
  if (!limit) return `${length} huruf dengan tautannya.`;
  const over = lengthOn(channel, text, link) - limit;
  const most = `${length} dari ${formatNumber(limit)} huruf dengan tautannya`;
  return over > 0 ? `${most}: terlalu panjang ${formatNumber(over)} huruf.` : `${most}.`;
}

function facts(post: CampaignPost, regency: Regency) {
  const published =
    post.publishedAt === null ? 'Belum' : formatDateTime(post.publishedAt, regency.about.timeZone);
  return [
    { term: 'Direncanakan', value: whenText(post.plannedFor, regency.about.timeZone) },
    { term: 'Tayang', value: published },
    { term: 'Alamat unggahan', value: <Address url={post.url} /> },
    { term: 'Tautan menuju', value: post.target ?? 'Formulir laporan' },
    ...sharedFacts(post),
  ];
}
