/** The log of social posts in the tests. */
import type { Desk } from './desk.ts';
import { jpeg } from './images.ts';

export const LINK = 'https://www.facebook.com/desa.baru/posts/98765?fbclid=abc';
export const photo = () =>
  new File([new Uint8Array(jpeg({ width: 16, height: 16, pixel: () => [9, 9, 9] }))], 'layar.jpg');

export interface Line {
  id: number;
  outcome: string | null;
  platform: string;
  link: string;
  note: string | null;
  by: string | null;
}

export const log = (desk: Desk, more: Record<string, string | File> = {}) =>
  desk.post('/desk/medsos', { link: LINK, topic: '', area: '', outcome: '', note: '', ...more });

export async function list(desk: Desk, query = ''): Promise<Line[]> {
  return (await (await desk.api(`/posts${query}`)).json<{ posts: Line[] }>()).posts;
}
