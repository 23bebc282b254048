/** What is said about links, posts and media partners of the campaign. */
export const postMessages = {
  'field.target': {
    id: 'Tautan hanya boleh menuju halaman Kanal (/, /lacak, atau halaman program) atau https://www.lapor.go.id/, tanpa tanda tanya.',
    en: 'A link may only lead to a page of Kanal (/, /lacak, or the page of a program) or to https://www.lapor.go.id/, without a query.',
  },
} as const;
