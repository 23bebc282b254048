/**
 * What cases add to the chain of the channel that they came through, for every case, with a banner or without. Only what
 * changed is written: most entries of the history change nothing here.
 */
import { sql } from 'drizzle-orm';
import { type Fold, marksOf } from '../../../cases/fold.ts';
import { cases } from '../../../cases/table.ts';
import type { Db, Statement } from '../../../platform/db.ts';
import { inList } from '../../../platform/in-list.ts';
import { closingsOf, contributes, judgedColumns, type Links, linksOf } from './judge.ts';
import { channelCases, channelCounts } from './table.ts';

type Contribution = typeof channelCases.$inferSelect;

const links = ['submitted', 'accepted', 'settled', 'settledOnTime', 'confirmed'] as const;

export function channelFold(db: Db): Fold {
  return {
    marks: marksOf(db, 'channels'),
    plan: async (caseIds) => {
      // Nobody else can change what is read here before it is written: the mark aborts whoever is not the next.
      const [rows, kept] = await db.batch([
        db.select(judgedColumns).from(cases).where(inList(cases.id, caseIds)),
        db.select().from(channelCases).where(inList(channelCases.caseId, caseIds)),
      ]);
      const closings = await closingsOf(db, rows);
      const added = rows.filter(contributes).map((row): Contribution => {
        return { caseId: row.id, channel: row.channel, ...linksOf(row, closings.get(row.id) ?? null) };
      });
      const same = new Set(kept.map(textOf));
      const now = new Set(added.map(textOf));
      return moveChannels(
        db,
        kept.filter((one) => !now.has(textOf(one))),
        added.filter((one) => !same.has(textOf(one))),
      );
    },
  };
}

const textOf = (one: Contribution) => [one.caseId, one.channel, ...links.map((link) => one[link])].join(' ');

/** @param gone what is taken away @param come what takes its place */
function moveChannels(db: Db, gone: readonly Contribution[], come: readonly Contribution[]): Statement[] {
  if (gone.length + come.length === 0) return [];
  const moves = new Map<string, Links>();
  for (const [sign, list] of [
    [-1, gone],
    [1, come],
  ] as const)
    for (const one of list) {
      const move = moves.get(one.channel) ?? empty();
      for (const link of links) move[link] += sign * one[link];
      moves.set(one.channel, move);
    }
  const plus = (name: string) =>
    sql`${sql.identifier('channel_counts')}.${sql.identifier(name)} + excluded.${sql.identifier(name)}`;
  return [
    ...(gone.length > 0
      ? [
          db.delete(channelCases).where(
            inList(
              channelCases.caseId,
              gone.map(({ caseId }) => caseId),
            ),
          ),
        ]
      : []),
    ...(come.length > 0
      ? [
          db
            .insert(channelCases)
            .select(
              sql`select value ->> 'caseId', value ->> 'channel', ${fields} from json_each(${JSON.stringify(come)})`,
            ),
        ]
      : []),
    db
      .insert(channelCounts)
      .select(
        sql`select value ->> 'channel', ${fields} from json_each(${JSON.stringify(
          [...moves].map(([channel, move]) => ({ channel, ...move })),
        )}) where true`,
      )
      .onConflictDoUpdate({
        target: channelCounts.channel,
        set: {
          submitted: plus('submitted'),
          accepted: plus('accepted'),
          settled: plus('settled'),
          settledOnTime: plus('settled_on_time'),
          confirmed: plus('confirmed'),
        },
      }),
  ];
}

const empty = (): Links => ({ submitted: 0, accepted: 0, settled: 0, settledOnTime: 0, confirmed: 0 });

/** In the order of the columns of both tables. */
const fields = sql.join(
  links.map((link) => sql.raw(`value ->> '${link}'`)),
  sql`, `,
);
