/** The form of a post: a new one for several channels at once, or one that is changed. */
import { channelLimits, postChannels } from '../../../../../shared/campaign.ts';
import { postChannelNames } from '../../../../../shared/i18n/campaign-messages.ts';
import { formatNumber } from '../../../../../shared/text.ts';
import type { Regency } from '../../../../regency/snapshot.ts';
import {
  Checkbox,
  ErrorSummary,
  Field,
  givenIn,
  HiddenKey,
  Notice,
  TextArea,
} from '../../../../ui/components.tsx';
import { Page, type Who } from '../../../../ui/layout.tsx';
import { timeText } from '../../../local-time.ts';
import { CampaignNav } from '../../nav.tsx';
import { type ProgramChoice, ProgramSelect } from '../../program-select.tsx';
import type { Refusal, Typed } from '../form.ts';
import type { CampaignPost } from '../queries.ts';
import { PictureField } from './picture.tsx';

const PATH = '/desk/kampanye/unggahan';

export const postFields = ['title', 'text', 'program', 'plannedFor', 'target', 'picture', 'cost'] as const;
export type TypedPost = Typed<(typeof postFields)[number]>;

const labels = {
  channels: 'Kanal',
  title: 'Judul',
  text: 'Teks yang terbit',
  program: 'Program',
  plannedFor: 'Waktu tayang',
  target: 'Tautan menuju (boleh kosong)',
  picture: 'Gambar',
  file: 'Gambar',
  cost: 'Biaya (rupiah, boleh kosong)',
};

export interface PostFormProps {
  regency: Regency;
  who: Who;
  typed: TypedPost;
  programs: readonly ProgramChoice[];
  refused?: Refusal | null;
  /** Of a new one: the channels that are ticked, and the key of the form. */
  fresh?: { channels: readonly string[]; key: string };
  /** Of one that is there: as it is kept now. */
  post?: CampaignPost;
}

export function PostForm(props: PostFormProps) {
  const { typed, fresh, post, refused } = props;
  const errors = refused?.errors ?? {};
  const given = givenIn(labels, typed, errors);
  const title = post ? 'Ubah unggahan' : 'Rencanakan unggahan';
  return (
    <Page title={title} regency={props.regency} side="desk" who={props.who} path="/desk/kampanye">
      <CampaignNav here={PATH} />
      <h1>{title}</h1>
      <ErrorSummary errors={errors} labels={labels} ids={{ channels: 'channels-instagram' }} />
      {refused?.trouble ? <Trouble sentence={refused.trouble} post={post} /> : null}
      <form
        method="post"
        action={post ? `${PATH}/${post.id}/ubah` : `${PATH}/baru`}
        enctype="multipart/form-data"
        novalidate
      >
        {fresh ? <HiddenKey value={fresh.key} /> : null}
        {post ? <input type="hidden" name="version" value={String(post.version)} /> : null}
        {fresh ? <Channels chosen={fresh.channels} error={errors.channels} /> : null}
        <Field
          {...given('title')}
          hint="Untuk kalender ini; tidak ikut terbit."
          required
          more={{ maxlength: 120 }}
        />
        <TextArea
          {...given('text')}
          hint={`Tautan ditambahkan di akhir. Paling banyak ${limitsText}, dengan tautannya.`}
          rows={7}
          more={{ maxlength: 5000 }}
        />
        <PictureField name={typed.picture} path={`${PATH}/gambar`} error={errors.file} />
        <Field
          {...given('plannedFor')}
          type="datetime-local"
          hint={`Waktu ${props.regency.about.zoneLabel}.`}
          required
        />
        <ProgramSelect {...given('program')} programs={props.programs} />
        <Field
          {...given('target')}
          hint="Kosong: formulir laporan. Boleh juga /lacak, halaman program seperti /bagikan/7K3MQ9, atau alamat https://www.lapor.go.id/…. Alamat lain ditolak."
          more={{ maxlength: 200, autocomplete: 'off' }}
        />
        <Field
          {...given('cost')}
          hint={fresh ? 'Untuk tiap kanal, misalnya 250000.' : 'Misalnya 250000.'}
          more={{ inputmode: 'numeric', maxlength: 20, autocomplete: 'off' }}
        />
        <p class="actions">
          <button type="submit">Simpan</button> <a href={post ? `${PATH}/${post.id}` : PATH}>Batal</a>
        </p>
      </form>
    </Page>
  );
}

/** "Instagram 2.200, TikTok 2.200, dan X (Twitter) 280 huruf" */
const limitsText = `${postChannels
  .filter((channel) => channelLimits[channel])
  .map((channel) => `${postChannelNames[channel]} ${formatNumber(channelLimits[channel] ?? 0)}`)
  .join(', ')} huruf`;

function Channels({ chosen, error }: { chosen: readonly string[]; error?: string | undefined }) {
  return (
    <fieldset class={error ? 'field bad' : 'field'}>
      <legend>Kanal</legend>
      <p class="hint">Satu unggahan dengan tautannya sendiri dibuat untuk tiap kanal.</p>
      {error ? <p class="wrong">{error}</p> : null}
      {postChannels.map((channel) => (
        <Checkbox
          id={`channels-${channel}`}
          name="channels"
          value={channel}
          label={postChannelNames[channel]}
          checked={chosen.includes(channel)}
        />
      ))}
    </fieldset>
  );
}

/** What is kept stands beside what was typed. */
function Trouble({ sentence, post }: { sentence: string; post: CampaignPost | undefined }) {
  return (
    <Notice tone="bad" title="Belum tersimpan" live>
      <p>{sentence}</p>
      {post ? (
        <p>
          Yang tersimpan sekarang: “{post.title}”, {timeText(post.plannedFor)}. Teks: {post.text || 'kosong'}
        </p>
      ) : null}
    </Notice>
  );
}
