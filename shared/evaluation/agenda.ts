/** The agenda that is proposed for an evaluation meeting. */
export const proposedAgenda: readonly string[] = [
  'Pembukaan oleh pimpinan rapat',
  'Keputusan rapat yang lalu dan keadaan rencana aksinya',
  'Angka periode ini: SP4N-LAPOR!, Kanal, dan media sosial',
  'Tanya jawab dengan OPD: laporan lewat janji, salah disposisi, pejabat penghubung',
  'Sosialisasi: desa tanpa laporan dan bahan yang belum dipindai',
  'Yang membaik, dan yang dapat ditiru',
  'Keputusan dan rencana aksi',
];
