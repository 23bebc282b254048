/** What people call the channels, and which of them an officer may choose when typing for somebody (domain.md section 2). */
import type { Channel } from './states.ts';

export const channelNames: Record<Channel, string> = {
  web: 'Situs Kanal',
  qr: 'Kode QR',
  mobile: 'Aplikasi telepon',
  open311: 'Open311',
  whatsapp: 'WhatsApp',
  telegram: 'Telegram',
  email: 'E-mail',
  sms_1708: 'SMS 1708',
  sp4n_web: 'SP4N-LAPOR! (web)',
  sp4n_app: 'SP4N-LAPOR! (aplikasi)',
  x_twitter: 'X (Twitter)',
  facebook: 'Facebook',
  instagram: 'Instagram',
  tiktok: 'TikTok',
  phone: 'Telepon',
  letter: 'Surat',
  walk_in_opd: 'Datang ke OPD',
  walk_in_district: 'Datang ke kantor kecamatan',
  walk_in_village: 'Datang ke kantor desa',
  kim: 'KIM',
  mass_media: 'Media massa',
  dprd: 'DPRD',
  ombudsman: 'Ombudsman',
  other: 'Lainnya',
};

/** Of assisted intake at an office, the most used first. What comes by program, or by KIM, says so itself. */
export const assistedChannels = [
  'walk_in_opd',
  'walk_in_district',
  'walk_in_village',
  'letter',
  'phone',
  'whatsapp',
  'email',
  'mass_media',
  'dprd',
  'ombudsman',
  'facebook',
  'instagram',
  'tiktok',
  'x_twitter',
  'telegram',
  'sms_1708',
  'other',
] as const satisfies readonly Channel[];
export type AssistedChannel = (typeof assistedChannels)[number];
