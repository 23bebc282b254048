/** The one place that turns errors into answers: problem+json (RFC 9457) for the API, a page for people. */

import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { languageOf, type MessageKey, say } from '../../shared/i18n/index.ts';
import { isSilent, unavailable } from '../platform/db.ts';
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
  // A body that does not keep to its own Content-Type; the runtime tells it by its message only.
  if (error instanceof TypeError && /form ?data|multipart|content-type/i.test(error.message))
    return new AppError('invalid', { cause: error });
  if (isSilent(error)) return unavailable(error);
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
      ...(problem.version === null ? {} : { version: problem.version }),
      ...(problem.warnings.length === 0 ? {} : { warnings: problem.warnings }),
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
      ...(problem.version === null ? {} : { etag: `"${problem.version}"` }),
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
  const setting = problem.kind === 'conflict' && problem.detail?.startsWith('setting_');
  const { title, advice } = (setting ? settingWords : pageWords[problem.kind]) ?? unknownTrouble;
  return c.html(
    <Page title={title} regency={regency} side={desk ? 'desk' : 'public'} who={c.var.signedIn}>
      <h1>{title}</h1>
      <p>{problem.detail ? detailOf(problem, 'id') : advice}</p>
      {problem.fields.length > 0 ? (
        <ul>
          {problem.fields.map((field) => (
            <li>{say('id', field.message, field.values)}</li>
          ))}
        </ul>
      ) : null}
      <ul>
        {(desk ? deskWays : publicWays).map(([address, name]) => (
          <li>
            <a href={address}>{name}</a>
          </li>
        ))}
      </ul>
    </Page>,
    status,
  );
}

const publicWays = [
  ['/', 'Sampaikan laporan'],
  ['/lacak', 'Lacak laporan'],
] as const;
const deskWays = [
  ['/desk', 'Kotak masuk'],
  ['/desk/akun', 'Akun saya'],
] as const;

interface PageWords {
  title: string;
  /** What the reader can do; a problem's own detail stands instead of it. */
  advice: string;
}

const unknownTrouble: PageWords = {
  title: 'Ada gangguan di pihak kami',
  advice: 'Mohon maaf. Yang sudah kami terima tidak hilang. Tunggu sebentar, lalu coba lagi.',
};

/** Of a conflict that is not about a case; its detail says the rest. */
const settingWords: PageWords = { title: 'Pengaturan ini belum berubah', advice: 'Buka lagi halamannya.' };

const pageWords: Partial<Record<ProblemKind, PageWords>> = {
  invalid: {
    title: 'Kiriman tidak dapat diproses',
    advice: 'Tekan Kembali di peramban, periksa isiannya, lalu kirim lagi.',
  },
  not_found: {
    title: 'Halaman tidak ditemukan',
    advice: 'Alamatnya mungkin salah tulis, atau yang dicari sudah tidak ada. Periksa lagi alamatnya.',
  },
  forbidden: {
    title: 'Halaman ini bukan untuk akun Anda',
    advice:
      'Akun Anda tidak berwenang membuka atau melakukan ini. Bila seharusnya berwenang, hubungi admin instansi.',
  },
  unauthenticated: {
    title: 'Silakan masuk terlebih dahulu',
    advice: 'Halaman ini baru dapat dibuka sesudah Anda masuk.',
  },
  conflict: {
    title: 'Laporan ini sudah berubah',
    advice:
      'Ada perubahan sejak Anda membukanya. Buka lagi laporannya, periksa, lalu kirim lagi bila masih perlu.',
  },
  warnings: {
    title: 'Jawaban ini perlu dilihat sekali lagi',
    advice: 'Tekan Kembali di peramban, perbaiki jawabannya, atau nyatakan bahwa jawaban itu tetap dikirim.',
  },
  key_reused: {
    title: 'Isian ini sudah pernah terkirim',
    advice: 'Buka lagi halamannya bila ingin mengirim yang baru.',
  },
  too_many: {
    title: 'Terlalu banyak percobaan',
    advice: 'Tunggu sebentar, lalu coba lagi.',
  },
  too_large: {
    title: 'Kiriman terlalu besar',
    advice: 'Berkas paling besar 10 MB. Tekan Kembali di peramban, lalu pilih berkas yang lebih kecil.',
  },
};
