/** Where a word stands that was sealed at the first start: whoever can open it has the keys of the data. */
export const keyCheck = { table: 'meta', column: 'value', row: 'key_check' };
