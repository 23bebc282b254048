/** What the evaluation seals, written by what writes it. */
import { env } from 'cloudflare:workers';
import type { Doer } from '../../workers/features/doer.ts';
import { putFile } from '../../workers/features/evaluation/packs/files.ts';
import { readWhole } from '../../workers/features/evaluation/packs/queries.ts';
import { beginPack, fileMade } from '../../workers/features/evaluation/packs/store.ts';
import { newKey } from '../../workers/platform/ids.ts';

/** Fills the columns and files of the evaluation with these words. */
export async function fillEvaluation(to: Doer, words: string): Promise<void> {
  await fillPack(to, words);
}

async function fillPack({ db, keys, by, now }: Doer, words: string): Promise<void> {
  const step = { name: 'daftar.pdf', title: 'Daftar', what: 'list' };
  const asked = { kind: 'meeting', subject: '1', steps: [step], createdBy: by, key: newKey() } as const;
  const id = await beginPack(db, asked, now);
  const { pack } = await readWhole(db, id);
  if (!pack) throw new Error('no pack');
  const bytes = Uint8Array.from(new TextEncoder().encode(words));
  const stored = await putFile({ env, keys }, id, 1, bytes);
  await fileMade(
    db,
    pack,
    { packId: id, part: 1, name: step.name, ...stored, pages: 1, bytes: bytes.length },
    now,
  );
}
