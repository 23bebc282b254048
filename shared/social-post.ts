/** Posts on social media by their address: which platform, and whether two addresses are the same post. */
import type { AssistedChannel } from './lifecycle/channel-names.ts';

export const postPlatforms = [
  'facebook',
  'instagram',
  'tiktok',
  'x_twitter',
  'whatsapp',
  'telegram',
  'youtube',
  'other',
] as const;
export type PostPlatform = (typeof postPlatforms)[number];

export const platformNames: Record<PostPlatform, string> = {
  facebook: 'Facebook',
  instagram: 'Instagram',
  tiktok: 'TikTok',
  x_twitter: 'X (Twitter)',
  whatsapp: 'WhatsApp',
  telegram: 'Telegram',
  youtube: 'YouTube',
  other: 'Lainnya',
};

/** Channel of a case that was made of such a post. */
export const channelOf: Record<PostPlatform, AssistedChannel> = {
  facebook: 'facebook',
  instagram: 'instagram',
  tiktok: 'tiktok',
  x_twitter: 'x_twitter',
  whatsapp: 'whatsapp',
  telegram: 'telegram',
  youtube: 'other',
  other: 'other',
};

export const postOutcomes = ['answered', 'made_case', 'already_case', 'ignored'] as const;
export type PostOutcome = (typeof postOutcomes)[number];

export const postOutcomeNames: Record<PostOutcome, string> = {
  answered: 'Dijawab di media sosial',
  made_case: 'Dijadikan laporan',
  already_case: 'Sudah ada laporannya',
  ignored: 'Tidak ditindaklanjuti',
};

const hosts: [PostPlatform, string[]][] = [
  ['facebook', ['facebook.com', 'fb.com', 'fb.watch', 'fb.me']],
  ['instagram', ['instagram.com', 'instagr.am']],
  ['tiktok', ['tiktok.com']],
  ['x_twitter', ['x.com', 'twitter.com', 't.co']],
  ['whatsapp', ['whatsapp.com', 'wa.me']],
  ['telegram', ['t.me', 'telegram.me', 'telegram.org']],
  ['youtube', ['youtube.com', 'youtu.be']],
];

export const MAX_LINK = 2000;

/** What apps add to say who shared it from where; a post is the same without. */
const TRACKING =
  /^(utm_.*|fbclid|igsh|igshid|mibextid|rdid|share_url|si|ref|ref_src|ref_url|_rdr|_rdc|s|t|is_from_webapp|sender_device|_r|_t|__.*)$/i;

export interface PostAddress {
  /** To open it: http or https, without a password in it. */
  link: string;
  /** Equal for the same post, however it was shared. */
  same: string;
  platform: PostPlatform;
}

/**
 * @param typed as pasted; without "https://" it is added
 * @returns null when it is no address of a page
 */
export function postAddress(typed: string): PostAddress | null {
  const text = typed.trim();
  if (text === '' || text.length > MAX_LINK || /\s/.test(text)) return null;
  const address = /^[a-z][a-z\d+.-]*:/i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  const plain = url.username === '' && url.password === '' && url.hostname.includes('.');
  if (!plain || !/^https?:$/.test(url.protocol) || url.href.length > MAX_LINK) return null;
  const host = url.hostname
    .replace(/^((www|m|mobile|web|mbasic|touch|vm|vt|l|[a-z]{2}-[a-z]{2})\.)+(?=.+\.)/, '')
    .replace(/^twitter\.com$/, 'x.com');
  const kept = [...url.searchParams].filter(([name]) => !TRACKING.test(name));
  const query = kept
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .sort()
    .join('&');
  const same = `${host}${url.pathname.replace(/\/+$/, '')}${query ? `?${query}` : ''}`;
  return { link: url.href, same, platform: platformOf(url.hostname) };
}

function platformOf(host: string): PostPlatform {
  const found = hosts.find(([, known]) => known.some((name) => host === name || host.endsWith(`.${name}`)));
  return found?.[0] ?? 'other';
}
