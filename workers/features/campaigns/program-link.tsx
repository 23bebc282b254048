/** The program of a post, an article, an event or a batch, one step away. */
export function ProgramLink({ id, name }: { id: number | null; name: string | null }) {
  if (id === null || name === null) return <>Tanpa program</>;
  return <a href={`/desk/kampanye/program/${id}`}>{name}</a>;
}
