/** What a pack would be, before it is made: how many sheets, one of them to look at, and the address for ever. */
import type { PrintFormat } from '../../../../../shared/campaign.ts';
import { formatNumber } from '../../../../../shared/text.ts';
import { newKey } from '../../../../platform/ids.ts';
import type { Regency } from '../../../../regency/snapshot.ts';
import {
  Checkbox,
  ErrorSummary,
  type Errors,
  HiddenKey,
  Notice,
  Summary,
} from '../../../../ui/components.tsx';
import { Page, type Who } from '../../../../ui/layout.tsx';
import { CampaignNav } from '../../nav.tsx';
import { fieldsOf, type Scope, sheetsOf } from '../choice.ts';
import { isPublic, isTrial } from '../make-part.ts';
import { formatNames, scopeWords } from '../names.ts';
import { addressOf } from '../qr.ts';
import type { Printable } from '../queries.ts';
import type { Programs } from './packs.tsx';

interface Props extends Programs {
  regency: Regency;
  who: Who;
  format: PrintFormat;
  scope: Scope;
  places: Printable[];
  origin: string;
  errors: Errors;
}

export function PreviewPage(props: Props) {
  const { regency, who, format, places, scope, programs } = props;
  const [first] = places;
  return (
    <Page title="Paket baru" regency={regency} side="desk" who={who} path="/desk/kampanye">
      <CampaignNav here="/desk/kampanye/cetak" />
      <p>
        <a href={`/desk/kampanye/cetak?${new URLSearchParams(fieldsOf(scope))}`}>← Pilih lagi</a>
      </p>
      <h1>{formatNames[format].name}</h1>
      <ErrorSummary errors={props.errors} />
      {first ? (
        <Chosen {...props} first={first} />
      ) : (
        <Notice tone="info" title="Tidak ada bahan yang cocok">
          <p>
            Pilihan: {scopeWords(scope, regency, programs)}.{' '}
            <a href="/desk/kampanye/papan/rencana">Rencanakan dahulu</a>, atau pilih semua yang punya kode.
          </p>
        </Notice>
      )}
    </Page>
  );
}

function Chosen(props: Props & { first: Printable }) {
  const { regency, format, scope, places, origin, first, programs, errors } = props;
  const query = new URLSearchParams({ format, kode: first.row.code });
  const sheets = places.length * sheetsOf(format);
  return (
    <>
      <Summary
        rows={[
          { term: 'Pilihan', value: scopeWords(scope, regency, programs) },
          { term: 'Tempat', value: formatNumber(places.length) },
          { term: format === 'designer_zip' ? 'Gambar' : 'Halaman', value: formatNumber(sheets) },
          {
            term: 'Contoh',
            value:
              format === 'designer_zip' ? (
                <a href={`/desk/kampanye/${first.row.code}.svg`}>Kode {first.name} (SVG)</a>
              ) : (
                <a href={`/desk/kampanye/cetak/contoh.pdf?${query}`}>Lembar {first.name} (PDF)</a>
              ),
          },
        ]}
      />
      {regency.crest ? null : (
        <Notice tone="info">
          <p>Lambang belum diunggah: lembar dibuat tanpa lambang. Admin mengunggahnya di Pengaturan.</p>
        </Notice>
      )}
      <h2>Yang akan tercetak: {addressOf(origin, first.row.code)}</h2>
      {isTrial(regency, origin) ? (
        <Notice tone="warn" title="Hanya untuk uji coba">
          <p>
            {isPublic(origin)
              ? 'Kanal ini berisi data contoh. '
              : 'Alamat ini bukan alamat umum dengan https. Mintalah pengelola sistem mengatur alamat tetap Kanal (ORIGIN) sebelum mencetak. '}
            Setiap lembar diberi tanda contoh; jangan dipasang.
          </p>
        </Notice>
      ) : (
        <p>Kode yang tercetak berlaku selamanya. Pastikan alamat ini benar dan akan tetap dipakai.</p>
      )}
      <form method="post" action="/desk/kampanye/cetak">
        <HiddenKey value={newKey()} />
        <input type="hidden" name="format" value={format} />
        {fieldsOf(scope).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <Checkbox name="sure" label="Saya sudah memeriksa alamat di atas." hint={errors.sure} required />
        <button type="submit">
          Buat {formatNumber(sheets)} {format === 'designer_zip' ? 'gambar' : 'halaman'}
        </button>
      </form>
    </>
  );
}
