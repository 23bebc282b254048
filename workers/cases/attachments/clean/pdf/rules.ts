/** What of a PDF's objects stays: what is seen on the pages. Names of keys are those of ISO 32000. */

import { type Dict, isDict, type Value } from './values.ts';

const names = (text: string): ReadonlySet<string> => new Set(text.split(' ').map((name) => `/${name}`));

/** Actions that run something, send something, or open another file. */
const ACTIONS = names(
  'JavaScript Launch SubmitForm ImportData ResetForm GoToR GoToE GoToDp Rendition RichMediaExecute Movie Sound GoTo3DView',
);
/** Annotations that carry files or media, PostScript, and metadata. */
const SUBTYPES = names('RichMedia FileAttachment Screen Movie Sound 3D Projection TrapNet PS XML');
/** Files, media and signatures; a rewritten file cannot keep a signature, and it names a person. */
const TYPES = names(
  'EmbeddedFile Filespec F Metadata Sig DocTimeStamp 3D Rendition MediaClip RichMediaContent',
);
/** Entries that go wherever they stand. */
const KEYS = names(
  'Metadata PieceInfo OpenAction AA JS JavaScript EmbeddedFiles EF AF XFA Renditions AlternatePresentations RichMediaContent RichMediaSettings LastModified CreationDate ModDate Thumb SpiderInfo SigFlags',
);
/** Entries of a stream that point at data outside of the file. */
const STREAM_KEYS = names('F FFilter FDecodeParms DL OPI Ref');
const CATALOG_KEYS = names(
  'Type Pages PageLabels Names Dests ViewerPreferences PageLayout PageMode Outlines StructTreeRoot MarkInfo Lang OCProperties AcroForm OutputIntents',
);
const PAGE_KEYS = names(
  'Type Parent Resources MediaBox CropBox BleedBox TrimBox ArtBox Contents Rotate Group Annots StructParents Tabs UserUnit',
);
/** Who wrote a remark and when; of a form's field /T is the name and stays. */
const ANNOTATION_KEYS = names('M NM');

/** Links that people can follow; file:, javascript: and whatever else is none. */
const LINK = /^(https?:|mailto:|tel:)/i;

/** What a reference leads to. */
type Resolve = (value: Value | undefined) => Value | undefined;

const has = (set: ReadonlySet<string>, value: Value | undefined): boolean =>
  typeof value === 'string' && set.has(value);

/** Whether a whole dictionary, with its stream if it has one, must go. */
export function mustGo(dict: Dict, resolve: Resolve): boolean {
  const action = resolve(dict.get('/S'));
  if (has(ACTIONS, action) || (action === '/URI' && !isLink(resolve(dict.get('/URI'))))) return true;
  if (has(SUBTYPES, resolve(dict.get('/Subtype'))) || has(TYPES, resolve(dict.get('/Type')))) return true;
  return dict.has('/ByteRange');
}

/** A value without everything that must go, all the way down to references. */
export function cleanValue(value: Value, resolve: Resolve): Value {
  if (Array.isArray(value)) return value.map((item) => cleanValue(item, resolve));
  if (!isDict(value)) return value;
  if (mustGo(value, resolve)) return 'null';
  const annotation = value.has('/Rect') && value.has('/Subtype');
  const remark = annotation && resolve(value.get('/Subtype')) !== '/Widget';
  const page = resolve(value.get('/Type')) === '/Page';
  const kept: Dict = new Map();
  for (const [key, item] of value) {
    const goes =
      KEYS.has(key) ||
      (page && !PAGE_KEYS.has(key)) ||
      (annotation && ANNOTATION_KEYS.has(key)) ||
      (remark && key === '/T');
    if (!goes) kept.set(key, cleanValue(item, resolve));
  }
  return kept;
}

/** A stream's dictionary; its length is written anew. */
export function cleanStreamDict(dict: Dict, resolve: Resolve): Value {
  const inner = new Map([...dict].filter(([key]) => !STREAM_KEYS.has(key) && key !== '/Length'));
  return cleanValue(inner, resolve);
}

/** The catalog: what pages need; of the names only those of places in the document. */
export function cleanCatalog(catalog: Dict, resolve: Resolve): Value {
  const kept: Dict = new Map([...catalog].filter(([key]) => CATALOG_KEYS.has(key)));
  const list = resolve(kept.get('/Names'));
  kept.delete('/Names');
  const places = isDict(list) ? list.get('/Dests') : undefined;
  if (places !== undefined) kept.set('/Names', new Map([['/Dests', places]]));
  return cleanValue(kept, resolve);
}

function isLink(uri: Value | undefined): boolean {
  if (typeof uri !== 'string') return false;
  if (uri.startsWith('(')) return LINK.test(uri.slice(1));
  const bytes = uri.slice(1, 41).match(/../g) ?? [];
  return (
    uri.startsWith('<') &&
    LINK.test(bytes.map((hex) => String.fromCharCode(Number.parseInt(hex, 16))).join(''))
  );
}
