/** Words of the campaign that pages, API and tables share (domain.md section 6). Pure. */

/** Places that have a placement from the start, from the settings of the regency. */
export const settledKinds = ['opd', 'kecamatan', 'desa'] as const;

/** Places that somebody adds. */
export const freeKinds = ['school', 'puskesmas', 'market', 'counter', 'free'] as const;

/** What has a code and hangs nowhere. */
export const linkKinds = ['post', 'article', 'event', 'batch', 'card'] as const;

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
