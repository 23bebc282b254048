/** Before a change is saved: what changes, what it would have done, and the way on or back. */
import type { Child } from 'hono/jsx';
import { Checkbox, Notice, Summary } from '../../../ui/components.tsx';
import { Page, type Who } from '../../../ui/layout.tsx';
import { addressOf, rowAddress } from '../kinds/kind.ts';
import { differences } from '../kinds/values.ts';
import type { Place } from '../place.ts';
import type { Planned } from '../previews.tsx';

interface PreviewProps extends Place {
  who: Who;
  planned: Planned;
  effect: Child;
  /** What was sent, and travels on. */
  kept: { name: string; value: string }[];
  choice: { name: string; label: string; hint: string; ticked: boolean } | undefined;
  /** Name of the button back to the form. */
  again: string;
  action: string;
  /** Something else was shown before. */
  stale: boolean;
}

export function PreviewPage(props: PreviewProps) {
  const { kind, ctx, planned, choice } = props;
  const { regency } = ctx;
  const row = planned.data ?? planned.before;
  const name = row ? kind.label(row, regency) : kind.name;
  const { id, before, data } = planned;
  return (
    <Page title={`Tinjau: ${name}`} regency={regency} side="desk" who={props.who}>
      <p>
        <a href={id === null ? addressOf(kind) : rowAddress(kind, id)}>← {id === null ? kind.name : name}</a>
      </p>
      {props.stale ? (
        <Notice tone="warn" live>
          <p>Isian atau pengaturan lain berubah sejak Anda meninjau. Yang di bawah ini akibatnya sekarang.</p>
        </Notice>
      ) : null}
      <h1>Tinjau dulu: {name}</h1>
      <p>Belum ada yang tersimpan.</p>
      {data === null ? (
        <p>Diakhiri: tidak berlaku lagi.</p>
      ) : (
        <Summary
          rows={differences(kind, before, data, regency).map(({ label, from, to }) => ({
            term: label,
            value: <Changed from={from} to={to} />,
          }))}
        />
      )}
      {props.effect}
      <form method="post" action={props.action}>
        {props.kept.map(({ name, value }) => (
          <input type="hidden" name={name} value={value} />
        ))}
        {choice ? (
          <Checkbox name={choice.name} label={choice.label} hint={choice.hint} checked={choice.ticked} />
        ) : null}
        <p>
          <button type="submit">Simpan</button>{' '}
          {planned.typed ? (
            <button type="submit" class="second" name={props.again} value="1">
              Ubah lagi
            </button>
          ) : null}
        </p>
      </form>
    </Page>
  );
}

/** Of long lists only what comes and goes. */
function Changed({ from, to }: { from: string; to: string }) {
  const [before, after] = [from, to].map((text) => text.split(', '));
  if (!before || !after || before.length + after.length < 6) return <>{`${from} → ${to}`}</>;
  const gone = before.filter((entry) => !after.includes(entry));
  const come = after.filter((entry) => !before.includes(entry) && entry !== '–');
  return (
    <>
      {come.length > 0 ? <div>Ditambah: {come.join(', ')}</div> : null}
      {gone.length > 0 && from !== '–' ? <div>Dihapus: {gone.join(', ')}</div> : null}
      {come.length + gone.length === 0 ? 'Hanya urutannya.' : null}
    </>
  );
}
