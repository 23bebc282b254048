/** What the reporter will read, made of the same parts as the reporter's own page. */
import type { Regency } from '../../../regency/snapshot.ts';
import { Summary } from '../../../ui/components.tsx';
import type { ToldDraft } from '../draft.ts';
import type { ShownFile } from './files.tsx';
import { statusRows } from './status.tsx';
import { Steps } from './way.tsx';

/**
 * @param props.base address under which the desk fetches the files, with a slash at its end
 * @param props.now epoch ms
 */
export function DraftView(props: {
  regency: Regency;
  draft: ToldDraft;
  files: readonly ShownFile[];
  base: string;
  now: number;
}) {
  const { regency, draft } = props;
  const seq = draft.entries[0]?.seq ?? 0;
  return (
    <div class="notice info">
      <Summary rows={statusRows(regency, draft.status, props.now)} />
      <Steps
        regency={regency}
        of={{ entries: draft.entries, attachments: props.files.map((file) => ({ ...file, seq })) }}
        base={props.base}
      />
    </div>
  );
}
