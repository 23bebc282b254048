/**
 * Workbooks by write-excel-file, in one thread. What the package hands out packs anything above 160 KB in a Web Worker,
 * which the Workers runtime does not have; the way beside it, which it does not hand out, is taken from its files. Loaded
 * by `import()` only.
 */
import type { Sheet } from 'write-excel-file/universal';
import toBytes from '../../node_modules/write-excel-file/modules/export/convertFileContentToUint8ArrayUniversal.js';
import { generateXlsxFileSync } from '../../node_modules/write-excel-file/modules/export/writeXlsxFileUniversal.js';

export const writeXlsx = (sheets: Sheet<never>[]): Promise<Blob> =>
  generateXlsxFileSync(sheets, undefined, undefined, toBytes);
