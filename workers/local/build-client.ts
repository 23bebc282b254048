/** Makes workers/ui/generated anew when what it is made of has changed. Runs before start, test and deploy. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { keep, takeKept } from './kept.ts';
import { root } from './settings.ts';

const scripts = 'workers/ui/client';

/** The style sheets, and every file directly in ui/client. */
const entries = [
  'workers/ui/styles/kanal.css',
  'workers/ui/styles/campaign.css',
  'workers/ui/styles/paper.css',
  ...readdirSync(join(root, scripts), { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map(({ name }) => `${scripts}/${name}`),
];
const wanted = JSON.stringify(entries);
const makers = ['package-lock.json', 'workers/local/make-client.ts'];

if (takeKept('client') !== wanted) {
  const { makeClient } = await import('./make-client.ts');
  keep('client', [...(await makeClient(entries)), ...makers], wanted);
}
