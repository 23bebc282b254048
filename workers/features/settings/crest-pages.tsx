/** /desk/pengaturan/lambang: the regency's crest on pages, receipts and papers. */
import { Hono } from 'hono';
import { putRow } from '../../regency/edit.ts';
import { oneFile } from '../api.ts';
import { pickedFile } from '../files.ts';
import type { AppContext, AppEnv } from '../http.ts';
import { crestProblemWords, takeCrest } from './crest.ts';
import { doneWords } from './done.ts';
import { editorOf } from './editor.ts';
import { CrestPage } from './views/crest.tsx';

export const crestPages = new Hono<AppEnv>();

const PATH = '/desk/pengaturan/lambang';
/** Of its only row. */
const ID = 'lambang';

crestPages.get('/', (c) => show(c));

crestPages.post('/', oneFile, async (c) => {
  const form = await c.req.parseBody();
  const [large, small] = await Promise.all([bytesOf(form.crest), bytesOf(form.small)]);
  const taken = await takeCrest(c.env, large, small);
  if (typeof taken === 'string') return show(c, crestProblemWords[taken]);
  await putRow(editorOf(c), 'crest', ID, taken);
  return c.redirect(`${PATH}?selesai=simpan`, 303);
});

async function bytesOf(value: string | File | (string | File)[] | undefined): Promise<Uint8Array | null> {
  const file = pickedFile(value);
  return file && new Uint8Array(await file.arrayBuffer());
}

function show(c: AppContext, error?: string): Response | Promise<Response> {
  const done = doneWords[c.req.query('selesai') ?? ''];
  const { regency, signedIn } = c.var;
  return c.html(
    <CrestPage regency={regency} who={signedIn} error={error} done={done} />,
    error === undefined ? 200 : 422,
  );
}
