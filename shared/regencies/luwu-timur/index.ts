/** The pack of Kabupaten Luwu Timur. */
import { assemble } from '../indonesia/index.ts';
import type { PackArea, PackOffice, PackRegency } from '../types.ts';
import areas from './areas.json' with { type: 'json' };
import offices from './offices.json' with { type: 'json' };
import regency from './regency.json' with { type: 'json' };

export const pack = assemble({
  id: 'luwu-timur',
  regency: regency as PackRegency,
  offices: offices as PackOffice[],
  areas: areas as PackArea[],
  population: [{ area: '73.24', year: 2024, people: 323_422, source: 'Data kependudukan (Dukcapil), 2024' }],
  // The trunk road to Palopo is national.
  topics: [{ to: 'LUAR-BPJN', strong: 'poros palopo, poros . palopo', medium: '' }],
  // Street lights are DPKPP's here, Dishub's in most regencies.
  categoryOffices: { 'lampu-jalan': 'DPKPP' },
});
