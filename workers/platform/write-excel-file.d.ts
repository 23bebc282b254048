declare module '*/write-excel-file/modules/export/convertFileContentToUint8ArrayUniversal.js' {
  const toBytes: (content: unknown) => Promise<Uint8Array>;
  export default toBytes;
}

declare module '*/write-excel-file/modules/export/writeXlsxFileUniversal.js' {
  export function generateXlsxFileSync(
    sheets: unknown,
    sheetOptions: undefined,
    options: undefined,
    toBytes: (content: unknown) => Promise<Uint8Array>,
  ): Promise<Blob>;
}
