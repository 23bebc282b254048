/** Words of the campaign that pages, API and tables share (domain.md section 6). Pure. */

/** Places that have a placement from the start, from the settings of the regency. */
export const settledKinds = ['opd', 'kecamatan', 'desa'] as const;

/** Places that somebody adds. */
export const freeKinds = ['school', 'puskesmas', 'market', 'counter', 'free'] as const;

/** What has a code and hangs nowhere. */
export const linkKinds = ['post', 'article', 'event', 'batch', 'card'] as const;

export type LinkKind = (typeof linkKinds)[number];

export const placeKinds = [...settledKinds, ...freeKinds, ...linkKinds] as const;
export type PlaceKind = (typeof placeKinds)[number];

/** `link` is what hangs nowhere. */
export const materials = [
  'baliho',
  'banner',
  'x_banner',
  'poster',
  'door_sheet',
  'brochure',
  'sticker',
  'link',
] as const;
export type Material = (typeof materials)[number];

/** What is printed in batches and handed out. */
export const batchMaterials = ['brochure', 'sticker'] as const;

/** The life of a piece of material. `idle` has a code and no plan; only `hung` and `checked` can hang. */
export const lives = [
  'idle',
  'planned',
  'printed',
  'hung',
  'checked',
  'damaged',
  'gone',
  'replaced',
  'removed',
] as const;
export type Life = (typeof lives)[number];

/** A photo proves for so many days that something hangs. */
export const PHOTO_HOLDS_DAYS = 90;
const PHOTO_HOLDS = PHOTO_HOLDS_DAYS * 86_400_000;

/**
 * Where a piece of material may go from where it is. A plan may be given up; what was damaged or is gone may hang again,
 * with a new photo; what was taken down may be planned again. `idle` to `removed` only stops a code that has no plan.
 */
export const lifeMoves: Record<Life, readonly Life[]> = {
  idle: ['planned', 'removed'],
  planned: ['printed', 'hung', 'idle', 'removed'],
  printed: ['hung', 'planned', 'removed'],
  hung: ['checked', 'damaged', 'gone', 'replaced', 'removed'],
  checked: ['checked', 'damaged', 'gone', 'replaced', 'removed'],
  damaged: ['hung', 'checked', 'gone', 'replaced', 'removed'],
  gone: ['hung', 'damaged', 'replaced', 'removed'],
  replaced: [],
  removed: ['planned', 'idle'],
};

/** Reached by a photo only. */
export const photoLives: readonly Life[] = ['hung', 'checked'];

/** From here its code leads to the plain form. */
export const endedLives: readonly Life[] = ['replaced', 'removed'];

/**
 * Does it hang? Only a photo of the last 90 days says so; planned and printed never count.
 * @param now epoch ms
 */
export function hangs(placement: { life: Life; photoAt: number | null }, now: number): boolean {
  return (
    photoLives.includes(placement.life) &&
    placement.photoAt !== null &&
    now - placement.photoAt <= PHOTO_HOLDS
  );
}

/** Where posts of the campaign stand. */
export const postChannels = [
  'instagram',
  'facebook',
  'tiktok',
  'x',
  'whatsapp',
  'radio',
  'website',
  'other',
] as const;
export type PostChannel = (typeof postChannels)[number];

/**
 * Characters that a channel takes at most; the others cut nothing off. That of X is from its own documentation
 * (docs.x.com, "Counting characters"); for Instagram and TikTok these are the limits commonly named, and in its app TikTok
 * may take more. Only a hint: nothing is refused for it.
 */
export const channelLimits: Partial<Record<PostChannel, number>> = { instagram: 2200, tiktok: 2200, x: 280 };

/** X counts every address as so many characters, however long it is. */
const X_LINK = 23;

/** How long a text with its link is for a channel, in characters as people count them. */
export function lengthOn(channel: PostChannel, text: string, link: string): number {
  return [...text].length + 1 + (channel === 'x' ? X_LINK : link.length);
}

export const partnerKinds = ['newspaper', 'radio', 'television', 'online', 'other'] as const;
export type PartnerKind = (typeof partnerKinds)[number];

/** Briefing of the heads of OPD, meeting in a village, technical training of liaison officers. */
export const eventKinds = ['briefing', 'village_meeting', 'bimtek', 'other'] as const;
export type EventKind = (typeof eventKinds)[number];

export const printFormats = [
  'a3_poster',
  'a4_door_sheet',
  'a5_brochure',
  'x_banner',
  'designer_zip',
] as const;
export type PrintFormat = (typeof printFormats)[number];
