/** One criterion: what Kanal shows, what was uploaded, and what the reviewer says. */
import { indicatorNames } from '../../../../../shared/evidence.ts';
import { reviewsEvidence, runsEvaluation } from '../../../../../shared/permissions/rooms.ts';
import type { Regency } from '../../../../regency/snapshot.ts';
import { Done, type Errors, Summary, Tag } from '../../../../ui/components.tsx';
import { Page, type Who } from '../../../../ui/layout.tsx';
import { EvaluationNav } from '../../nav.tsx';
import type { Found } from '../proofs/proofs.ts';
import type { CriterionLine, DocumentRow } from '../queries.ts';
import { StateOf } from '../words.tsx';
import { Artefacts } from './artefacts.tsx';
import { EVIDENCE } from './binder.tsx';
import { Documents } from './documents.tsx';
import { Reviewing } from './reviewing.tsx';

export interface CriterionPageProps {
  regency: Regency;
  who: Who;
  /** "staff:12". */
  me: string;
  line: CriterionLine;
  /** By proof: what would be found today; null = not enough. */
  today: Map<string, Found | null>;
  withdrawn: DocumentRow[];
  /** Names by actor. */
  names: Map<string, string>;
  done: string | undefined;
  /** A form that was refused. */
  refused?: { form: 'document' | 'review'; errors: Errors; typed: Record<string, string>; detail?: string };
}

const sentences: Record<string, string> = {
  catat: 'Bukti dari Kanal tercatat, dengan tanggal, alamat dan SHA-256.',
  tetap: 'Tidak ada bukti baru yang dapat dicatat hari ini.',
  unggah: 'Dokumen tersimpan. Data kamera dan lokasi di dalam foto sudah dibuang.',
  tarik: 'Dokumen ditarik; tidak dihitung lagi. Dapat dipakai lagi kapan saja.',
  pakai: 'Dokumen dipakai lagi.',
  hapus: 'Dokumen dihapus.',
  periksa: 'Hasil pemeriksaan tersimpan.',
};

export function CriterionPage(props: CriterionPageProps) {
  const { regency, who, line } = props;
  const { criterion } = line;
  const runs = runsEvaluation(who);
  const { short } = indicatorNames[criterion.indicator];
  return (
    <Page title={criterion.text} regency={regency} side="desk" who={who} path="/desk/evaluasi">
      <EvaluationNav here={EVIDENCE} />
      <p class="no-print">
        <a href={`${EVIDENCE}/${criterion.indicator}`}>← {short}</a>
      </p>
      <Done sentence={sentences[props.done ?? '']} />
      <h1>{criterion.text}</h1>
      <p>
        <StateOf line={line} />
      </p>
      <Summary
        rows={[
          { term: 'Penilaian', value: `${short}, tingkat ${criterion.level}` },
          {
            term: 'Sumber',
            value: (
              <>
                {criterion.source} {criterion.check ? <Tag tone="amber">perlu dipastikan</Tag> : null}
              </>
            ),
          },
          { term: 'Dokumen yang harus ditambahkan', value: criterion.adds || 'Tidak ada' },
        ]}
      />
      {criterion.proofs.length > 0 ? <Artefacts {...props} runs={runs} /> : null}
      <Documents {...props} runs={runs} opens={reviewsEvidence(who)} />
      <Reviewing {...props} />
    </Page>
  );
}
