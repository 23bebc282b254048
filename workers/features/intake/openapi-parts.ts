/** What every call of the document shares: title, tags, ways to prove oneself, problems, and notes on fields. */

import type { GenerateSpecOptions } from 'hono-openapi';
import { answerWarnings } from '../../../shared/answer-text.ts';
import { type MessageKey, say } from '../../../shared/i18n/index.ts';
import { type ProblemKind, problemStatus } from '../../platform/problem.ts';
import { VERSION } from '../../platform/version.ts';
import type { Listed } from './facts.ts';

type Documentation = GenerateSpecOptions['documentation'];
type Components = NonNullable<Documentation['components']>;

export function partsOf(regency: Listed): Documentation {
  return {
    info: {
      title: `API Kanal ${regency.about.fullName}`,
      version: VERSION,
      license: { name: 'MIT', identifier: 'MIT' },
      description:
        `Kanal adalah pendamping SP4N-LAPOR! di ${regency.about.fullName}. Isi JSON dalam UTF-8; waktu menurut ISO 8601 ` +
        'dengan selisih zona; wilayah memakai kode Kementerian Dalam Negeri. Kesalahan dijawab sebagai ' +
        '`application/problem+json` (RFC 9457) dalam bahasa `Accept-Language` (`id` atau `en`) dan tidak pernah ' +
        'mengulang isi kiriman. Panggilan publik boleh dari situs mana pun (CORS terbuka).',
    },
    servers: [{ url: '/', description: 'Kanal ini' }],
    tags: [
      {
        name: 'Data wilayah dan instansi',
        description: 'Daftar untuk formulir: wilayah, kategori, instansi.',
      },
      {
        name: 'Mengirim laporan',
        description:
          'Aplikasi publik mengambil tantangan dan mengirim jawabannya; peladen memakai kunci API.',
      },
      {
        name: 'Melacak laporan',
        description: 'Status dengan nomor laporan; selebihnya dengan nomor dan PIN.',
      },
      { name: 'Kampanye', description: 'Papan QR: dari pindaian sampai laporan yang selesai.' },
      { name: 'Evaluasi', description: 'Angka, rapat, rencana aksi, dan bukti.' },
      { name: 'Data terbuka', description: 'Tabel triwulanan yang terbit; tanpa kunci.' },
      { name: 'Keadaan', description: 'Untuk pemantauan.' },
    ],
    paths: { '/api/v1/health': { get: health } },
    components: {
      securitySchemes,
      schemas: { Problem: problemSchema },
      responses: problemResponses(),
    },
  };
}

const securitySchemes: Components['securitySchemes'] = {
  apiKey: {
    type: 'http',
    scheme: 'bearer',
    description:
      'Kunci API dari admin instansi, dengan hak "submit", "desk", "campaigns" (membaca kampanye), "campaigns_write" (juga mengubahnya), atau "figures" (membaca evaluasi).',
  },
  proofOfWork: {
    type: 'apiKey',
    in: 'header',
    name: 'X-Altcha',
    description: 'Jawaban atas tantangan dari `/api/v1/challenge`.',
  },
  reporterPin: {
    type: 'apiKey',
    in: 'header',
    name: 'Authorization',
    description: 'PIN dari tanda terima: `Authorization: Pin 123456`. Jangan pernah menaruhnya di alamat.',
  },
  staffSession: {
    type: 'apiKey',
    in: 'cookie',
    name: 'kanal.session_token',
    description: 'Sesi petugas yang masuk lewat `/masuk`; lewat https namanya berawal `__Secure-`.',
  },
};

const health = {
  operationId: 'getHealth',
  summary: 'Apakah Kanal bekerja',
  description: '200 hanya bila basis data menjawab, kuncinya cocok, dan pekerjaan berkala jalan.',
  tags: ['Keadaan'],
  security: [],
  responses: Object.fromEntries(
    [
      [200, 'Bekerja.', null],
      [503, 'Terganggu; `problem` menyebut bagiannya.', 'database'],
    ].map(([status, description, problem]) => [
      String(status),
      {
        description: String(description),
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/Health' },
            example: {
              ...{ ok: status === 200, version: VERSION, problem },
              ...{ sweepAgeSeconds: status === 200 ? 42 : null, late: false },
            },
          },
        },
      },
    ]),
  ),
};

export const healthSchema = {
  type: 'object' as const,
  required: ['ok', 'version', 'problem', 'sweepAgeSeconds', 'late'],
  properties: {
    ok: { type: 'boolean' as const },
    version: { type: 'string' as const },
    problem: {
      type: ['string', 'null'] as ('string' | 'null')[],
      description:
        '`database` = basis data tidak menjawab, `keys` = kunci salah atau hilang, `sweep` = pekerjaan berkala berhenti.',
    },
    sweepAgeSeconds: {
      type: ['integer', 'null'] as ('integer' | 'null')[],
      description: 'Umur pekerjaan berkala terakhir; biasanya di bawah 60.',
    },
    late: {
      type: 'boolean' as const,
      description:
        'Dalam setengah jam ini ada pekerjaan yang terlambat. Tidak perlu apa-apa bila kembali false.',
    },
  },
};

const problemSchema = {
  type: 'object' as const,
  required: ['type', 'title', 'status', 'detail', 'errors'],
  properties: {
    type: { type: 'string' as const, description: 'Jenis kesalahan, tetap untuk program.' },
    title: { type: 'string' as const },
    status: { type: 'integer' as const },
    detail: { type: 'string' as const, description: 'Apa yang sebaiknya dilakukan.' },
    version: {
      type: 'integer' as const,
      description: 'Hanya pada 409 di meja kerja: versi laporan sekarang, juga dalam `ETag`.',
    },
    warnings: {
      type: 'array' as const,
      items: { type: 'string' as const, enum: [...answerWarnings] },
      description: 'Hanya pada 422 `#warnings`: yang sebaiknya dilihat lagi sebelum jawaban dikirim.',
    },
    errors: {
      type: 'array' as const,
      items: {
        type: 'object' as const,
        required: ['pointer', 'detail'],
        properties: {
          pointer: {
            type: 'string' as const,
            description: 'JSON pointer ke isian, misalnya `/contact/email`.',
          },
          detail: { type: 'string' as const },
        },
      },
    },
  },
};

/** One response for each status; kinds that share a status are told apart by `type`. */
const kindOf: Partial<Record<ProblemKind, string>> = {
  unauthenticated: 'Tanpa kunci, PIN, atau sesi yang berlaku.',
  forbidden: 'Tidak berwenang, atau bukti kerja tidak berlaku.',
  not_found: 'Tidak ada, atau bukan untuk Anda; PIN yang salah juga dijawab begini.',
  conflict: 'Tidak bisa pada tahap laporan sekarang, atau laporannya baru saja berubah.',
  too_large: 'Terlalu besar.',
  invalid:
    'Ada isian yang salah, Idempotency-Key dipakai untuk isi lain, atau jawaban perlu dilihat sekali lagi (`warnings`).',
  too_many: 'Terlalu sering; tunggu selama `Retry-After`.',
  unavailable: 'Terganggu; coba lagi sesudah `Retry-After`.',
};

const retryAfter = { 'Retry-After': { description: 'Detik.', schema: { type: 'integer' as const } } };
const problemHeaders: Partial<Record<ProblemKind, Record<string, object>>> = {
  conflict: {
    ETag: {
      description: 'Di meja kerja: versi sekarang, untuk `If-Match` berikutnya.',
      schema: { type: 'string' as const },
    },
  },
  too_many: retryAfter,
  unavailable: retryAfter,
};

function problemResponses(): NonNullable<Components['responses']> {
  return Object.fromEntries(
    (Object.entries(kindOf) as [ProblemKind, string][]).map(([kind, description]) => [
      `Problem${problemStatus[kind]}`,
      {
        description,
        ...(problemHeaders[kind] ? { headers: problemHeaders[kind] } : {}),
        content: {
          'application/problem+json': {
            schema: { $ref: '#/components/schemas/Problem' },
            example: exampleOf(kind),
          },
        },
      },
    ]),
  );
}

function exampleOf(kind: ProblemKind): object {
  const title = say('id', `problem.${kind}` as MessageKey);
  const errors = kind === 'invalid' ? [{ pointer: '/kind', detail: say('id', 'field.required') }] : [];
  return { type: `about:blank#${kind}`, title, status: problemStatus[kind], detail: title, errors };
}

/** Notes on the fields of a complaint; the schema itself is shared with the page and knows no words. */
export const complaintNotes: Record<string, string> = {
  kind: '`complaint` pengaduan, `aspiration` aspirasi, `information` permintaan informasi.',
  title: 'Tanpa judul, awal isi laporan menjadi judulnya.',
  text: 'Isi laporan.',
  occurredOn: 'Tanggal kejadian, tidak di masa depan.',
  area: 'Kode dari `/api/v1/areas`. Kode yang tidak dikenal ditolak dengan wilayah yang mirip.',
  place: 'Lokasi kejadian dengan kata-kata warga.',
  position: 'Titik lokasi (WGS 84).',
  category: '`id` dari `/api/v1/categories`.',
  office: 'Instansi tujuan, bila pelapor memilih: `code` dari `/api/v1/offices`.',
  attachments: '`id` dari `POST /api/v1/attachments`.',
  anonymous: 'Identitas disembunyikan; isi dan foto diperiksa petugas sebelum sampai ke instansi.',
  confidential: 'Isi tidak pernah diumumkan.',
  aboutOfficial: 'Tentang aparat atau pejabat: ditahan untuk verifikator sebelum dibaca instansi mana pun.',
  contact: 'Satu cara menghubungi, atau tanpa kontak sama sekali.',
  channel: 'Dari mana laporan datang.',
  placement: 'Kode enam huruf pada spanduk atau brosur.',
};
