/** The choice of period and dimension: lists, free dates, and the periods beside. */
import { choosable, type Period, periodId, periodName } from '../../../../../shared/figures/periods.ts';
import type { Staff } from '../../../../../shared/permissions/people.ts';
import { runsEvaluation } from '../../../../../shared/permissions/rooms.ts';
import { Details, ErrorSummary, type Errors, Field, Select } from '../../../../ui/components.tsx';
import { type AskedFor, addressOf, beside, bysFor, FIGURES, mayAsk, type Typed } from '../asked.ts';

const labels = { dari: 'Dari tanggal', sampai: 'Sampai tanggal' };

export function Choice(props: { asked: AskedFor; typed: Typed; who: Pick<Staff, 'roles'>; today: string }) {
  const { asked, typed, who, today } = props;
  const groups = choosable(today)
    .map(({ label, periods }) => ({ label, periods: periods.filter((one) => mayAsk(who, one, today)) }))
    .filter(({ periods }) => periods.length > 0)
    .map(({ label, periods }) => ({ label, options: periods.map(option) }));
  const listed = groups.some(({ options }) => options.some(({ value }) => value === periodId(asked.period)));
  const errors: Errors = typed.wrong
    ? {
        dari: 'Periode ini tidak dikenal. Pilih dari daftar, atau isi dua tanggal yang berurutan, paling lama tiga tahun.',
      }
    : {};
  return (
    <>
      <ErrorSummary errors={errors} labels={labels} title="Periode tidak dapat dibaca" />
      <form method="get" action={FIGURES} class="search no-print">
        <Select
          name="periode"
          label="Periode"
          groups={[...(listed ? [] : [{ label: 'Dipilih', options: [option(asked.period)] }]), ...groups]}
          value={periodId(asked.period)}
        />
        <Select
          name="menurut"
          label="Rincian menurut"
          empty="Tanpa rincian"
          options={bysFor(who).map(({ id, label }) => ({ value: id, label }))}
          value={asked.by?.id}
        />
        <button type="submit" class="second">
          Tampilkan
        </button>
      </form>
      {runsEvaluation(who) ? (
        <OtherDays asked={asked} typed={typed} errors={errors} />
      ) : (
        <p class="hint no-print">
          Angka dibaca per triwulan, agar selisih dua periode tidak membuka angka kecil.
        </p>
      )}
      <Beside asked={asked} today={today} />
    </>
  );
}

function OtherDays({ asked, typed, errors }: { asked: AskedFor; typed: Typed; errors: Errors }) {
  return (
    <Details summary="Tanggal lain" open={typed.wrong}>
      <form method="get" action={FIGURES} class="search no-print">
        {asked.by ? <input type="hidden" name="menurut" value={asked.by.id} /> : null}
        <Field name="dari" label={labels.dari} type="date" value={typed.from} error={errors.dari} required />
        <Field name="sampai" label={labels.sampai} type="date" value={typed.to} required />
        <button type="submit" class="second">
          Tampilkan
        </button>
      </form>
    </Details>
  );
}

const option = (period: Period) => ({ value: periodId(period), label: periodName(period) });

function Beside({ asked, today }: { asked: AskedFor; today: string }) {
  const { before, after } = beside(asked.period, today);
  return (
    <nav class="pages no-print" aria-label="Periode">
      <a href={addressOf({ ...asked, period: before })} rel="prev">
        ← {periodName(before)}
      </a>
      {after ? (
        <a href={addressOf({ ...asked, period: after })} rel="next">
          {periodName(after)} →
        </a>
      ) : null}
    </nav>
  );
}
