/** What a start prints: where everything is, and who can sign in. */
import type { Prepared } from './prepared.ts';
import { isLoopback, type Settings } from './settings.ts';

export function welcome(settings: Settings, prepared: Prepared, apiKey: string | null): string {
  const { host, port } = settings;
  const base = settings.origin || `http://localhost:${port}`;
  const lines = [
    '',
    `Kanal for ${prepared.regency} is running. Data: ${settings.folder}`,
    '',
    `  Form       ${base}/`,
    `  Desk       ${base}/desk`,
    `  API        ${base}/api`,
    ...(prepared.accounts.length > 0 ? [`  Demo       ${base}/demo   (Kanal in two minutes)`] : []),
    `  Mailbox    ${settings.smtp ? 'none: mails leave through SMTP_URL' : `http://localhost:${port + 1}/`}`,
    `  API key    ${apiKey ?? 'none'}`,
    '',
  ];
  if (prepared.accounts.length > 0) lines.push(...accountLines(prepared), '');
  if (prepared.invitation)
    lines.push(`  The first administrator sets a password here: ${prepared.invitation}`, '');
  if (prepared.nobody) {
    lines.push(
      '  Nobody can sign in yet. Start once with KANAL_ADMIN=<e-mail of the first administrator>.',
      '',
    );
  }
  if (prepared.accounts.length > 0 && !isLoopback(host)) {
    lines.push('  Others can reach this address, and the demo accounts have a known password:');
    lines.push('  for real work use a new folder with KANAL_DEMO=0.', '');
  }
  lines.push('Ctrl-C stops it; nothing is lost.');
  return lines.join('\n');
}

function accountLines({ accounts }: Prepared): string[] {
  const width = Math.max(...accounts.map((account) => account.title.length));
  const mail = Math.max(...accounts.map((account) => account.email.length));
  return [
    '  Demo accounts (DATA CONTOH):',
    ...accounts.map(
      ({ title, email, password }) => `    ${title.padEnd(width)}  ${email.padEnd(mail)}  ${password}`,
    ),
  ];
}
