/** A case as the desk shows it to one person: `cases/view.ts` decides what they may see, here it gets its words. */
import { clockName } from '../../../shared/lifecycle/clock-names.ts';
import type { CaseState } from '../../../shared/lifecycle/states.ts';
import type { Staff } from '../../../shared/permissions/people.ts';
import { type ToCopy, toCopy } from '../../cases/sp4n.ts';
import type { DeskVerb } from '../../cases/verbs/index.ts';
import { type CaseView, readView, type Stands } from '../../cases/view.ts';
import type { Db } from '../../platform/db.ts';
import type { Keys } from '../../privacy/keys.ts';
import { anyCategory } from '../../regency/named.ts';
import type { Regency } from '../../regency/snapshot.ts';
import { custodyOf, type HeldFor, withDays } from './custody.ts';
import { partOf } from './deliveries.ts';
import { type CaseNotice, caseNotices } from './notices.ts';
import { type DeskProposal, proposalOf } from './proposal.ts';
import { type Reasons, reasonsOf } from './reasons.ts';
import { actorName, areaName, byWords, dueWords, type Flag, flagsOf, officeName } from './words.ts';

export interface DeskEntry {
  seq: number;
  verb: string;
  /** Who acted, by name or part. */
  by: string;
  /** Name of whom a reminder went to; null for everything else. */
  to: string | null;
  /** Names of those whom a note mentions. */
  mentions: string[];
  /** Epoch ms. */
  at: number;
  visibility: 'reporter' | 'desk';
  facts: Record<string, unknown>;
  words: Record<string, string>;
  /** There are words that this person may not read. */
  withheld: boolean;
  /** What was written in it was erased. */
  erased: boolean;
  /** No key opens its words: what stands in their place. */
  unreadable: string | null;
}

export interface DeskClock {
  clock: string;
  label: string;
  dueAt: number;
  /** Due by calendar days where a law counts those and ends earlier (epoch ms). */
  warnAt: number | null;
  paused: boolean;
  /** "3 hari kerja lagi", or "dijeda". */
  words: string;
  late: boolean;
}

export interface DeskCase {
  /** Inside only: addresses and answers carry the code. */
  id: number;
  code: string;
  version: number;
  state: CaseState;
  /** Not closed. */
  open: boolean;
  standing: Stands;
  kind: CaseView['file']['row']['kind'];
  /** Title, text and place are null where a person has not released them yet. */
  title: string | null;
  /** As the reporter wrote it, where it was corrected since and this person reads their words. */
  toldTitle: string | null;
  text: string | null;
  /** No key opens them. */
  unreadable: CaseView['unreadable'];
  /** When texts and files were erased (epoch ms). */
  erasedAt: number | null;
  place: string | null;
  /** "lat,lon". */
  position: string | null;
  occurredOn: string | null;
  area: { code: string; name: string } | null;
  category: { id: string; name: string } | null;
  /** The office the reporter named, if any. */
  wished: string | null;
  channel: string;
  flags: Flag[];
  /** Words of the regency's list, by id. */
  tags: string[];
  anonymous: boolean;
  released: boolean;
  urgent: boolean;
  office: string | null;
  holder: string;
  outside: string | null;
  copies: string[];
  /** "office:…", "staff:…"; only for those who hold accusations. */
  accused: string[];
  sp4n: string | null;
  /** Address in SP4N-LAPOR!; only for those who work the case. */
  sp4nLink: string | null;
  /** What is still to be copied to SP4N-LAPOR! by hand. */
  toCopy: ToCopy;
  /** Came from an export of SP4N-LAPOR!: Kanal promised nothing, so speed and dues are not known. */
  imported: boolean;
  receivedAt: number;
  /** The promise; null = there is none. */
  dueAt: number | null;
  clocks: DeskClock[];
  custody: HeldFor[];
  /** Working days from receipt until now, or until it was closed; null where they are not known. */
  days: number | null;
  hops: number;
  entries: DeskEntry[];
  /** What was told to whom and what became of it, newest first. */
  notices: CaseNotice[];
  attachments: CaseView['attachments'];
  suggestion: CaseView['suggestion'];
  contact: CaseView['contact'];
  why: Reasons | null;
  verbs: DeskVerb[];
  approval: CaseView['approval'];
  /** The answer proposed last, while none was given since; only for those who work the case. */
  proposal: DeskProposal | null;
  /** Whom a note may mention. */
  colleagues: { id: number; name: string; part: string }[];
  remindable: CaseView['remindable'];
  merged: CaseView['merged'];
  reports: CaseView['reports'];
}

/**
 * @param now epoch ms
 * @returns null when there is no such case, or none this person may know of; two round trips
 */
export async function deskView(
  db: Db,
  keys: Keys,
  regency: Regency,
  person: Staff,
  code: string,
  now: number,
): Promise<DeskCase | null> {
  const view = await readView(db, keys, regency, person, code);
  if (!view) return null;
  const { row, accused, copies, running } = view.file;
  const { workingDaysBetween } = regency.calendar;
  const end = row.closedAt ?? now;
  const first = view.entries[0];
  const facts = first?.verb === 'submit' ? first.facts : {};
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);
  const category = anyCategory(regency, row.category);
  const area = areaName(regency, row.area);
  return {
    id: row.id,
    code: row.code,
    version: row.version,
    state: row.state,
    open: row.closedAt === null,
    standing: view.standing,
    kind: row.kind,
    title: view.title,
    toldTitle: toldTitle(first, view.title),
    unreadable: view.unreadable,
    text: view.unreadable.words ?? text(view.words?.text),
    erasedAt: row.erasedAt,
    place: text(view.words?.place),
    position: text(view.words?.position),
    occurredOn: text(facts.occurredOn),
    area: row.area && area ? { code: row.area, name: area } : null,
    category: category ? { id: category.id, name: category.name } : null,
    wished: text(facts.office),
    channel: row.channel,
    flags: flagsOf(row),
    tags: view.file.tags,
    anonymous: row.anonymous,
    released: row.releasedAt !== null,
    urgent: row.urgent,
    office: row.office,
    holder: row.holder,
    outside: row.outside,
    copies,
    accused: view.standing === 'secret_holder' ? accused : [],
    sp4n: row.sp4n,
    sp4nLink: view.sp4nLink,
    toCopy: toCopy(row),
    imported: row.importedAt !== null,
    receivedAt: row.receivedAt,
    dueAt: row.importedAt === null ? row.dueAt : null,
    clocks: running
      // The promise has a place of its own.
      .filter((clock) => clock.clock !== 'promise')
      .map((clock) => ({
        clock: clock.clock,
        label: clockName(clock.clock),
        dueAt: clock.dueAt,
        warnAt: clock.warnAt,
        paused: clock.pausedAt !== null,
        ...clockWords(regency, clock, now),
      }))
      .sort((a, b) => a.dueAt - b.dueAt),
    // How long it has been with whom is known to SP4N-LAPOR! alone.
    custody: row.importedAt === null ? withDays(custodyOf(view.entries, row), end, workingDaysBetween) : [],
    days: row.importedAt === null ? Math.max(0, workingDaysBetween(row.receivedAt, end)) : null,
    hops: row.hops,
    entries: view.entries.map((entry) => ({
      seq: entry.seq,
      verb: entry.verb,
      by: byWords(entry, view.names),
      to: targetName(regency, entry.facts.target, view.names),
      mentions: mentioned(entry.facts, view.names),
      at: entry.at,
      visibility: entry.visibility,
      facts: entry.facts,
      words: spoken(entry.words),
      withheld: entry.withheld,
      erased: entry.erased,
      unreadable: entry.unreadable,
    })),
    notices: caseNotices(view.notices, regency),
    attachments: view.attachments,
    suggestion: view.suggestion,
    contact: view.contact,
    why: reasonsOf(view.entries),
    verbs: view.verbs,
    approval: view.approval,
    proposal: proposalOf(view),
    colleagues: view.colleagues.map(({ id, name, roles, offices }) => ({
      id,
      name,
      part: partOf(regency, roles, offices),
    })),
    remindable: view.remindable,
    merged: view.merged,
    reports: view.reports,
  };
}

function mentioned(facts: Record<string, unknown>, names: ReadonlyMap<number, string>): string[] {
  const ids = Array.isArray(facts.mentions) ? facts.mentions : [];
  return ids.map((id) => names.get(Number(id)) ?? 'Petugas');
}

function targetName(regency: Regency, target: unknown, names: ReadonlyMap<number, string>): string | null {
  if (typeof target !== 'string') return null;
  return target.startsWith('office:') ? officeName(regency, target.slice(7)) : actorName(target, names);
}

function spoken(words: CaseView['entries'][number]['words']): Record<string, string> {
  const said = Object.entries(words).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return Object.fromEntries(said);
}

function toldTitle(first: CaseView['entries'][number] | undefined, title: string | null): string | null {
  const told = first?.verb === 'submit' && !first.withheld ? first.words.title : null;
  return told && told !== title ? told : null;
}

/** The day on which an office may still hand a case back is a window, not a duty: it passes, nobody is late. */
function clockWords(
  regency: Regency,
  clock: { clock: string; dueAt: number; pausedAt: number | null },
  now: number,
): Pick<DeskClock, 'words' | 'late'> {
  if (clock.pausedAt !== null) return { words: 'dijeda', late: false };
  const over = clock.dueAt < now;
  if (clock.clock === 'return' && over) return { words: 'sudah lewat', late: false };
  return { words: dueWords(regency, clock.dueAt, now), late: over };
}
