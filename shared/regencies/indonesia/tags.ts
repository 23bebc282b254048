/** Words to begin with; a regency keeps its own list (local). */
import type { PackTag } from '../types.ts';

export const tags: PackTag[] = [
  { id: 'ramai', label: 'Ramai di media sosial' },
  { id: 'rapat', label: 'Dibahas dalam rapat' },
  { id: 'tinjau-lapangan', label: 'Perlu ditinjau di lapangan' },
  { id: 'lintas-opd', label: 'Perlu beberapa OPD' },
  { id: 'berulang', label: 'Keluhan berulang' },
];
