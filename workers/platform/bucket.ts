/** What is done to many objects of the bucket at once. */

/** Deletes everything whose key begins so, also what no row names. @throws when R2 does not answer */
export async function deleteFolder(files: R2Bucket, prefix: string): Promise<void> {
  for (;;) {
    const { objects, truncated } = await files.list({ prefix });
    if (objects.length > 0) await files.delete(objects.map(({ key }) => key));
    if (!truncated) return;
  }
}
