/**
 * Splits a list into groups whose sizes add up to at most `most`, in order; what is larger alone is a group of its own.
 * For what one statement can hold: a parameter of a few megabytes, a number of rows.
 */
export function groupsOf<T>(list: readonly T[], sizeOf: (one: T) => number, most: number): T[][] {
  const groups: T[][] = [];
  let room = 0;
  for (const one of list) {
    const size = sizeOf(one);
    if (groups.length === 0 || size > room) {
      groups.push([]);
      room = most;
    }
    groups.at(-1)?.push(one);
    room -= size;
  }
  return groups;
}
