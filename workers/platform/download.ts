/**
 * Headers of a file that is kept by whoever asked, and by nobody on the way.
 * @param name with its ending, without personal data
 */
export const asFile = (name: string, type: string) => ({
  'content-type': type,
  'content-disposition': `attachment; filename="${name}"`,
  'x-content-type-options': 'nosniff',
  'cache-control': 'private, no-store',
});
