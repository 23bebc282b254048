/** What is still to be copied to SP4N-LAPOR! by hand, one after the other. */
import { asc, type SQL, sql } from 'drizzle-orm';
import { standing } from '../../../shared/permissions/index.ts';
import type { Staff } from '../../../shared/permissions/people.ts';
import { factsOf } from '../../cases/load.ts';
import type { ToCopy } from '../../cases/sp4n.ts';
import { caseAccused, cases } from '../../cases/table.ts';
import type { Db } from '../../platform/db.ts';
import type { DeskCase } from './queries.ts';

export type CopyList = Exclude<ToCopy, null>;

/** Cases looked at for one that this person may read. */
const LOOK = 25;

/** In the words of the partial indexes cases_not_in_sp4n and cases_answer_not_copied, so that they are used. */
const lists: Record<CopyList, { where: SQL; at: typeof cases.receivedAt | typeof cases.answeredAt }> = {
  report: {
    where: sql`${cases.sp4n} is null and ${cases.spam} = 0 and ${cases.berkadar} = 0 and ${cases.routedAt} is not null and ${cases.state} not in ('held', 'merged')`,
    at: cases.receivedAt,
  },
  answer: {
    where: sql`${cases.sp4n} is not null and ${cases.berkadar} = 0 and ${cases.answeredAt} > ifnull(${cases.sp4nAnswerAt}, 0)`,
    at: cases.answeredAt,
  },
};

/**
 * The next of the list for an administrator, oldest first and around: an anonim case waits until it is released.
 * @param after code of the case they look at
 * @returns null when there is no other
 */
export async function nextToCopy(
  db: Db,
  person: Staff,
  list: CopyList,
  after: string,
): Promise<string | null> {
  const { where, at } = lists[list];
  const [from] = await db.select({ id: cases.id, at }).from(cases).where(sql`${cases.code} = ${after}`);
  const search = (position: SQL) =>
    db
      .select({
        row: cases,
        accused: sql<string>`(select json_group_array(${caseAccused.subject}) from ${caseAccused} where ${caseAccused.caseId} = ${cases.id})`,
      })
      .from(cases)
      .where(sql`${where} and ${position}`)
      .orderBy(asc(at), asc(cases.id))
      .limit(LOOK);
  const later = sql`(${at}, ${cases.id}) > (${from?.at ?? 0}, ${from?.id ?? 0})`;
  const found = (await db.batch([search(later), search(sql`true`)])).flat();
  const next = found.find(({ row, accused }) => {
    const facts = factsOf({ row, accused: JSON.parse(accused) as string[], copies: [] });
    const waits = row.anonymous && row.releasedAt === null;
    return row.code !== after && !waits && standing(person, facts) === 'admin';
  });
  return next?.row.code ?? null;
}

/** The words of the last answer that reached the reporter, or null. */
export function answerOf(view: Pick<DeskCase, 'entries'>): string | null {
  const last = view.entries.findLast(
    ({ verb, words }) => (verb === 'answer' || verb === 'close_forwarded') && words.text,
  );
  return last?.words.text ?? null;
}
