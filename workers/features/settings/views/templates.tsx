/** The list of templates by who receives them. */
import type { PackTemplate } from '../../../../shared/regencies/types.ts';
import { formatDate } from '../../../../shared/text.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import { Table, Tag } from '../../../ui/components.tsx';
import { Page } from '../../../ui/layout.tsx';
import type { Named } from '../queries.ts';
import { templateName } from '../template-words.ts';
import { BackToSettings, type PageBase } from './settings.tsx';

const groups = [
  { audience: 'reporter', title: 'Kepada pelapor' },
  { audience: 'staff', title: 'Kepada petugas' },
] as const;

export function TemplatesPage(props: PageBase & { rows: Named<PackTemplate>[] }) {
  const { regency, rows } = props;
  return (
    <Page title="Templat pesan" regency={regency} side="desk" who={props.who}>
      <BackToSettings />
      <h1>Templat pesan</h1>
      {groups.map(({ audience, title }) => (
        <Table
          caption={title}
          columns={['Pesan', 'Kapan dikirim', 'Naskah']}
          rows={rows
            .filter(({ data }) => data.audience === audience)
            .map((row) => {
              const { name, when } = templateName(row.data);
              return [
                <a href={`/desk/templat/${row.data.id}`}>{name}</a>,
                when || '–',
                <Standing row={row} regency={regency} />,
              ];
            })}
        />
      ))}
    </Page>
  );
}

/** Whether the words are the pack's or were changed here, when and by whom. */
export function Standing(props: { row: Named<unknown>; regency: Regency }) {
  const { row, regency } = props;
  if (!row.edited) return <>seperti awal</>;
  return (
    <>
      <Tag tone="blue">diubah di sini</Tag> {formatDate(row.updatedAt, regency.about.timeZone)}
      {row.by ? ` oleh ${row.by}` : ''}
      {row.conflict ? (
        <>
          ; <a href="/desk/pengaturan/benturan">paket data juga mengubahnya</a>
        </>
      ) : null}
    </>
  );
}
