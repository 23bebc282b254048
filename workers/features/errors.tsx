/** The one place that turns errors into answers: problem+json (RFC 9457) for the API, a page for people. */

import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { languageOf, type MessageKey, say } from '../../shared/i18n/index.ts';
import { errorName, log } from '../platform/log.ts';
import { AppError, type ProblemKind } from '../platform/problem.ts';
import { Page } from '../ui/layout.tsx';
import type { AppContext } from './http.ts';

export function answerError(error: Error, c: AppContext): Response | Promise<Response> {
  const problem = asProblem(error);
  if (problem.status >= 500) {
    log('error', {
      event: 'request_failed',
      route: c.req.routePath,
      status: problem.status,
      error: errorName(problem.cause ?? error),
    });
  }
  if (problem.retryAfter !== null) c.header('retry-after', String(problem.retryAfter));
  c.header('cache-control', 'no-store');
  return c.req.path.startsWith('/api/') ? problemJson(c, problem) : problemPage(c, problem);
}

export function answerNotFound(c: AppContext): Response | Promise<Response> {
  return answerError(new AppError('not_found'), c);
}

function asProblem(error: Error): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof HTTPException) {
    const kinds: Record<number, ProblemKind> = {
      400: 'invalid',
      401: 'unauthenticated',
      403: 'forbidden',
      404: 'not_found',
      413: 'too_large',
    };
    return new AppError(kinds[error.status] ?? 'internal', { cause: error });
  }
  return new AppError('internal', { cause: error });
}

function problemJson(c: AppContext, problem: AppError): Response {
  const language = languageOf(c.req.header('accept-language'));
  const title = say(language, `problem.${problem.kind}` as MessageKey);
  return c.json(
    {
      type: `about:blank#${problem.kind}`,
      title,
      status: problem.status,
      detail: detailOf(problem, language),
      errors: problem.fields.map((field) => ({
        pointer: field.pointer,
        detail: say(language, field.message, field.values),
      })),
    },
    problem.status as ContentfulStatusCode,
    {
      'content-type': 'application/problem+json',
      'content-language': language,
      'access-control-allow-origin': '*',
    },
  );
}

/** One sentence that says what to do. */
export function detailOf(problem: AppError, language: 'id' | 'en'): string {
  const key = problem.detail ?? (`problem.${problem.kind}` as MessageKey);
  return say(language, key, problem.retryAfter === null ? {} : { seconds: problem.retryAfter });
}

async function problemPage(c: AppContext, problem: AppError): Promise<Response> {
  const status = problem.status as ContentfulStatusCode;
  // Before settings are loaded (or when they cannot be) there is no frame to show.
  const regency = c.var.regency;
  if (!regency) return c.text(detailOf(problem, 'id'), status);
  const desk = c.req.path.startsWith('/desk');
  return c.html(
    <Page title="Ada kendala" regency={regency} side={desk ? 'desk' : 'public'}>
      <h1>{say('id', `problem.${problem.kind}` as MessageKey)}</h1>
      {problem.detail ? <p>{detailOf(problem, 'id')}</p> : null}
      <ul>
        {problem.fields.map((field) => (
          <li>{say('id', field.message, field.values)}</li>
        ))}
      </ul>
      <p>
        <a href={desk ? '/desk' : '/'}>Kembali</a>
      </p>
    </Page>,
    status,
  );
}
