/**
 * One error for everything that can go wrong in a known way, answered as problem+json (RFC 9457) by the API
 * and as a page to people. It never carries what the client sent.
 */
import type { AnswerWarning } from '../../shared/answer-text.ts';
import type { MessageKey } from '../../shared/i18n/index.ts';

export interface FieldProblem {
  /** JSON pointer into the request, e.g. "/contact/email". */
  pointer: string;
  message: MessageKey;
  /** Values for the message's {placeholders}; only our own words, never the client's. */
  values?: Record<string, string | number>;
}

export type ProblemKind =
  | 'invalid'
  | 'not_found'
  | 'forbidden'
  | 'unauthenticated'
  | 'conflict'
  | 'key_reused'
  | 'warnings'
  | 'too_many'
  | 'too_large'
  | 'proof_of_work'
  | 'unavailable'
  | 'internal';

/** HTTP status by kind. */
export const problemStatus = {
  invalid: 422,
  not_found: 404,
  forbidden: 403,
  unauthenticated: 401,
  conflict: 409,
  key_reused: 422,
  warnings: 422,
  too_many: 429,
  too_large: 413,
  proof_of_work: 403,
  unavailable: 503,
  internal: 500,
} as const satisfies Record<ProblemKind, number>;

export class AppError extends Error {
  readonly kind: ProblemKind;
  /** A sentence that says what to do; by default the kind's own. */
  readonly detail: MessageKey | null;
  readonly fields: FieldProblem[];
  /** Seconds after which to try again (429, 503). */
  readonly retryAfter: number | null;
  /** Of a conflict: the version of what is there now, where the caller may know it. */
  readonly version: number | null;
  /** Of an answer that is to be looked at once more before it leaves. */
  readonly warnings: readonly AnswerWarning[];

  constructor(
    kind: ProblemKind,
    options: {
      detail?: MessageKey;
      fields?: FieldProblem[];
      retryAfter?: number;
      version?: number;
      warnings?: readonly AnswerWarning[];
      cause?: unknown;
    } = {},
  ) {
    super(kind, options.cause === undefined ? undefined : { cause: options.cause });
    this.kind = kind;
    this.detail = options.detail ?? null;
    this.fields = options.fields ?? [];
    this.retryAfter = options.retryAfter ?? null;
    this.version = options.version ?? null;
    this.warnings = options.warnings ?? [];
  }

  get status(): (typeof problemStatus)[ProblemKind] {
    return problemStatus[this.kind];
  }
}
