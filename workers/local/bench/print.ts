/** Printed matter: the memory and the time that 500 sheets take, and whether every code on them leads to its own place. */
import { type PackOfAll, printAll, saysOf } from './print-pack.ts';
import { readSheets } from './read-sheets.ts';

const SHEETS = 500;
/** An isolate of Cloudflare has 128 MB: what a pack may add to workerd's memory (design.md). */
const MOST_MB = 100;
/** Of a code of this address with its border: 33 and twice 4. */
const MODULES = 41;

export async function benchPrint(): Promise<void> {
  const pack = await printAll(SHEETS);
  const bytes = pack.files.reduce((sum, file) => sum + file.length, 0);
  console.log(
    `\nA pack of ${pack.sheets} posters, killed at ${pack.killedAt} and resumed: ${pack.files.length} files of ${(bytes / 1024 / 1024).toFixed(1)} MB ` +
      `in ${pack.seconds.toFixed(1)} s; workerd ${pack.idle.toFixed(0)} MB before, at most ${pack.growth.toFixed(0)} MB more`,
  );
  const { right, other } = await readPack(pack);
  if (pack.growth >= MOST_MB || other > 0) process.exitCode = 1;
  console.log(
    `Codes read from the PDF at 3 pixels a module, blurred, tilted by 10°: ${right} right, ${other} not`,
  );
}

/** Reads every sheet; each code of the pack has to be found once. */
async function readPack({ files, codes }: PackOfAll): Promise<{ right: number; other: number }> {
  const left = new Set(codes.map(saysOf));
  let other = 0;
  for (const file of files)
    for (const { says } of await readSheets(file, 'a3_poster', MODULES))
      if (!left.delete(says ?? '')) other++;
  return { right: codes.length - left.size, other: other + left.size };
}
