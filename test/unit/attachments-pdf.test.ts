/** PDF: the pages stay, everything that runs, hides, names a person or follows the end goes. */

import { describe, test } from 'vitest';
import { concat, fromLatin1, latin1 } from '../../workers/cases/attachments/clean/bytes.ts';
import { cleanAttachment, type Reason } from '../../workers/cases/attachments/clean/index.ts';
import { contains, exif, jpeg, type Rgb, zlibStored } from '../support/images.ts';

const SECRET = 'KANARI-RAHASIA';

type Part = string | Uint8Array;

const bytesOf = (parts: Part[]): Uint8Array =>
  concat(parts.map((part) => (typeof part === 'string' ? fromLatin1(part) : part)));

/** A stream object's text with its data. */
const stream = (dict: string, data: Uint8Array): Part[] => [
  `<<${dict}/Length ${data.length}>>\nstream\n`,
  data,
  '\nendstream',
];

/** Objects 1, 2, 3 … as given, then a trailer; the cross-reference is left out, for nobody believes it. */
const pdf = (objects: (string | Part[])[], trailer = '/Root 1 0 R'): Uint8Array =>
  bytesOf([
    '%PDF-1.4\n',
    ...objects.flatMap((object, i) => [
      `${i + 1} 0 obj\n`,
      ...(typeof object === 'string' ? [object] : object),
      '\nendobj\n',
    ]),
    `trailer\n<<${trailer}>>\nstartxref\n0\n%%EOF\n`,
  ]);

const TREE = '<</Type/Pages/Kids[3 0 R]/Count 1>>';
const page = (more = ''): string => `<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]${more}>>`;
const catalog = (more = ''): string => `<</Type/Catalog/Pages 2 0 R${more}>>`;
/** A document of one page with further objects from number 4 on. */
const onePage = (catalogMore: string, pageMore: string, ...objects: (string | Part[])[]): Uint8Array =>
  pdf([catalog(catalogMore), TREE, page(pageMore), ...objects]);

async function clean(bytes: Uint8Array): Promise<Uint8Array> {
  const result = await cleanAttachment(bytes);
  if (!result.ok) throw new Error(result.reason);
  return result.bytes;
}

const reason = async (bytes: Uint8Array): Promise<Reason | null> => {
  const result = await cleanAttachment(bytes);
  return result.ok ? null : result.reason;
};

const textOf = (bytes: Uint8Array): string => latin1(bytes, 0, bytes.length);

test('the pages come out in a fresh file whose cross-reference is right', async ({ expect }) => {
  const text = 'BT (Jalan rusak) Tj ET';
  const bytes = await clean(onePage('/Lang(id)', '/Contents 4 0 R', stream('', fromLatin1(text))));
  const written = textOf(bytes);
  expect(written).toMatch(/^%PDF-1\.7\n/);
  expect(written).toContain(`stream\n${text}\nendstream`);
  expect(written).toContain('/Lang (id)');
  const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(written)?.[1]);
  expect(written.slice(start, start + 8)).toBe('xref\n0 5');
  const offsets = [...written.slice(start).matchAll(/^(\d{10}) 00000 n $/gm)].map((row) => Number(row[1]));
  for (const [i, offset] of offsets.entries())
    expect(written.slice(offset).startsWith(`${i + 1} 0 obj\n`)).toBe(true);
  expect(offsets).toHaveLength(4);
  expect(await clean(bytes)).toEqual(bytes);
});

/** Each hides the secret somewhere: [what, in the catalog, in the page, objects from 4 on]. */
const HIDING: [string, string, string, ...(string | Part[])[]][] = [
  ['metadata', '/Metadata 4 0 R', '', stream('/Type/Metadata/Subtype/XML', fromLatin1(SECRET))],
  ['a script at opening', `/OpenAction<</S/JavaScript/JS(${SECRET})>>`, ''],
  [
    'additional actions',
    `/AA<</WC<</S/JavaScript/JS(${SECRET})>>>>`,
    `/AA<</O<</S/JavaScript/JS(${SECRET})>>>>`,
  ],
  ['scripts by name', `/Names<</JavaScript<</Names[(a)<</S/JavaScript/JS(${SECRET})>>]>>>>`, ''],
  [
    'attached files',
    '/Names 4 0 R/AF[6 0 R]',
    '',
    '<</EmbeddedFiles 5 0 R>>',
    '<</Names[(a)6 0 R]>>',
    `<</Type/Filespec/F(${SECRET})/EF<</F 7 0 R>>>>`,
    stream('/Type/EmbeddedFile', fromLatin1(SECRET)),
  ],
  [
    'an attached file on the page',
    '',
    '/Annots[4 0 R]',
    `<</Subtype/FileAttachment/Rect[0 0 1 1]/Contents(${SECRET})/FS 5 0 R>>`,
    `<</F(${SECRET})>>`,
  ],
  ['rich media', '', '/Annots[4 0 R]', `<</Subtype/RichMedia/Rect[0 0 1 1]/RichMediaContent(${SECRET})>>`],
  ['a screen', '', '/Annots[4 0 R]', `<</Subtype/Screen/Rect[0 0 1 1]/T(${SECRET})>>`],
  [
    'a program to launch',
    '',
    '/Annots[4 0 R]',
    `<</Subtype/Link/Rect[0 0 1 1]/A<</S/Launch/F(${SECRET})>>>>`,
  ],
  [
    'a program behind a reference',
    '',
    '/Annots[4 0 R]',
    '<</Subtype/Link/Rect[0 0 1 1]/A 5 0 R>>',
    `<</S 6 0 R/F(${SECRET})>>`,
    '/Launch',
  ],
  [
    'a program in disguise',
    '',
    '/Annots[4 0 R]',
    `<</Subtype/Link/Rect[0 0 1 1]/A<</S/#4caunch/F(${SECRET})>>>>`,
  ],
  [
    'a script as a link',
    '',
    '/Annots[4 0 R]',
    `<</Subtype/Link/Rect[0 0 1 1]/A<</S/URI/URI(javascript:${SECRET})>>>>`,
  ],
  [
    'a file as a link',
    '',
    '/Annots[4 0 R]',
    `<</Subtype/Link/Rect[0 0 1 1]/A<</S/URI/URI(\\\\\\\\host\\\\${SECRET})>>>>`,
  ],
  [
    'a form that sends',
    '/AcroForm 4 0 R',
    '',
    '<</Fields[5 0 R]>>',
    `<</FT/Btn/A<</S/SubmitForm/F(${SECRET})>>/Next<</S/ImportData/F(${SECRET})>>>>`,
  ],
  ['a form in XML', '/AcroForm 4 0 R', '', '<</Fields[]/XFA 5 0 R>>', stream('', fromLatin1(SECRET))],
  [
    'a field that computes',
    '/AcroForm 4 0 R',
    '',
    '<</Fields[5 0 R]>>',
    `<</FT/Tx/T(a)/AA<</C<</S/JavaScript/JS(${SECRET})>>>>>>`,
  ],
  [
    'a signature',
    '/AcroForm 4 0 R',
    '',
    '<</Fields[5 0 R]/SigFlags 3>>',
    '<</FT/Sig/T(a)/V 6 0 R>>',
    `<</Type/Sig/Name(${SECRET})/ByteRange[0 1 2 3]>>`,
  ],
  [
    'who wrote a remark',
    '',
    '/Annots[4 0 R]',
    `<</Subtype/Text/Rect[0 0 1 1]/T(${SECRET})/M(${SECRET})/Contents(ok)>>`,
  ],
  [
    'what an editor keeps',
    `/PieceInfo<</X<</Private(${SECRET})>>>>`,
    `/PieceInfo<</X<</Private(${SECRET})>>>>/LastModified(${SECRET})`,
  ],
  ['unknown entries', `/XyzSecret(${SECRET})`, `/XyzSecret(${SECRET})`],
  ['a thumbnail', '', '/Thumb 4 0 R', stream('', fromLatin1(SECRET))],
  ['an object that nothing leads to', '', '', stream('', fromLatin1(SECRET))],
  ['data outside', '', '/Contents 4 0 R', stream(`/F(${SECRET})/FFilter/X`, fromLatin1('q Q'))],
];

describe.each(HIDING)('%s', (_what, inCatalog, inPage, ...objects) => {
  test('goes', async ({ expect }) => {
    const source = onePage(inCatalog, inPage, ...objects);
    const bytes = await clean(source);
    expect(contains(source, SECRET)).toBe(true);
    expect(textOf(bytes)).not.toMatch(new RegExp(`${SECRET}|JavaScript|Launch|SubmitForm|EmbeddedFile`));
    expect(await clean(bytes)).toEqual(bytes);
  });
});

test('what stands before the header goes', async ({ expect }) => {
  const source = onePage('', '');
  expect(await clean(concat([fromLatin1(`<html>${SECRET}\n`), source]))).toEqual(await clean(source));
});

test('document information, earlier versions and what follows the end go', async ({ expect }) => {
  const first = pdf(
    [catalog(), TREE, page('/Contents 4 0 R'), stream('', fromLatin1(SECRET)), `<</Author(${SECRET})>>`],
    `/Root 1 0 R/Info 5 0 R/ID[<00><01>]`,
  );
  const update = bytesOf([
    '4 0 obj\n',
    ...stream('', fromLatin1('q Q')),
    `\nendobj\ntrailer<</Root 1 0 R/Info 5 0 R>>\n%%EOF\n${SECRET}PK\x03\x04`,
  ]);
  const written = textOf(await clean(concat([first, update])));
  expect(written).toContain('q Q');
  expect(written).not.toMatch(new RegExp(`${SECRET}|Author|Info|/ID|PK`));
});

test('links on the web, places in the document, layers and form fields stay', async ({ expect }) => {
  const annotations =
    '/Annots[<</Subtype/Link/Rect[0 0 1 1]/A<</S/URI/URI(https://lapor.go.id)>>>><</Subtype/Link/Rect[0 0 1 1]/A<</S/GoTo/D[3 0 R/Fit]>>>>]';
  const more =
    '/Outlines<</Count 0>>/OCProperties<</OCGs[]/D<<>>>>/Names<</Dests<</Names[(a)[3 0 R/Fit]]>>>>/AcroForm<</Fields[4 0 R]>>';
  const written = textOf(
    await clean(onePage(more, annotations, '<</FT/Tx/T(nama)/V(isi)/Rect[0 0 9 9]/Subtype/Widget>>')),
  );
  for (const kept of ['https://lapor.go.id', '/GoTo', '/Outlines', '/OCGs', '/Dests', '(nama)', '(isi)'])
    expect(written).toContain(kept);
});

test('photos on the page lose what the camera wrote, also when packed once more', async ({ expect }) => {
  const pixel = (): Rgb => [120, 60, 30];
  const photo = jpeg({
    width: 16,
    height: 16,
    pixel,
    segments: [exif(6, SECRET)],
    behind: fromLatin1(SECRET),
  });
  const bare = jpeg({ width: 16, height: 16, pixel });
  for (const [filter, data] of [
    ['/DCTDecode', photo],
    ['[/DCTDecode]', photo],
    ['[/FlateDecode/DCTDecode]', zlibStored(photo)],
  ] as const) {
    const image = stream(`/Subtype/Image/Width 16/Height 16/Filter${filter}`, data);
    const written = textOf(await clean(onePage('', '/Resources<</XObject<</I 4 0 R>>>>', image)));
    expect(written).toContain(`stream\n${textOf(bare)}\nendstream`);
    expect(written).not.toContain(SECRET);
  }
  const rare = stream('/Subtype/Image/Filter[/ASCII85Decode/DCTDecode]', photo);
  expect(await reason(onePage('', '/Resources<</XObject<</I 4 0 R>>>>', rare))).toBe('unsupported');
});

test('objects inside of object streams are found, and the newest counts', async ({ expect }) => {
  const values = [catalog(), TREE, page(`/XyzSecret(${SECRET})`)];
  const offsets = values.map((_, i) => values.slice(0, i).join(' ').length + (i > 0 ? 1 : 0));
  const head = offsets.map((offset, i) => `${i + 1} ${offset}`).join(' ');
  const packed = zlibStored(fromLatin1(`${head} ${values.join(' ')}`));
  const dict = `/Type/ObjStm/N 3/First ${head.length + 1}/Filter/FlateDecode`;
  const bytes = bytesOf([
    '%PDF-1.5\n9 0 obj',
    ...stream(dict, packed),
    'endobj 8 0 obj',
    ...stream('/Type/XRef/Root 1 0 R', new Uint8Array(3)),
    'endobj 3 0 obj',
    page('/Rotate 90'),
    'endobj',
  ]);
  const written = textOf(await clean(bytes));
  expect(written).toContain('/Rotate 90');
  expect(written).not.toMatch(new RegExp(`${SECRET}|ObjStm|XRef`));
});

test('a length that is wrong or stands elsewhere does not matter', async ({ expect }) => {
  for (const length of ['3', '99999', '5 0 R', '4 0 R', '-1', '']) {
    const object = [`<<${length && `/Length ${length}`}>>stream\r\nq 1 0 0 1 0 0 cm Q\r\nendstream`];
    const written = textOf(await clean(onePage('', '/Contents 4 0 R', object, '18')));
    expect(written).toContain('stream\nq 1 0 0 1 0 0 cm Q\nendstream');
  }
});

test('refused: encrypted, too many pages, none at all, bombs, endless nesting, cut short', async ({
  expect,
}) => {
  expect(await reason(pdf([catalog(), TREE, page()], '/Root 1 0 R/Encrypt<</Filter/Standard>>'))).toBe(
    'encrypted_pdf',
  );
  expect(await reason(pdf([catalog(), TREE, page(), '<<>>'], '/Root 1 0 R/Encrypt 4 0 R'))).toBe(
    'encrypted_pdf',
  );
  const kids = (count: number): string => Array.from({ length: count }, (_, i) => `${i + 3} 0 R`).join(' ');
  const many = (count: number): Uint8Array =>
    pdf([catalog(), `<</Type/Pages/Kids[${kids(count)}]>>`, ...Array.from({ length: count }, () => page())]);
  expect(await reason(many(200))).toBe(null);
  expect(await reason(many(201))).toBe('too_many_pages');
  expect(await reason(pdf([catalog(), '<</Type/Pages/Kids[]>>']))).toBe('damaged');
  expect(await reason(onePage('', `/Contents${'['.repeat(100_000)}`))).toBe('too_complex');
  expect(await reason(onePage('', `/Annots[${'1 '.repeat(400_000)}]`))).toBe('too_complex');
  const whole = onePage('', '/Contents 4 0 R', stream('', fromLatin1('q Q')));
  expect(await reason(whole.subarray(0, whole.length - 70))).toBe('damaged');
});

test('megabytes of rubbish take no more than a look', async ({ expect }) => {
  const start = textOf(onePage('', '')).split('trailer')[0];
  for (const rubbish of ['x%', '1', '1 1 ', '7 0 obj ', '7 0 obj (', '<<', '7 0 obj<<>>stream\n', '%']) {
    const bytes = fromLatin1(`${start}${rubbish.repeat(2_000_000 / rubbish.length)}\ntrailer<</Root 1 0 R>>`);
    // What takes seconds runs into the test's limit.
    expect(await cleanAttachment(bytes), rubbish).toHaveProperty('ok');
  }
});
