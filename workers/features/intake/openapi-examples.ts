/** Invented examples of the document. Made from the regency's own rows, so that they hold wherever Kanal runs. */
import { makeCode } from '../../../shared/code.ts';
import { stateNames } from '../../../shared/lifecycle/states.ts';
import { isoOffset } from '../../../shared/text.ts';
import { areaFacts, categoryFacts, type Listed, officeFacts } from './facts.ts';

export interface Example {
  request?: unknown;
  response?: unknown;
}

const RECEIVED = Date.UTC(2026, 6, 20, 1, 0);
const DUE = Date.UTC(2026, 7, 12, 8, 0);
const FILE = '0123456789abcdef0123456789abcdef';
const ORIGIN = 'https://kanal.example.id';

/** @returns examples by operationId */
export function examplesOf(regency: Listed): Record<string, Example> {
  const zone = regency.about.timeZone;
  const code = makeCode(regency.about.codePrefix, new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8]));
  const self = `${ORIGIN}/api/v1/complaints/${code}`;
  const village = areaFacts(regency).find((area) => area.level === 'desa');
  const category = categoryFacts(regency)[0];
  const office = officeFacts(regency)[0];
  const words = { title: 'Jalan pasar berlubang', text: 'Jalan di depan pasar berlubang besar dan dalam.' };
  const status = (state: keyof typeof stateNames) => ({
    code,
    status: stateNames[state].api,
    statusLabel: stateNames[state].lapor.id,
    receivedAt: isoOffset(RECEIVED, zone),
    due: isoOffset(DUE, zone),
  });
  const withFile = { text: 'Ini fotonya.', attachments: [FILE] };
  return {
    listAreas: { response: village ? [village] : [] },
    listCategories: { response: category ? [category] : [] },
    listOffices: { response: office ? [office] : [] },
    uploadAttachment: { response: { id: FILE, kind: 'jpeg', bytes: 184_211 } },
    submitComplaint: {
      request: {
        kind: 'complaint',
        ...words,
        occurredOn: '2026-07-19',
        ...(village ? { area: village.code } : {}),
        place: 'Depan pasar',
        ...(category ? { category: category.id } : {}),
        attachments: [FILE],
        contact: { email: 'warga@example.id' },
      },
      response: {
        code,
        pin: '042917',
        status: stateNames.received.api,
        due: isoOffset(DUE, zone),
        links: { self, timeline: `${self}/timeline`, page: `${ORIGIN}/lacak/${code}` },
      },
    },
    getComplaint: { response: status('disposed') },
    getTimeline: {
      response: {
        ...status('disposed'),
        title: words.title,
        kind: 'complaint',
        anonymous: false,
        confidential: false,
        paused: false,
        holder: { name: office?.name ?? '', since: isoOffset(RECEIVED, zone) },
        next: { clock: 'first_answer', due: isoOffset(DUE, zone) },
        hops: 0,
        actions: ['reply', 'withdraw', 'change_contact', 'request_erasure', 'renew_pin'],
        rating: null,
        entries: [
          {
            seq: 1,
            at: isoOffset(RECEIVED, zone),
            verb: 'submit',
            by: 'reporter',
            summary: 'Laporan Anda kami terima.',
            words,
            outcome: null,
            erased: false,
            date: null,
            attachments: [{ id: FILE, kind: 'jpeg', bytes: 184_211, url: `${self}/attachments/${FILE}` }],
          },
        ],
        followed: null,
      },
    },
    replyToComplaint: { request: withFile, response: status('disposed') },
    completeComplaint: { request: withFile, response: status('disposed') },
    confirmAnswer: { request: {}, response: status('resolved') },
    contestAnswer: { request: { reason: 'Lubangnya masih ada.' }, response: status('reopened') },
    rateHandling: { request: { score: 3, text: 'Cepat, tetapi belum rapi.' }, response: status('answered') },
    withdrawComplaint: { request: { reason: 'Sudah diperbaiki.' }, response: status('archived') },
    requestErasure: { request: { contactNow: true }, response: status('resolved') },
    changeContact: { request: { contact: null }, response: status('disposed') },
  };
}
