/** The fields of a post, for the short form and for its correction. */
import { postOutcomeNames, postOutcomes } from '../../../../shared/social-post.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import { type Errors, Field, Select } from '../../../ui/components.tsx';
import { areaGroups, categoryOptions } from '../../intake/queries.ts';
import type { TypedPost } from '../form.ts';

export const postLabels = {
  link: 'Tautan kiriman',
  topic: 'Topik',
  area: 'Wilayah',
  outcome: 'Hasil',
  code: 'Nomor laporan',
  note: 'Catatan',
  screenshot: 'Tangkapan layar',
};

/** @param props.made it has become a case: that stays */
export function PostFields(props: { regency: Regency; typed: TypedPost; errors: Errors; made?: boolean }) {
  const { regency, typed, errors } = props;
  const given = (name: 'topic' | 'area' | 'outcome' | 'code' | 'note') => ({
    name,
    label: postLabels[name],
    value: typed[name],
    error: errors[name],
  });
  const outcomes = postOutcomes.filter((one) => (one === 'made_case') === (props.made === true));
  return (
    <>
      <div class="pair">
        <Select {...given('topic')} empty="Belum dipilih" options={categoryOptions(regency)} />
        <Select {...given('area')} empty="Tidak disebut" groups={areaGroups(regency)} />
      </div>
      <div class="pair">
        <Select
          {...given('outcome')}
          {...(props.made ? {} : { empty: 'Belum ditentukan' })}
          options={outcomes.map((value) => ({ value, label: postOutcomeNames[value] }))}
        />
        <Field
          {...given('code')}
          hint="Hanya bila sudah ada laporannya."
          more={{ autocomplete: 'off', maxlength: 40 }}
        />
      </div>
      <Field
        {...given('note')}
        hint="Inti kiriman dengan kata Anda sendiri, tanpa nama penulisnya."
        more={{ autocomplete: 'off', maxlength: 500 }}
      />
    </>
  );
}
