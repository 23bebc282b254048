/** A month of posts as a table of weeks; on a phone only its days with posts are listed. */
import { postChannelNames } from '../../../../../shared/i18n/campaign-messages.ts';
import { formatDay } from '../../../../../shared/text.ts';
import { Tag } from '../../../../ui/components.tsx';
import { monthText, weeksOf } from '../months.ts';
import type { CampaignPost } from '../queries.ts';
import { type PostState, stateNames, stateOf, stateTones } from '../state.ts';

const WEEKDAYS = 'Senin Selasa Rabu Kamis Jumat Sabtu Minggu'.split(' ');

/** What a day needs to be told of; what is as planned needs no word. */
const told: readonly PostState[] = ['today', 'overdue', 'cancelled'];

export function MonthTable(props: { month: string; posts: readonly CampaignPost[]; nowLocal: string }) {
  const { month, posts, nowLocal } = props;
  const ofDay = (day: string) => posts.filter(({ plannedFor }) => plannedFor.startsWith(day));
  return (
    <table class="stack month">
      <caption>{monthText(month)}</caption>
      <thead>
        <tr>
          {WEEKDAYS.map((name) => (
            <th scope="col">{name}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map((week) => (
          <tr class={week.some((day) => day && ofDay(day).length > 0) ? undefined : 'none'}>
            {week.map((day, index) => {
              const own = day ? ofDay(day) : [];
              return (
                <td data-label={WEEKDAYS[index]} class={own.length === 0 ? 'none' : undefined}>
                  {day ? (
                    <time
                      datetime={day}
                      aria-current={nowLocal.startsWith(day) ? 'date' : undefined}
                      title={formatDay(day)}
                    >
                      {nowLocal.startsWith(day) ? (
                        <strong>{Number(day.slice(8))}</strong>
                      ) : (
                        Number(day.slice(8))
                      )}
                    </time>
                  ) : null}
                  {own.map((post) => (
                    <Entry post={post} nowLocal={nowLocal} />
                  ))}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Entry({ post, nowLocal }: { post: CampaignPost; nowLocal: string }) {
  const state = stateOf(post, nowLocal);
  return (
    <small>
      {post.plannedFor.slice(11).replace(':', '.')} {postChannelNames[post.channel]}:{' '}
      <a href={`/desk/kampanye/unggahan/${post.id}`}>{post.title}</a>{' '}
      {told.includes(state) ? <Tag tone={stateTones[state]}>{stateNames[state]}</Tag> : null}
    </small>
  );
}
