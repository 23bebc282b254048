/** What every call of the API shares: open CORS, validated bodies, problems in the document, and the shield. */

import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { cors } from 'hono/cors';
import { type DescribeRouteOptions, validator } from 'hono-openapi';
import * as z from 'zod';
import { limits } from '../../shared/contract/complaint.ts';
import { fieldProblems } from '../cases/fields.ts';
import { AppError, type ProblemKind, problemStatus } from '../platform/problem.ts';
import { macHex } from '../privacy/mac.ts';
import { type AppContext, clientOf } from './http.ts';

/** Any page may make the public calls. Without credentials: no cookie ever counts here. */
export const openCors: MiddlewareHandler = cors({
  origin: '*',
  allowMethods: ['GET', 'HEAD', 'POST', 'OPTIONS'],
  allowHeaders: ['Accept-Language', 'Authorization', 'Content-Type', 'Idempotency-Key', 'X-Altcha'],
  exposeHeaders: ['ETag', 'Location', 'Retry-After'],
  maxAge: 86_400,
});

/**
 * The same for calls that nobody keeps: only a browser says where it comes from, and the headers would cost everybody else
 * a second response.
 */
export const openCorsAsked: MiddlewareHandler = (c, next) =>
  c.req.header('origin') === undefined ? next() : openCors(c, next);

/** Refuses what is larger, by its Content-Length or by counting. @param maxSize bytes */
export function atMost(maxSize: number): MiddlewareHandler {
  const limit = bodyLimit({
    maxSize,
    onError: () => {
      throw new AppError('too_large');
    },
  });
  // Opening the body as a stream costs more than reading it: only what does not say its length has to be counted.
  return (c, next) => {
    const length = Number(c.req.header('content-length') ?? Number.NaN);
    return length <= maxSize && c.req.header('transfer-encoding') === undefined ? next() : limit(c, next);
  };
}

/** One file and the words around it. */
export const oneFile = atMost(limits.attachmentBytes + 64 * 1024);

/** Longest JSON body: a text of 10,000 characters, every one of them escaped twice, and room to spare. */
export const jsonLimit = atMost(256 * 1024);

/**
 * The body as JSON, validated and described in the document.
 * @throws AppError invalid with the fields, never with what was sent
 */
export function jsonBody<Schema extends z.ZodType>(schema: Schema) {
  return validator(
    'json',
    schema,
    (result) => {
      if (result.success) return;
      // zod's standard-schema face hands out its own issues.
      const error = new z.ZodError(result.error as unknown as z.core.$ZodIssue[]);
      throw new AppError('invalid', { fields: fieldProblems(error) });
    },
    { options: { io: 'input' } },
  );
}

/** Ways to send without an account. */
export const senders: Record<string, string[]>[] = [{ apiKey: [] }, { proofOfWork: [] }];

/** The header in the document. */
export const idempotencyHeader = (required: boolean) => ({
  in: 'header' as const,
  name: 'Idempotency-Key',
  required,
  description: 'UUID yang disimpan klien sampai mendapat jawaban. Berlaku 72 jam.',
  schema: { type: 'string' as const, format: 'uuid' },
});

type Answers = NonNullable<DescribeRouteOptions['responses']>;

/** Entries of `responses` for these problems; the document defines each once (intake/openapi.ts). */
export function problems(...kinds: ProblemKind[]): Answers {
  const status = new Set(kinds.map((kind) => problemStatus[kind]));
  return Object.fromEntries(
    [...status].map((code) => [String(code), { $ref: `#/components/responses/Problem${code}` }]),
  );
}

/**
 * Counts a refused request of this address and says what to throw: the refusal, or too_many when there were very many.
 * Only refusals count: phones of a whole village share one address, and what is in order is never turned away.
 */
export async function refused(
  c: AppContext,
  shield: 'LIMIT_READ' | 'LIMIT_WRITE',
  refusal: AppError,
): Promise<AppError> {
  const key = await macHex(c.var.keys, 'client', shield, clientOf(c));
  const { success } = await c.env[shield].limit({ key });
  return success ? refusal : new AppError('too_many', { retryAfter: 60 });
}
