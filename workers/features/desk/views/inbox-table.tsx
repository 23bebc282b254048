/** The lines of a list; on a phone each is a card. A line can be opened in place, then its answer stands under it. */
import type { Child } from 'hono/jsx';
import { kindNames } from '../../../../shared/lifecycle/states.ts';
import { formatDate } from '../../../../shared/text.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import { StateTag, Tag } from '../../../ui/components.tsx';
import { addressOf, type ListState } from '../address.ts';
import type { InboxLine, InboxPage } from '../inbox.ts';
import type { DeskList } from '../lists.ts';

import { areaName, besideState, dueWords, flagNames, flagsOf, holderName, tagName } from '../words.ts';
import { PickBox } from './bulk-pick.tsx';

interface Props {
  regency: Regency;
  list: DeskList;
  state: ListState;
  page: InboxPage;
  now: number;
  opened: { code: string; answer: Child } | null;
  /** Cases can be ticked, for the form below the list (bulk-pick.tsx). */
  picking?: boolean;
}

const timeTitles = { closed: 'Ditutup', received: 'Diterima', answered: 'Dijawab', due: 'Batas waktu' };

export function InboxTable(props: Props) {
  const { list, page, regency, opened } = props;
  const columns = ['Laporan', 'Keadaan', 'Wilayah', timeTitles[list.time ?? 'due'], 'Dipegang'];
  return (
    <table class="stack">
      <caption class="vh">{list.label}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th scope="col">{column}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {page.lines.map((line) => (
          <>
            <tr>
              <th scope="row">
                <Head
                  line={line}
                  state={props.state}
                  opened={opened?.code === line.code}
                  picking={props.picking === true}
                />
              </th>
              {cells(line, list, regency, props.now).map((cell, at) => (
                <td data-label={columns[at + 1]} class={cell === '–' ? 'none' : undefined}>
                  {cell}
                </td>
              ))}
            </tr>
            {opened?.code === line.code ? (
              <tr>
                <td colspan={columns.length}>{opened.answer}</td>
              </tr>
            ) : null}
          </>
        ))}
      </tbody>
    </table>
  );
}

function Head(props: { line: InboxLine; state: ListState; opened: boolean; picking: boolean }) {
  const { code, title, row, answerable } = props.line;
  return (
    <>
      <a id={`baris-${code}`} href={`/desk/kasus/${code}`}>
        {title ?? 'Laporan anonim, belum dilepas'}
      </a>
      <small>
        <span class="nw">{code}</span> · {kindNames[row.kind].id}
      </small>
      {props.picking ? <PickBox code={code} /> : null}
      {answerable && !props.opened && !props.picking ? (
        <small class="no-print">
          <a href={`${addressOf(props.state, { jawab: code })}#jawab`}>
            Jawab di sini<span class="vh">: {code}</span>
          </a>
        </small>
      ) : null}
    </>
  );
}

function cells({ row }: InboxLine, list: DeskList, regency: Regency, now: number): Child[] {
  const tags = (JSON.parse(row.tags) as string[]).map((id) => tagName(regency, id));
  const signs = besideState(flagsOf(row)).map((flag) => flagNames[flag]);
  return [
    <>
      <StateTag state={row.state} side="desk" />
      {signs.length > 0 ? <small>{signs.join(', ')}</small> : null}
      {tags.length > 0 ? <small>Label: {tags.join(', ')}</small> : null}
    </>,
    areaName(regency, row.area) ?? '–',
    timeOf(row, list, regency, now),
    holderName(regency, row.holder),
  ];
}

function timeOf(row: InboxLine['row'], list: DeskList, regency: Regency, now: number): Child {
  const moments = { closed: row.closedAt, received: row.receivedAt, answered: row.answeredAt };
  const moment = list.time && moments[list.time];
  if (moment) return formatDate(moment, regency.about.timeZone);
  if (row.closedAt !== null) return 'sudah ditutup';
  if (row.importedAt !== null) return 'tidak tersedia';
  const due = dueWords(regency, row.nextDueAt, now);
  return row.nextDueAt < now ? <Tag tone="red">{due}</Tag> : due;
}
