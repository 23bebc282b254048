/** The program of a post, an article, an event, a batch or a piece of material, where a form asks for it. */
import { namedOptions, Select } from '../../ui/components.tsx';

export interface ProgramChoice {
  id: number;
  name: string;
  /** Epoch ms. */
  archivedAt: number | null;
}

/** Those that are not archived, and the one that is chosen. */
export const programOptions = (programs: readonly ProgramChoice[], chosen?: string) =>
  namedOptions(programs.filter(({ id, archivedAt }) => archivedAt === null || String(id) === chosen));

interface Props {
  name: string;
  label: string;
  value: string;
  error: string | undefined;
  programs: readonly ProgramChoice[];
}

export const ProgramSelect = ({ programs, ...given }: Props) => (
  <Select {...given} empty="Tanpa program" options={programOptions(programs, given.value)} />
);
