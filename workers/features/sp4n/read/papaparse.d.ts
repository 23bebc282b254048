/** The one call that is used; the package's own types bring all of Node's into the Worker. */
declare module 'papaparse/papaparse.min.js' {
  const papa: {
    parse<Row>(
      text: string,
      options: { delimiter: string; skipEmptyLines: boolean; preview: number },
    ): { data: Row[] };
  };
  export default papa;
}
