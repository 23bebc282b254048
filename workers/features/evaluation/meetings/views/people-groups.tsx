/** The people of a meeting by kind of office: folded, so that a long list is looked through, with one tick for a whole group. */
import type { Child } from 'hono/jsx';
import { Checkbox, Details } from '../../../../ui/components.tsx';
import { groupsOf, type Invitee, type InviteeGroup } from '../people.ts';

/** Up to so many people nothing is folded. */
const FEW = 12;

export function Ticks({ people, own }: { people: Invitee[]; own: string }) {
  return (
    <form method="post" action={`${own}/hadir`} autocomplete="off">
      <h2>Yang hadir</h2>
      <p class="hint">Centang yang datang, lalu simpan di bawah daftar.</p>
      {people.map(({ id, attended }) => (attended ? <input type="hidden" name="before" value={id} /> : null))}
      <Groups people={people}>
        {(group) => (
          <Boxes
            group={group}
            name="came"
            all="hadir semua"
            hintOf={({ name, office, account, told }) => [
              name === null ? 'Belum ada nama' : office,
              account ? (told ? 'undangan terkirim' : 'undangan belum dikirim') : 'undangan dengan surat',
            ]}
          />
        )}
      </Groups>
      <div class="actions">
        <button type="submit">Simpan kehadiran</button>
      </div>
    </form>
  );
}

export function Withdraw({ people, own }: { people: Invitee[]; own: string }) {
  const absent = people.filter(({ attended }) => !attended);
  if (absent.length === 0) return null;
  return (
    <Details summary="Cabut undangan">
      <form method="post" action={`${own}/cabut`}>
        <Groups people={absent}>
          {(group) => (
            <Boxes
              group={group}
              name="ids"
              all="cabut semua"
              hintOf={({ name, office }) => (name === null ? [] : [office])}
            />
          )}
        </Groups>
        <button type="submit" class="second">
          Cabut undangan yang dicentang
        </button>
      </form>
    </Details>
  );
}

export const Seen = ({ people }: { people: Invitee[] }) => (
  <Groups people={people}>
    {(group) => (
      <ul>
        {group.people.map(({ name, office, attended }) => (
          <li>
            {[name, office].filter(Boolean).join(', ')}: {attended ? 'hadir' : 'tidak tercatat hadir'}
          </li>
        ))}
      </ul>
    )}
  </Groups>
);

function Groups({ people, children }: { people: Invitee[]; children: (group: InviteeGroup) => Child }) {
  const open = people.length <= FEW;
  return (
    <div class="acts">
      {groupsOf(people).map((group) => {
        const came = group.people.filter(({ attended }) => attended).length;
        const told = came > 0 ? `, ${came} hadir` : '';
        return (
          <Details summary={`${group.name}: ${group.people.length} orang${told}`} open={open}>
            {children(group)}
          </Details>
        );
      })}
    </div>
  );
}

function Boxes(props: {
  group: InviteeGroup;
  name: 'came' | 'ids';
  /** What ticking everybody means. */
  all: string;
  hintOf: (one: Invitee) => string[];
}) {
  const { group, name, all, hintOf } = props;
  const { kind, people } = group;
  return (
    <>
      {people.length > 1 ? (
        <Checkbox
          name={name}
          id={`${name}-${kind ?? 'lain'}`}
          value={people.map(({ id }) => id).join(' ')}
          label={
            <strong>
              {group.name}: {all}
            </strong>
          }
        />
      ) : null}
      <div class="pair">
        {people.map((one) => (
          <Checkbox
            name={name}
            id={`${name}-${one.id}`}
            value={String(one.id)}
            label={one.name ?? one.office}
            hint={hintOf(one).filter(Boolean).join(' · ')}
            checked={name === 'came' && one.attended}
          />
        ))}
      </div>
    </>
  );
}
