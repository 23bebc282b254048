/** What will happen to the chosen placements, before it happens. */
import { lifeNames } from '../../../../../shared/i18n/campaign-messages.ts';
import { formatNumber } from '../../../../../shared/text.ts';
import { officeGroups } from '../../../../regency/offices.ts';
import {
  Details,
  ErrorSummary,
  type Errors,
  Field,
  givenIn,
  Notice,
  Select,
} from '../../../../ui/components.tsx';
import { Page } from '../../../../ui/layout.tsx';
import { CampaignNav } from '../../nav.tsx';
import { programOptions } from '../../program-select.tsx';
import { movable, type SomeFacts } from '../many.ts';
import { type ManyAction, manyWords } from '../many-words.ts';
import type { ProgramRow } from '../queries.ts';
import type { ShownPlacement } from '../shown.ts';
import { LIST } from './list.tsx';
import { pieceLabels } from './piece-fields.tsx';
import type { RoomProps } from './room.ts';

interface ManyPageProps extends RoomProps {
  chosen: readonly ShownPlacement[];
  action: ManyAction;
  programs: readonly ProgramRow[];
  typed: SomeFacts;
  errors: Errors;
}

export function ManyPage(props: ManyPageProps) {
  const { action, chosen } = props;
  const words = manyWords[action];
  const able = movable(chosen, words.life);
  const left = chosen.filter((one) => !able.includes(one));
  return (
    <Page title={words.title} regency={props.regency} side="desk" who={props.who} path="/desk/kampanye">
      <CampaignNav here="/desk/kampanye/papan" />
      <p>
        <a href={LIST}>← Tempat dan bahan</a>
      </p>
      <h1>{words.title}</h1>
      {able.length === 0 ? (
        <Notice tone="warn" title="Tidak ada yang dapat diubah">
          <p>
            {chosen.length === 0
              ? 'Belum ada bahan yang dicentang.'
              : 'Bahan yang dipilih tidak dalam keadaan yang cocok untuk tindakan ini.'}{' '}
            <a href={LIST}>Kembali ke daftar</a>
          </p>
        </Notice>
      ) : (
        <form method="post" action={`${LIST}/pilihan`} novalidate>
          <ErrorSummary errors={props.errors} labels={pieceLabels} />
          <input type="hidden" name="aksi" value={action} />
          <input type="hidden" name="kode" value={able.map(({ row }) => row.code).join()} />
          <p>
            <strong>{formatNumber(able.length)} bahan</strong> akan diubah. {words.explain}
          </p>
          {left.length > 0 ? (
            <p>
              {formatNumber(left.length)} bahan lain tetap seperti sekarang, karena keadaannya tidak cocok.
            </p>
          ) : null}
          {action === 'atur' ? <SomeFields {...props} /> : null}
          <Details summary="Lihat daftarnya">
            <ul>
              {able.map(({ row, name }) => (
                <li>
                  {name} ({lifeNames[row.life].toLowerCase()})
                </li>
              ))}
            </ul>
          </Details>
          <p class="actions">
            <button type="submit" class={action === 'turunkan' ? 'danger' : undefined}>
              {words.submit}
            </button>
            <a href={LIST}>Batal</a>
          </p>
        </form>
      )}
    </Page>
  );
}

function SomeFields({ regency, programs, typed, errors }: ManyPageProps) {
  const given = givenIn(pieceLabels, typed, errors);
  return (
    <>
      <div class="pair">
        <Select
          {...given('program')}
          empty="Tidak diubah"
          options={[{ value: '-', label: 'Tanpa program' }, ...programOptions(programs)]}
        />
        <Select {...given('hanger')} empty="Tidak diubah" groups={officeGroups(regency)} />
      </div>
      <div class="pair">
        <Field {...given('size')} more={{ maxlength: 60, autocomplete: 'off' }} />
        <Field {...given('design')} type="number" more={{ min: 1, max: 999, inputmode: 'numeric' }} />
        <Field {...given('cost')} more={{ inputmode: 'numeric', autocomplete: 'off', maxlength: 20 }} />
      </div>
    </>
  );
}
