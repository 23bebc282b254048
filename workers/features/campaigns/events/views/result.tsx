/** What came of an event: held, how many came, minutes. */
import { formatNumber } from '../../../../../shared/text.ts';
import { Checkbox, ErrorSummary, Field, Notice, Summary, TextArea } from '../../../../ui/components.tsx';
import type { EventRow } from '../queries.ts';
import type { EventPageProps } from './event.tsx';

export interface TypedResult {
  held: boolean;
  headcount: string;
  result: string;
}

const labels = { held: 'Sudah dilaksanakan', headcount: 'Jumlah yang hadir', result: 'Hasil' };

export function Result(props: EventPageProps & { changes: boolean }) {
  const { line, local, refused, changes } = props;
  const { row } = line;
  if (row.startsAt > local && refused === undefined && row.heldAt === null) return null;
  const mine = refused?.form === 'result' ? refused : undefined;
  if (!changes && !mine) return <Told row={row} />;
  const typed = mine?.result ?? typedResult(row);
  const errors = mine?.errors ?? {};
  return (
    <section aria-labelledby="hasil">
      <h2 id="hasil">Hasil acara</h2>
      {mine?.conflict ? <Meanwhile row={row} /> : null}
      <form method="post" action={`/desk/kampanye/acara/${row.id}/hasil`} autocomplete="off" novalidate>
        <ErrorSummary errors={errors} labels={labels} />
        <input type="hidden" name="version" value={row.version} />
        <Checkbox name="held" label={labels.held} checked={typed.held} />
        <Field
          name="headcount"
          label={labels.headcount}
          hint="Bila tidak ada daftar nama, misalnya pertemuan desa."
          value={typed.headcount}
          error={errors.headcount}
          more={{ inputmode: 'numeric' }}
        />
        <TextArea
          name="result"
          label={labels.result}
          hint="Apa yang dibahas dan disepakati. Tanpa nama warga."
          value={typed.result}
          error={errors.result}
          rows={6}
          more={{ maxlength: 8000 }}
        />
        <div class="actions">
          <button type="submit">Simpan hasil</button>
        </div>
      </form>
    </section>
  );
}

/** What is there now, above what was typed. */
function Meanwhile({ row }: { row: EventRow }) {
  if (row.cancelledAt !== null)
    return (
      <Notice tone="warn" title="Orang lain sudah membatalkan acara ini" live>
        <p>Isian Anda ada di bawah dan belum tersimpan. Pakai lagi acaranya lebih dahulu.</p>
      </Notice>
    );
  return (
    <Notice tone="warn" title="Orang lain sudah mengubah acara ini" live>
      <p>Isian Anda ada di bawah; bila disimpan, isian Anda yang berlaku. Yang tersimpan sekarang:</p>
      <Told row={row} />
    </Notice>
  );
}

export const typedResult = (row: EventRow): TypedResult => ({
  held: row.heldAt !== null,
  headcount: row.headcount === null ? '' : String(row.headcount),
  result: row.result,
});

function Told({ row }: { row: EventRow }) {
  return (
    <Summary
      rows={[
        { term: labels.held, value: row.heldAt === null ? 'Belum dicatat' : 'Ya' },
        {
          term: labels.headcount,
          value: row.headcount === null ? 'Tidak dihitung' : formatNumber(row.headcount),
        },
        {
          term: labels.result,
          value: row.result ? <p class="quote">{row.result}</p> : 'Belum ditulis',
        },
      ]}
    />
  );
}
