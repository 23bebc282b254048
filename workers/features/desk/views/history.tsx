/** What happened to a case, for the desk. */
import { type CaseKind, kindNames, outcomeNames } from '../../../../shared/lifecycle/states.ts';
import { formatDateTime, isoOffset, joinList } from '../../../../shared/text.ts';
import { anyCategory } from '../../../regency/named.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import { type Happening, Timeline } from '../../../ui/components.tsx';
import type { DeskCase, DeskEntry } from '../queries.ts';
import { dayText, officeName, tagName, verbTitles, wordTitles } from '../words.ts';
import { chaseWays } from './closing-forms.tsx';
import { AttachmentLink } from './files.tsx';

export function History(props: { view: DeskCase; regency: Regency; entries?: DeskEntry[] }) {
  const { view, regency } = props;
  return (
    <Timeline
      items={(props.entries ?? view.entries).toReversed().map((entry) => happening(view, regency, entry))}
    />
  );
}

function happening(view: DeskCase, regency: Regency, entry: DeskEntry): Happening {
  const zone = regency.about.timeZone;
  const files = view.attachments.filter((file) => file.seq === entry.seq);
  const said = factLines(regency, entry);
  return {
    title: verbTitles[entry.verb] ?? entry.verb,
    time: formatDateTime(entry.at, zone),
    datetime: isoOffset(entry.at, zone),
    by: `${entry.by}${entry.visibility === 'desk' ? ' · tidak dilihat pelapor' : ''}`,
    tone: tones[entry.verb],
    children: (
      <>
        {said.map((line) => (
          <p>{line}</p>
        ))}
        {entry.withheld ? <p class="hint">Isinya belum dilepas untuk instansi Anda.</p> : null}
        {entry.erased ? <p class="hint">Isi dihapus.</p> : null}
        {entry.unreadable ? <p class="hint">{entry.unreadable}</p> : null}
        {/* The submission's own words stand at the top of the page. */}
        {entry.verb === 'submit' && entry.words.postLink ? <PostLink link={entry.words.postLink} /> : null}
        {Object.entries(entry.words)
          .filter(([name]) => entry.verb !== 'submit' || name === 'answer')
          .map(([name, text]) => (
            <>
              {name === 'text' ? null : <p class="hint">{wordTitles[name] ?? name}</p>}
              <p class="quote">{text}</p>
            </>
          ))}
        {files.map((file) => (
          <p>
            <AttachmentLink code={view.code} file={file} number={view.attachments.indexOf(file) + 1} />
          </p>
        ))}
      </>
    ),
  };
}

const tones: Record<string, Happening['tone']> = {
  answer: 'good',
  carry_out: 'good',
  send_back_answer: 'warn',
  confirm: 'good',
  contest: 'bad',
  return: 'warn',
  hold: 'warn',
  reveal: 'warn',
};

const erasedScopes: Record<string, string> = {
  contact: 'nama dan kontak pelapor',
  content: 'isi laporan, jawaban, dan berkas, beserta nama dan kontak pelapor',
};
const erasedWhys: Record<string, string> = {
  retention: 'masa simpannya habis',
  request: 'permintaan pelapor, diputuskan petugas pelindungan data',
  reporter: 'dihapus pelapor',
  restored: 'dihapus lagi sesudah cadangan lama dipulihkan',
};

const archiveNames: Record<string, string> = {
  spam: 'Iklan, percobaan, atau main-main',
  terlalu_umum: 'Terlalu umum',
  bukan_urusan_pemerintah: 'Bukan urusan pemerintah',
  lainnya: 'Sebab lain',
  dicabut_pelapor: 'Dicabut pelapor',
  dijawab_instansi_lain: 'Instansi itu sudah menjawab',
  pelapor_diarahkan: 'Pelapor diarahkan ke instansi itu',
};

/** A post on social media that became this case, as an address to look at; only http and https are ever kept. */
function PostLink(props: { link: string }) {
  return (
    <p>
      {wordTitles.postLink}:{' '}
      <a href={props.link} rel="noopener nofollow noreferrer">
        {props.link}
      </a>
    </p>
  );
}

function letterLine(regency: Regency, number: string | null, date: string | null): string | null {
  if (number === null && date === null) return null;
  return `Surat${number ? ` nomor ${number}` : ''}${date ? ` tanggal ${dayText(regency, date)}` : ''}`;
}

const kindName = (kind: string | null): string => kindNames[kind as CaseKind]?.id ?? '–';

/** The facts of an entry as short sentences; also on paper. */
export function factLines(regency: Regency, entry: DeskEntry): string[] {
  const { facts } = entry;
  const text = (name: string) => (typeof facts[name] === 'string' ? facts[name] : null);
  const office = (name: string) => {
    const code = text(name);
    return code === null ? null : officeName(regency, code);
  };
  const copies = Array.isArray(facts.copies)
    ? facts.copies.map((code) => officeName(regency, String(code)))
    : [];
  const tags = (name: string) =>
    Array.isArray(facts[name]) ? facts[name].map((id) => tagName(regency, String(id))) : [];
  const outcome = text('outcome');
  const date = text('date');
  const lines: (string | false | null)[] = [
    entry.mentions.length > 0 && `Menyebut: ${joinList(entry.mentions)}`,
    entry.to !== null && `Kepada: ${entry.to}`,
    office('intakeOffice') && `Diterima di: ${office('intakeOffice')}`,
    letterLine(regency, text('letterNumber'), text('letterDate')),
    entry.verb === 'transfer' && `Dari: ${office('from')}`,
    entry.verb === 'transfer' && facts.leads === false && 'Hanya tembusannya yang beralih.',
    tags('added').length > 0 && `Ditambah: ${tags('added').join(', ')}`,
    tags('removed').length > 0 && `Dilepas: ${tags('removed').join(', ')}`,
    entry.verb !== 'submit' && office('office') && `Kepada: ${office('office')}`,
    text('kindBefore') && `Jenis: ${kindName(text('kindBefore'))} menjadi ${kindName(text('kind'))}`,
    entry.verb === 'verify' &&
      text('category') &&
      `Kategori: ${anyCategory(regency, text('category'))?.name ?? text('category')}`,
    entry.verb === 'verify' && facts.urgent === true && 'Mendesak.',
    copies.length > 0 && `Tembusan: ${copies.join(', ')}`,
    office('outside') && `Penerima: ${office('outside')}`,
    office('suggestion') && `Usulan penerima: ${office('suggestion')}`,
    facts.accepted === false && 'Pengembalian ditolak.',
    outcome && outcome in outcomeNames && `Hasil: ${outcomeNames[outcome as keyof typeof outcomeNames]}`,
    date !== null && `Tanggal: ${dayText(regency, date)}`,
    text('dateBefore') && `Tanggal sebelumnya: ${dayText(regency, text('dateBefore') ?? '')}`,
    text('way') && `Cara: ${chaseWays[text('way') ?? ''] ?? text('way')}`,
    text('askedOn') && `Ditanyai: ${dayText(regency, text('askedOn') ?? '')}`,
    facts.unapproved === true && 'Tanpa persetujuan: tidak ada orang lain yang dapat menyetujui.',
    text('result') && `Hasil: ${archiveNames[text('result') ?? ''] ?? text('result')}`,
    (entry.verb === 'archive' || entry.verb === 'withdraw') &&
      `Sebab: ${archiveNames[text('category') ?? ''] ?? text('category')}`,
    text('number') && `Nomor: ${text('number')}`,
    text('status') && `Status di SP4N-LAPOR!: ${text('status')}`,
    text('before') && `Nomor sebelumnya: ${text('before')}`,
    entry.verb === 'mark_copied' && facts.answer === true && 'Jawaban ikut disalin.',
    typeof facts.bulk === 'number' && `Bagian dari tindakan massal nomor ${facts.bulk}.`,
    text('scope') && `Yang dihapus: ${erasedScopes[text('scope') ?? ''] ?? text('scope')}`,
    text('why') && `Sebab: ${erasedWhys[text('why') ?? ''] ?? text('why')}`,
    entry.verb === 'decide_erasure' && (facts.granted === true ? 'Dikabulkan.' : 'Belum dapat dipenuhi.'),
    typeof facts.score === 'number' && `Nilai: ${facts.score} dari 4`,
  ];
  return lines.filter((line): line is string => typeof line === 'string');
}
