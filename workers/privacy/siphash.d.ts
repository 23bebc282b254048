/** npm `siphash`, which comes without types. */
declare module 'siphash' {
  const siphash: {
    /** @param key four words, @param message hashed as UTF-8 @returns 16 hexadecimal digits */
    hash_hex(key: Uint32Array, message: string): string;
  };
  export default siphash;
}
