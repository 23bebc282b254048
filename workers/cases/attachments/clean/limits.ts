/** How large an attachment may be (domain: at most 5 files of 10 MB). */

/** Bytes, before and after cleaning. */
export const MAX_BYTES = 10 * 1024 * 1024;

/** Pixels of a picture; a phone's 50-megapixel photo passes. (local) */
export const MAX_PIXELS = 64_000_000;

/** Pages of a PDF. (local) */
export const MAX_PAGES = 200;
