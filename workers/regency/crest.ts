/**
 * The regency's crest: a picture for paper and, when a browser made one, a small one for the head of every page. Public, so
 * it lies unsealed in the bucket, under a name that changes with its content.
 */

export interface CrestPicture {
  /** "<32 hex digits>.png"; of its object and in its address. */
  name: string;
  /** Pixels. */
  width: number;
  height: number;
  bytes: number;
}

/** Data of the row of kind `crest`; there is at most one in force. */
export interface Crest {
  /** PNG or JPEG, the only kinds that a PDF can hold. */
  paper: CrestPicture;
  /** At most 6 KB: a page has to stay light. */
  page: CrestPicture | null;
}

export const CREST_NAME = /^[0-9a-f]{32}\.(png|jpg|webp)$/;
const CREST_ASSET = /^lambang-(.+)$/;

/** Beside styles and scripts: the service worker keeps what the form's page names there. */
export const crestPath = ({ name }: CrestPicture): string => `/aset/lambang-${name}`;

/** Name of the picture that an address below /aset/ asks for, or null. */
export function crestAsked(asset: string): string | null {
  const name = CREST_ASSET.exec(asset)?.[1] ?? '';
  return CREST_NAME.test(name) ? name : null;
}

export const isPng = ({ name }: Pick<CrestPicture, 'name'>): boolean => name.endsWith('.png');

/** Key in the bucket. */
export const crestObject = (name: string): string => `crest/${name}`;

/** The picture for paper; null where there is none or the bucket does not answer: no paper fails for its crest. */
export async function crestForPaper(
  env: Pick<Env, 'FILES'>,
  crest: Crest | null,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; kind: 'jpeg' | 'png' } | null> {
  if (!crest) return null;
  const object = await env.FILES.get(crestObject(crest.paper.name)).catch(() => null);
  if (!object) return null;
  const bytes = new Uint8Array(await object.arrayBuffer());
  return { bytes, kind: isPng(crest.paper) ? 'png' : 'jpeg' };
}
