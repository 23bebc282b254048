/**
 * The usual offices of a regency, as a start for a new pack. The codes are roles: routing and categories use them
 * in every regency, whatever the office is called there. All names have to be confirmed by the regency.
 */
import type { OfficeKind, PackArea, PackOffice, PackRegency } from '../types.ts';

type Row = [code: string, name: string, short: string, duties: string];

const opd: Row[] = [
  [
    'SETDA',
    'Sekretariat Daerah',
    'Setda',
    'kebijakan daerah; kesejahteraan rakyat; hukum; organisasi; pengadaan; protokol',
  ],
  ['SETWAN', 'Sekretariat DPRD', 'Setwan', 'aspirasi kepada DPRD'],
  [
    'INSPEKTORAT',
    'Inspektorat Daerah',
    'Inspektorat',
    'pungutan liar; penyalahgunaan wewenang; disiplin ASN; audit dana desa (berkadar pengawasan)',
  ],
  [
    'DISDIKBUD',
    'Dinas Pendidikan dan Kebudayaan',
    'Disdikbud',
    'PAUD; SD; SMP; guru; BOS; SPMB; seragam; kebudayaan',
  ],
  [
    'DINKES',
    'Dinas Kesehatan',
    'Dinkes',
    'puskesmas; posyandu; ambulans; stunting; JKN-PBI; kesehatan lingkungan',
  ],
  ['RSUD', 'Rumah Sakit Umum Daerah', 'RSUD', 'pelayanan rumah sakit'],
  [
    'PUPR',
    'Dinas Pekerjaan Umum dan Penataan Ruang',
    'PUPR',
    'jalan daerah; jembatan; drainase; irigasi; tata ruang; jaringan air bersih',
  ],
  [
    'DPKPP',
    'Dinas Perumahan, Kawasan Permukiman dan Pertanahan',
    'DPKPP',
    'rumah tidak layak huni; jalan lingkungan; pertanahan',
  ],
  [
    'SATPOLPP',
    'Satuan Polisi Pamong Praja',
    'Satpol PP',
    'ketertiban umum; ternak liar; pedagang kaki lima; penegakan perda',
  ],
  ['BPBD', 'Badan Penanggulangan Bencana Daerah', 'BPBD', 'banjir; longsor; pohon tumbang; bantuan bencana'],
  ['DAMKAR', 'Dinas Pemadam Kebakaran dan Penyelamatan', 'Damkar', 'kebakaran; penyelamatan'],
  [
    'DINSOSP3A',
    'Dinas Sosial, Pemberdayaan Perempuan dan Perlindungan Anak',
    'Dinsos P3A',
    'bantuan sosial; PKH; kekerasan terhadap perempuan dan anak',
  ],
  [
    'DISTRANSNAKER',
    'Dinas Tenaga Kerja dan Transmigrasi',
    'Disnakertrans',
    'lowongan; tenaga kerja lokal; hubungan industrial; transmigrasi',
  ],
  [
    'DPPKB',
    'Dinas Pengendalian Penduduk dan Keluarga Berencana',
    'DPPKB',
    'keluarga berencana; keluarga berisiko stunting',
  ],
  ['DKP', 'Dinas Ketahanan Pangan', 'DKP', 'cadangan pangan; harga pangan; stok beras'],
  ['DLH', 'Dinas Lingkungan Hidup', 'DLH', 'sampah; pencemaran; limbah; ruang terbuka hijau'],
  [
    'DISDUKCAPIL',
    'Dinas Kependudukan dan Pencatatan Sipil',
    'Disdukcapil',
    'KTP-el; kartu keluarga; akta; KIA; identitas kependudukan digital',
  ],
  ['DPMD', 'Dinas Pemberdayaan Masyarakat dan Desa', 'DPMD', 'pemerintahan desa; dana desa; BPD; BUMDes'],
  [
    'DISHUB',
    'Dinas Perhubungan',
    'Dishub',
    'penerangan jalan umum; rambu; parkir; terminal; angkutan; uji kendaraan',
  ],
  [
    'DISKOMINFOSP',
    'Dinas Komunikasi, Informatika, Statistik dan Persandian',
    'Diskominfo-SP',
    'admin instansi pengaduan; PPID; internet; blank spot; statistik; persandian',
  ],
  [
    'DISDAGKOPUKM',
    'Dinas Perdagangan, Koperasi dan UKM',
    'Disdagkop-UKM',
    'pasar; harga; tera; LPG; koperasi; UMKM',
  ],
  [
    'DPMPTSP',
    'Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu',
    'DPMPTSP',
    'perizinan; OSS; NIB; PBG',
  ],
  [
    'DISPARPORA',
    'Dinas Pariwisata, Kepemudaan dan Olahraga',
    'Disparpora',
    'wisata; pemuda; sarana olahraga',
  ],
  ['DPK', 'Dinas Perpustakaan dan Kearsipan', 'DPK', 'perpustakaan; arsip'],
  ['DISKAN', 'Dinas Perikanan', 'Diskan', 'nelayan; tambak; perikanan'],
  ['DISTAN', 'Dinas Pertanian', 'Distan', 'pupuk; bibit; hama; alat pertanian; peternakan'],
  [
    'BAPELITBANGDA',
    'Badan Perencanaan, Penelitian dan Pengembangan Daerah',
    'Bapelitbangda',
    'usulan pembangunan; musrenbang; riset dan inovasi',
  ],
  ['BKPSDM', 'Badan Kepegawaian dan Pengembangan SDM', 'BKPSDM', 'CPNS; PPPK; mutasi; kepegawaian'],
  ['BKAD', 'Badan Keuangan dan Aset Daerah', 'BKAD', 'pembayaran; aset daerah'],
  ['BAPENDA', 'Badan Pendapatan Daerah', 'Bapenda', 'PBB-P2; BPHTB; pajak daerah'],
  ['KESBANGPOL', 'Badan Kesatuan Bangsa dan Politik', 'Kesbangpol', 'organisasi masyarakat; kerukunan'],
];

const bumd: Row[] = [['PDAM', 'Perumda Air Minum', 'PDAM', 'air minum perpipaan']];

/** {regency} and {province} are filled in. The river basin authority differs by basin: it stays unnamed. */
const outside: Row[] = [
  ['LUAR-PLN', 'PLN', 'PLN', 'listrik padam; meteran listrik'],
  ['LUAR-BPN', 'Kantor Pertanahan (ATR/BPN) {regency}', 'BPN', 'sertifikat tanah; PTSL'],
  ['LUAR-BPJS', 'BPJS Kesehatan', 'BPJS', 'kepesertaan JKN mandiri'],
  ['LUAR-BPJN', 'Balai Pelaksanaan Jalan Nasional', 'BPJN', 'jalan nasional'],
  ['LUAR-BBWS', 'Balai Wilayah Sungai', 'BWS', 'sungai besar; bendung'],
  ['LUAR-PROV-DIK', 'Dinas Pendidikan Provinsi {province}', 'Disdik Prov', 'SMA; SMK; SLB'],
  ['LUAR-PROV-PU', 'Dinas PU Provinsi {province}', 'PU Prov', 'jalan provinsi'],
  ['LUAR-POLRES', 'Polres {regency}', 'Polres', 'tindak pidana; keadaan darurat 110'],
  ['LUAR-KEMENAG', 'Kantor Kementerian Agama {regency}', 'Kemenag', 'madrasah; haji; nikah'],
  [
    'LUAR-KLH',
    'Kementerian Lingkungan Hidup dan instansi ESDM',
    'KLH/ESDM',
    'izin tambang; tumpahan minyak perusahaan',
  ],
];

/** How citizens reach outside institutions everywhere in the country. */
const contacts: Record<string, string> = {
  'LUAR-PLN': 'Telepon 123 atau aplikasi PLN Mobile',
  'LUAR-BPJS': 'Telepon 165',
  'LUAR-POLRES': 'Telepon 110 (darurat)',
};

/** @returns the usual OPD, the kecamatan offices of `areas` (code KEC- and the area's code), BUMD and outside institutions */
export function usualOffices(
  regency: Pick<PackRegency, 'name' | 'province'>,
  areas: PackArea[],
): PackOffice[] {
  const fill = (text: string) =>
    text.replace('{regency}', regency.name).replace('{province}', regency.province);
  const office =
    (kind: OfficeKind) =>
    ([code, name, short, duties]: Row): PackOffice => {
      const contact = contacts[code];
      return {
        code,
        name: fill(name),
        short,
        kind,
        confirmed: false,
        duties: duties.split('; '),
        ...(contact ? { contact } : {}),
      };
    };
  const districts = areas.filter((area) => area.level === 'kecamatan');
  return [
    ...opd.map(office('opd')),
    ...districts.map(
      (area): PackOffice => ({
        code: `KEC-${area.code}`,
        name: `Kecamatan ${area.name}`,
        short: `Kec. ${area.name}`,
        kind: 'kecamatan',
        confirmed: false,
        duties: ['pelayanan kecamatan', 'ketertiban wilayah'],
        area: area.code,
      }),
    ),
    ...bumd.map(office('bumd')),
    ...outside.map(office('luar')),
  ];
}
