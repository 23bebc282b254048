export async function cleanPdf(bytes: Uint8Array) {
  return { bytes };
}
