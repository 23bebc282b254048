/** Trying a sentence: the form, and what the router makes of it. */
import { type CaseKind, caseKinds, kindNames } from '../../../../shared/lifecycle/states.ts';
import { clue, ruleName } from '../../../../shared/routing/clue.ts';
import type { RoutingDecision } from '../../../../shared/routing/types.ts';
import { formatDateTime, formatNumber } from '../../../../shared/text.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import { ErrorSummary, type Errors, Notice, Select, TextArea } from '../../../ui/components.tsx';
import { Page } from '../../../ui/layout.tsx';
import type { Run } from '../../routing/queries.ts';
import type { PageBase } from './settings.tsx';

export interface Tried {
  text: string;
  kind: CaseKind;
  category: string;
  area: string;
  /** Null = nothing was typed. */
  decision: RoutingDecision | null;
}

export function TryPage(props: PageBase & { tried: Tried | null; run: Run | null }) {
  const { regency, tried, run } = props;
  const { text = '', kind = 'complaint', category = '', area = '' } = tried ?? {};
  const errors: Errors = tried && !tried.decision ? { text: 'Tulis satu kalimat.' } : {};
  const areas = [...regency.areas.values()].filter(({ level }) => level === 'kecamatan');
  return (
    <Page title="Coba kalimat" regency={regency} side="desk" who={props.who}>
      <p>
        <a href="/desk/pengaturan/kata-kunci">← Kata kunci</a>
      </p>
      <h1>Coba kalimat</h1>
      <p>Lihat ke mana sistem akan mengarahkan sebuah laporan. Yang Anda tulis di sini tidak disimpan.</p>
      {run ? <RunState run={run} regency={regency} /> : null}
      <ErrorSummary errors={errors} labels={{ text: 'Kalimat' }} />
      <form method="post" action="/desk/pengaturan/coba-kalimat">
        <TextArea name="text" label="Kalimat" value={text} error={errors.text} rows={4} required />
        <Select
          name="kind"
          label="Jenis"
          value={kind}
          options={caseKinds.map((value) => ({ value, label: kindNames[value].id }))}
        />
        <Select
          name="category"
          label="Kategori yang dipilih pelapor"
          value={category}
          empty="Tidak dipilih"
          options={[...regency.categories.values()].map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Select
          name="area"
          label="Kecamatan"
          value={area}
          empty="Tidak disebut"
          options={areas.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <button type="submit">Coba</button>
      </form>
      {tried?.decision ? <Result decision={tried.decision} regency={regency} /> : null}
    </Page>
  );
}

function Result({ decision, regency }: { decision: RoutingDecision; regency: Regency }) {
  const name = (code: string) => regency.offices.get(code)?.name ?? code;
  const { outcome, office, rule, facts, candidates } = decision;
  const where = office === null ? 'Belum ada instansi yang disarankan' : name(office);
  return (
    <>
      <h2>Hasilnya</h2>
      <Notice tone={outcome === 'held' ? 'warn' : 'info'} live>
        <p>
          {outcome === 'held'
            ? 'Ditahan untuk verifikator sebagai tuduhan; belum ada instansi yang membacanya.'
            : outcome === 'dispose'
              ? `${where}: didisposisikan tanpa menunggu petugas.`
              : `${where}: disarankan, petugas yang memutuskan.`}
        </p>
      </Notice>
      <p>
        Dasarnya: {ruleName(rule)}.
        {facts.length > 0 ? ` Petunjuk: ${[...new Set(facts.map(clue))].join(', ')}.` : ''}
      </p>
      {candidates.length > 0 ? (
        <>
          <p>Instansi yang dipertimbangkan, dari petunjuk terkuat:</p>
          <ol>
            {candidates.map(({ office: code, score }) => (
              <li>
                {name(code)}: {formatNumber(score * 100)} %
              </li>
            ))}
          </ol>
        </>
      ) : (
        <p>Tidak ada instansi lain yang dipertimbangkan.</p>
      )}
    </>
  );
}

/** How far the suggestions for open cases are. */
function RunState({ run, regency }: { run: Run; regency: Regency }) {
  const { looked, changed, startedAt, finishedAt } = run;
  const counts = `${formatNumber(changed)} dari ${formatNumber(looked)} laporan yang menunggu`;
  return (
    <p class="hint">
      {finishedAt === null
        ? `Saran bagi laporan terbuka sedang diperbarui: ${counts} sejauh ini.`
        : `Saran bagi laporan terbuka terakhir diperbarui ${formatDateTime(finishedAt, regency.about.timeZone)}: ${counts}.`}
      {` Diminta ${formatDateTime(startedAt, regency.about.timeZone)}.`}
    </p>
  );
}
