/**
 * Small signs of an accusation that names no kind of misconduct (irony, fear, pressure, secrecy), and of a report
 * that blames nobody (a question, a thing that broke, a system that fails, an officer who helps). One of them says
 * nothing; what they weigh together with everything else stands in weights.json.
 */
import type { AccusationData } from '../../../routing/types.ts';

export const hints: AccusationData['hints'] = [
  {
    id: 'ironi',
    patterns: `ajaib, ~ajaib, tega, aneh, ~aneh, kok bisa, heran, ~heran, janggal, ~janggal, curiga, ~curiga, lucu, lucunya, kebetulan, hebat, entah, misteri, enak, enaknya, ironis, mustahil, pantas, ~pantas, wajar, layak, masuk akal, logika, rahasia umum, semua .. tahu, orang .. tahu, siapa .. sebenarnya, siapa .. ~awas|~periksa|bertanggung, apa namanya, kesal, muak, geram, kecewa, sakit hati, menyakitkan, ~zalim, zalim, dosa, malu, ~malu, raja kecil, seperti raja, milik nenek moyang, luar biasa, kompak, mendadak, tiba tiba, anehnya, bukan main, lancar .. kalau`,
  },
  {
    id: 'sanksi',
    patterns:
      '~tindak tegas, ditindak, ~usut, ~selidik, ~audit, ~copot, ~pecat, ~sanksi, ~evaluasi, ~tegur, ~adil, ~hukum, ~bina, ~awas, diganti orangnya, ~berantas, inspektorat, kpk, kejaksaan, ombudsman',
  },
  {
    id: 'isyarat',
    patterns: `mengerti, pengertian, paham, tahu diri, ~salaman, ~lipat, lembar, kertas, sukarela, seikhlasnya, kebersamaan, sampul, ~tebus, laci, map, langsung .. ~layan, # .. cuma, datang cuma, habis .. tidak, rinci, rincian, nyatanya, muka, bungkusan, bingkisan, parsel, jatah`,
  },
  {
    id: 'takut',
    patterns: `takut, ~takut, tidak berani, tidak .. berani, terpaksa, ~paksa, ikhlas, pasrah, jangan sebut, rahasia, ~rahasia, identitas, saksi, bukti, rekam, rekaman, percakapan, video, ~ancam, diam, bungkam, dendam, ditandai, dikucilkan, ~intimidasi, jangan .. ketahuan, nama saya, orang kecil, rakyat kecil, mohon dilindungi, tidak ada .. berani, trauma, menangis, nangis`,
  },
  {
    id: 'tekanan',
    patterns: `disuruh, ~suruh, dipaksa, wajib, ~wajib, harus, ~haruskan, syarat, asal, kalau tidak, ~ancam, kalau mau, kalau mau .. cepat, kecuali, baru .. ~layan|~proses|~urus|~tandatangan, ditawari, ~tawar, ~damai, ~desak, ~ulur, dipersulit, ~sulit, ~putar, bolak balik`,
  },
  {
    id: 'ambil',
    patterns: `~ambil, ~jual, ~pegang, ~tahan, ~simpan, ~pakai, ~kuasai, ~bawa, ~potong, ~tarik, ~tagih, ~pungut, ~alih, ~hapus, ~coret, ~habis, ~gadai, ~sewa, ~ganti, ~palsu, ~bocor, ~selip, ~kurang, ~pinjam, ~minta, ~setor, ~beri, ~kasih, ~bagi, ~terima, ~titip, ~tukar, ~ubah, ~tebang, ~pagar, ~manfaat, ~untung`,
  },
  {
    id: 'uang',
    patterns: `uang, ribu, juta, rupiah, miliar, dana, anggaran, amplop, lembar, transfer, rekening, ~bayar, tabungan, honor, insentif, gaji, kas, iuran, sumbangan, setoran, biaya, tarif, jatah, bantuan, kuitansi, karcis, laporan, sobekan, bon, nota, proyek, aset, jabatan`,
  },
  {
    id: 'kerabat',
    patterns: `keluarga, adik, kakak, anak, istri, suami, keponakan, menantu, ipar, sepupu, kerabat, saudara, kenalan, dekat, teman, duluan, ~dulu, ~utama, khusus, langsung, ~istimewa, milik, ~milik, punya, pribadi, sendiri, ~sendiri, pendukung, mantan, orangnya`,
  },
  {
    id: 'sembunyi',
    patterns: `diam diam, ~sembunyi, ~bisik, tidak .. ~umum, tidak .. tahu, tanpa, tidak .. ~jelas, tertutup, malam malam, belakangan, bawah, pura pura, ~pura, tidak .. kasih tahu, tidak .. ~beri tahu, tidak .. ~tunjuk, entah mana, gelap, tidak ada .. kuitansi|karcis|surat|bukti|papan|laporan|rapat`,
  },
  {
    id: 'balik',
    patterns: `padahal, malah, ternyata, katanya, bilang, dibilang, justru, sementara, sedangkan, alasan, ~alasan, giliran, begitu .. langsung, kata, bilangnya, ngakunya, ujung ujung, buktinya, nyatanya`,
  },
  {
    id: 'tugas',
    patterns: `jam kerja, masuk, pulang, datang, hadir, jarang, sering, terlambat, telat, ~layan, ~layani, jabatan, tugas, ~tugas, wewenang, bosnya, atasan, bawahan, seragam, dinas, absen, kosong, tutup, tidak pernah, selalu, tiap, setiap`,
  },
  {
    id: 'pertanyaan',
    patterns: `apa syarat, syaratnya, apa saja, bagaimana cara, cara .. ~daftar|~urus|~ubah|~ganti|~ajukan, urus mana, harus mana, daftar mana, mana .. ~urus|~daftar, kapan, bisakah, bolehkah, apakah, adakah, berapa lama, berapa hari, info, informasi, jadwal, masih buka, dibuka lagi, bisa .. ~bantu, apa bisa, apa boleh, bagaimana ini, solusi`,
  },
  {
    id: 'usulan',
    patterns: `usul, ~usul, ~tambah .. ~armada|guru|dokter|bidan|petugas|ruang|mesin|loket|bangku, tambah, ~tambah, ~adakan, ~perbaiki, ~perbaikan, ~aspal, ~timbun, ~ukur ulang, ~tempatkan .. guru|bidan|dokter|perawat, ~pasang, ~fasilitasi, mohon bantuan, minta bantuan, kepastian, ~percepat, ~tinjau, ~latih, sosialisasi`,
  },
  {
    id: 'kerusakan',
    patterns: `@rusak, mogok, ~bakar, ~terbakar, petir, banjir, longsor, macet, mampet, roboh, stok .. habis|kosong, obat .. habis|kosong, habis, kosong .. minggu|bulan, blangko, belum datang, belum cair, terlambat cair, tidak cukup, kurang, kekecilan, penuh, antrean .. panjang, antre, cuma satu, tidak muat, basi, kedaluwarsa`,
  },
  {
    id: 'sistem',
    patterns: `sistem, aplikasi, server, jaringan, sinyal, error, eror, gangguan, gagal, online, daring, pusat, kementerian, dtks, dtsen, padan, tidak padan, terblokir, blokir, verifikasi, otomatis, pembaruan, sinkron, nik, status, tunggu .. giliran, kuota, salah ketik, salah catat, salah tulis, salah nama, salah pin`,
  },
  {
    id: 'membantu',
    patterns: `@pejabat .. ~bantu|~temani|~antar|~jelaskan|ramah|sabar|baik|~usaha|~minta maaf|~arahkan|~kasih tahu|~upaya, ~bantu .. @pejabat, sudah .. lapor, sudah .. ~usul, ~lapor .. kabupaten|dinas|provinsi, ~arahkan, minta maaf, terimakasih, ~terimakasih, bagus, senang, syukur, kasihan .. @pejabat, @pejabat .. kasihan|kewalahan|sendiri .. ~layan, uang sendiri, biaya sendiri, kami maklum, maklum, baik baik, jelas .. papan, ~tempel .. papan, transparan, ~umum .. terbuka`,
  },
  {
    id: 'resmi',
    patterns: `surat edaran, edaran, hasil rapat, musyawarah, ~sepakat, sesuai perda, perda, perbup, retribusi, tarif .. papan, sesuai tarif, dapat karcis, ada karcis, ada kuitansi, kuitansi resmi, denda, kas negara, bank, teller, loket bank, kode bayar, virtual, qris, pajak`,
  },
  {
    id: 'bukan pejabat',
    patterns: `swasta, perusahaan, pabrik, toko, koperasi, arisan, tetangga, majikan, mandor, kontraktor, pedagang, penjual, pemilik .. kos|kontrakan|kebun|toko|warung, leasing, debt collector, pinjol, pemuda, preman, sopir travel, ojek, rentenir, bos, klinik, yayasan, developer, pengembang, tukang, calo, suami saya, mantan, keluarga sendiri, masjid, gereja, pengurus masjid, panitia .. masjid|gereja|turnamen|reuni, ketua .. arisan|kelas|reuni`,
  },
];
