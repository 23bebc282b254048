/** What the form keeps on the phone, and the button that wipes it. Without JavaScript nothing is kept. */
export function OnThisPhone() {
  return (
    <div class="no-print apart">
      <p class="hint" id="simpanan" role="status" />
      <button type="reset" form="lapor" class="second" id="hapus">
        Hapus dari HP ini
      </button>
      <p class="hint">
        Menghapus isian, laporan yang belum terkirim, dan tanda terima dari HP ini. Yang sudah kami terima
        tidak ikut terhapus.
      </p>
    </div>
  );
}
