/** What an officer or a KIM helper types for somebody: the citizen's fields, and how the report came. */
import * as z from 'zod';
import { complaintSchema } from '../../../shared/contract/complaint.ts';
import { assistedChannels } from '../../../shared/lifecycle/channel-names.ts';
import { type Posted, storedFiles } from '../files.ts';
import { blank, bodyOf, read, type Typed } from '../intake/queries.ts';

/** Sizes of paper on which a receipt is printed. */
export const papers = ['a4', '80', '58'] as const;
export type Paper = (typeof papers)[number];

const emptyAsNone = (value: string | undefined) => value || undefined;

/** One body for pages and API. Only the number and the date of a letter are kept, never who wrote it. */
export const assistedSchema = complaintSchema.omit({ placement: true }).extend({
  channel: z.enum([...assistedChannels, 'kim'], { error: 'field.channel' }),
  letterDate: z
    .union([z.literal(''), z.iso.date()])
    .optional()
    .transform(emptyAsNone),
  letterNumber: z
    .union([
      z.literal(''),
      z
        .string()
        .trim()
        .regex(/^(?=.*\d)[\w./-]{1,40}$/, { error: 'field.letter_number' }),
    ])
    .optional()
    .transform(emptyAsNone),
  /** The privacy notice was read or given to the reporter. */
  noticeRead: z.literal(true, { error: 'field.notice_read' }),
  /** About somebody in office: the reporter was told, and still wants it typed by somebody else. */
  insisted: z.boolean().optional(),
  /** Logged post on social media that it comes from. */
  post: z.int().positive().optional(),
});
export type AssistedBody = z.input<typeof assistedSchema>;
export type Assisted = z.output<typeof assistedSchema>;

/** The form as it was typed. */
export interface AssistedTyped extends Typed {
  channel: string;
  letterDate: string;
  letterNumber: string;
  noticeRead: boolean;
  insisted: boolean;
  /** Id of a logged post, or ''. */
  post: string;
  paper: Paper;
}

/** An untouched form; the next one keeps channel and paper of the last. */
export function blankAssisted(channel = '', paper = ''): AssistedTyped {
  return {
    ...blank(),
    channel: (assistedChannels as readonly string[]).includes(channel) ? channel : '',
    letterDate: '',
    letterNumber: '',
    noticeRead: false,
    insisted: false,
    post: '',
    paper: paperOf(paper),
  };
}

/** @param posted from `parseBody({ all: true })` */
export function readAssisted(posted: Posted): AssistedTyped {
  const text = (name: string) => {
    const [first] = [posted[name] ?? ''].flat();
    return typeof first === 'string' ? first.trim() : '';
  };
  return {
    ...read(posted),
    files: storedFiles([posted.stored ?? []].flat()),
    channel: text('channel'),
    letterDate: text('letterDate'),
    letterNumber: text('letterNumber'),
    noticeRead: text('noticeRead') !== '',
    insisted: text('insisted') !== '',
    post: text('post'),
    paper: paperOf(text('kertas')),
  };
}

/** The body that the API would have got. */
export function assistedBodyOf(typed: AssistedTyped): Record<string, unknown> {
  const { placement: _placement, ...body } = bodyOf(typed);
  return {
    ...body,
    channel: typed.channel,
    letterDate: typed.letterDate,
    letterNumber: typed.letterNumber,
    noticeRead: typed.noticeRead,
    insisted: typed.insisted || undefined,
    post: /^\d{1,15}$/.test(typed.post) ? Number(typed.post) : undefined,
  };
}

const paperOf = (wanted: string): Paper => papers.find((paper) => paper === wanted) ?? 'a4';
