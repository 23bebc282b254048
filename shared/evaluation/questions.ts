/** Questions that the meeting asks, prepared from its figures; every number in them may be told. Pure. */
import { NONE } from '../figures/counts.ts';
import { definitionOf } from '../figures/definitions.ts';
import { LEAST } from '../small-counts.ts';
import { formatNumber, joinList } from '../text.ts';
import { reasonText } from './ask-words.ts';
import { type Frozen, frozenCounts } from './frozen.ts';
import { improvedOf } from './improved.ts';
import { officesAsked } from './offices-to-ask.ts';

export interface Prepared {
  /** What found it, once in a meeting, e.g. "overdue:PUPR". */
  found: string;
  /** Code of the office that is asked, or null for all. */
  office: string | null;
  question: string;
}

/** How codes are called, and who verifies. */
export interface Names {
  office(code: string): string;
  /** Name of the kecamatan that a desa or kelurahan belongs to. */
  district(area: string): string;
  adminOffice: string;
}

/** More names in one sentence nobody takes in. */
const NAMED = 8;

export function questionsFrom(frozen: Frozen, names: Names): Prepared[] {
  return [
    ...ofOffices(frozen, names),
    ...ofAdmin(frozen, names),
    ...ofLiaisons(frozen, names),
    ...ofVillages(frozen, names),
    ...ofCampaigns(frozen),
    ...ofImproved(frozen, names),
  ];
}

function ofOffices(frozen: Frozen, names: Names): Prepared[] {
  return officesAsked(frozen).flatMap(({ office, reasons }) =>
    reasons.map((reason) => {
      const { why, question } = reasonText(reason);
      return {
        found: `${reason.reason}:${office}`,
        office,
        question: `${names.office(office)}: ${why} ${question}`,
      };
    }),
  );
}

/** What lies at nobody's door yet, and what was sent to the wrong one. */
function ofAdmin({ now }: Frozen, { adminOffice: office }: Names): Prepared[] {
  const waiting = frozenCounts(now.by.office[NONE], 'due').verifyOpen;
  const { misrouted } = frozenCounts(now.whole, 'received');
  return [
    ...few(waiting, {
      found: 'unverified',
      office,
      question: `${formatNumber(waiting)} laporan lewat batas verifikasi dan belum didisposisikan. Apa yang menahannya?`,
    }),
    ...few(misrouted, {
      found: 'misrouted',
      office,
      question: `${formatNumber(misrouted)} laporan salah disposisi dan harus dipindahkan. Urusan apa yang paling sering tertukar, dan aturan mana yang perlu diperbaiki?`,
    }),
  ];
}

function ofLiaisons({ liaisons, withoutLiaison }: Frozen, names: Names): Prepared[] {
  const inactive = Object.keys(liaisons).filter((office) => (liaisons[office]?.inactive ?? 0) > 0);
  return [
    ...named(inactive, names.office, (list) => ({
      found: 'inactive',
      office: null,
      question: `OPD yang pejabat penghubungnya tidak masuk lebih dari 30 hari: ${list}. Siapa yang menggantikan atau mengingatkannya?`,
    })),
    ...named(withoutLiaison, names.office, (list) => ({
      found: 'no-liaison',
      office: null,
      question: `Belum ada pejabat penghubung pada: ${list}. Siapa yang ditunjuk, dan kapan SK Tim diperbarui?`,
    })),
  ];
}

function ofVillages({ silentVillages }: Frozen, names: Names): Prepared[] {
  if (silentVillages.length === 0) return [];
  const districts = [...Map.groupBy(silentVillages, names.district)].map(
    ([name, villages]) => `${name} (${villages.length})`,
  );
  return [
    {
      found: 'silent-villages',
      office: null,
      question: `Tidak ada laporan dari ${formatNumber(silentVillages.length)} desa dan kelurahan: ${shortened(districts)}. Sedikit laporan bukan kabar baik: apakah warga di sana tahu ke mana melapor?`,
    },
  ];
}

/** Half of what hangs was never scanned. */
const ofCampaigns = ({ campaigns }: Frozen): Prepared[] =>
  campaigns
    .filter(({ hanging, silent }) => silent > 0 && silent * 2 >= hanging)
    .map(({ id, name, hanging, silent }) => ({
      found: `campaign:${id}`,
      office: null,
      question: `Program “${name}”: ${formatNumber(silent)} dari ${formatNumber(hanging)} bahan yang terpasang belum pernah dipindai. Apakah tempat dan ukurannya tepat?`,
    }));

function ofImproved(frozen: Frozen, names: Names): Prepared[] {
  return improvedOf(frozen).map(({ figure, office }) => ({
    found: `improved:${figure}${office === null ? '' : `:${office}`}`,
    office,
    question: `${definitionOf(figure).name}${office === null ? '' : ` pada ${names.office(office)}`} membaik dibanding periode sebelumnya. Apa yang dilakukan, dan dapatkah ditiru OPD lain?`,
  }));
}

const few = (count: number, question: Prepared): Prepared[] => (count >= LEAST ? [question] : []);

function named(
  codes: readonly string[],
  nameOf: (code: string) => string,
  ask: (list: string) => Prepared,
): Prepared[] {
  return codes.length === 0 ? [] : [ask(shortened(codes.map(nameOf)))];
}

/** "A, B, dan 12 lainnya" */
function shortened(items: readonly string[]): string {
  const more = items.length - NAMED;
  return joinList(more > 0 ? [...items.slice(0, NAMED), `${more} lainnya`] : items);
}
