/** The mail of a notice, made at the moment it is sent. */
import type { Mail } from '../messaging/mail.ts';
import { macHex } from '../privacy/mac.ts';
import type { Delivery, Post } from './deliveries.ts';
import { objection } from './notice-rights.ts';
import { addressOf, render } from './notices.ts';

/** @returns the mail, or why there is none, in our own words */
export async function letterOf(post: Post, delivery: Delivery): Promise<Mail | string> {
  const problem = await objection(post.db, delivery);
  if (problem) return problem;
  if (!isOn(post.env)) return 'Kanal surat elektronik belum dinyalakan';
  const to = await addressOf(post, delivery);
  if (!to) return 'Tidak ada alamat';
  const words = await render(post, delivery);
  if (!words) return 'Sudah ditangani sebelum daftar ini dikirim';
  const from = post.env.MAIL_FROM;
  const name = await macHex(post.keys, 'tokens', 'message-id', delivery.id);
  return {
    from,
    to,
    ...words,
    id: `${name}@${from.slice(from.lastIndexOf('@') + 1)}`,
    date: post.now,
  };
}

const isOn = (env: Env) => env.MAIL_WAY === 'binding' || (env.MAIL_WAY === 'smtp' && Boolean(env.SMTP_URL));
