/** Network addresses, as far as they tell clients apart. */

/**
 * One household or company by its address: an IPv4 address as it is, of an IPv6 address the first 64 bits written in
 * full, because "::" stands for any number of zeros and one /64 has 2^64 ways to look like somebody else.
 * @returns e.g. "203.0.113.9", "2001:db8:0:1"; '' stays ''
 */
export function householdOf(address: string): string {
  // Some proxies add the port, which is another one for every connection; some write IPv4 as "::ffff:203.0.113.9".
  const four = /\d+(?:\.\d+){3}/.exec(address)?.[0];
  if (four || !address.includes(':')) return four ?? address;
  const [head = '', tail] = address
    .toLowerCase()
    .replace(/^\[|\].*$/g, '')
    .split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail ? tail.split(':') : [];
  const zeros =
    tail === undefined ? [] : Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0');
  return [...left, ...zeros, ...right]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}

/**
 * The network that a household's address belongs to: who rents a /48 has 65,536 households.
 * @returns the first 48 bits of an IPv6 household, null for IPv4
 */
export function networkOf(household: string): string | null {
  return household.includes(':') ? household.split(':').slice(0, 3).join(':') : null;
}
