/**
 * Which totals may be told beside parts of which the small ones are hidden, so that no hidden number can be found by
 * subtracting. Totals are taken in their order, and one is told when afterwards
 *
 * 1. hidden numbers that no told total tells apart add up to 5 or more, and each of them alone could still be anything
 *    from 1 to 4;
 * 2. for each hidden number there is another one, with which every number and every total that is told stays what it is,
 *    also when it is known that a link of the chain is never larger than the one before.
 *
 * Any other total becomes the range that the shown parts leave, which tells nothing more. Pure.
 */
import { LEAST } from './small-counts.ts';

const MOST = LEAST - 1;

export interface Part<Link extends string> {
  counts: Readonly<Record<Link, number>>;
  /** Totals that it is part of. */
  groups: readonly string[];
}

/** From … to; a total that is told has both equal. */
export interface Range {
  least: number;
  most: number;
}

/**
 * @param within the link that each link is never larger than, or null
 * @param groups the totals, the most wanted first
 * @param invented the data are a demo's and point at nobody: everything is told
 */
export function totalsOf<Link extends string>(
  parts: readonly Part<Link>[],
  within: Readonly<Record<Link, Link | null>>,
  groups: readonly string[],
  invented: boolean,
): Map<string, Record<Link, Range>> {
  const links = Object.keys(within) as Link[];
  const members = new Map(groups.map((group): [string, Part<Link>[]] => [group, []]));
  for (const part of parts) for (const group of part.groups) members.get(group)?.push(part);
  const told = new Told(parts, within);
  return new Map(
    groups.map((group) => {
      const own = members.get(group) ?? [];
      const ranges = links.map((link) => [link, rangeOf(own, link, invented || told.add(own, link))]);
      return [group, Object.fromEntries(ranges) as Record<Link, Range>];
    }),
  );
}

const isHidden = (count: number) => count > 0 && count < LEAST;

function rangeOf<Link extends string>(parts: readonly Part<Link>[], link: Link, exact: boolean): Range {
  const range = { least: 0, most: 0 };
  for (const { counts } of parts) {
    const unknown = !exact && isHidden(counts[link]);
    range.least += unknown ? 1 : counts[link];
    range.most += unknown ? MOST : counts[link];
  }
  return range;
}

/** What is told so far. Hidden numbers of one link that stand in the same told totals form a class. */
class Told<Link extends string> {
  readonly #links: Link[];
  /** By link: the class of each part whose number is hidden; '' while no told total holds it. */
  readonly #classOf: Record<Link, Map<Part<Link>, string>>;
  readonly #classes = new Map<string, Set<Part<Link>>>();
  #totals = 0;

  constructor(
    parts: readonly Part<Link>[],
    readonly within: Readonly<Record<Link, Link | null>>,
  ) {
    this.#links = Object.keys(within) as Link[];
    const hidden = (link: Link) => parts.filter(({ counts }) => isHidden(counts[link]));
    this.#classOf = Object.fromEntries(
      this.#links.map((link) => [link, new Map(hidden(link).map((part) => [part, '']))]),
    ) as Record<Link, Map<Part<Link>, string>>;
  }

  /** Tells the total of these parts if that is safe. @returns whether it is told */
  add(parts: readonly Part<Link>[], link: Link): boolean {
    const classOf = this.#classOf[link];
    const hidden = parts.filter((part) => classOf.has(part));
    if (hidden.length === 0) return true;
    const before = new Map(hidden.map((part) => [part, classOf.get(part) ?? '']));
    const name = `${++this.#totals}`;
    for (const [part, old] of before) this.#move(part, link, old, `${old} ${name}`);
    const split = [...new Set(before.values())].flatMap((old) => [old, `${old} ${name}`]);
    if (split.every((one) => this.#isSafe(link, one))) return true;
    for (const [part, old] of before) this.#move(part, link, `${old} ${name}`, old);
    return false;
  }

  #move(part: Part<Link>, link: Link, from: string, to: string): void {
    this.#classOf[link].set(part, to);
    this.#members(link, from).delete(part);
    this.#members(link, to).add(part);
  }

  #members(link: Link, name: string): Set<Part<Link>> {
    const key = `${link}${name}`;
    const found = this.#classes.get(key) ?? new Set();
    this.#classes.set(key, found);
    return found;
  }

  #isSafe(link: Link, name: string): boolean {
    const members = this.#members(link, name);
    if (name === '' || members.size === 0) return true;
    let sum = 0;
    for (const { counts } of members) sum += counts[link];
    const spread = MOST - 1;
    if (sum < LEAST || sum < members.size + spread || sum > MOST * members.size - spread) return false;
    return [...members].every((part) =>
      this.#links.every((one) => !isHidden(part.counts[one]) || this.#couldDiffer(part, one)),
    );
  }

  /**
   * Could this number be one more or one less, with another part making up for it in every told total? Either alone, or
   * together with all links that are equal to it: where every case is accepted, both only move together.
   */
  #couldDiffer(part: Part<Link>, link: Link): boolean {
    const ways = [1, -1].flatMap((by) => [
      { by, moved: this.#dragged(part, link, [by]) },
      { by, moved: this.#dragged(part, link, [1, -1]) },
    ]);
    return ways.some(({ by, moved }) => {
      if (!this.#canMove(part, moved, by)) return false;
      const tied = moved.filter((one) => this.#classOf[one].get(part));
      const [first] = tied;
      if (first === undefined) return true;
      const others = this.#members(first, this.#classOf[first].get(part) ?? '');
      return [...others].some((other) => other !== part && this.#makesUp(other, part, tied, -by));
    });
  }

  #makesUp(other: Part<Link>, part: Part<Link>, tied: readonly Link[], by: number): boolean {
    return tied.every((link) => {
      if (this.#classOf[link].get(other) !== this.#classOf[link].get(part)) return false;
      const moved = this.#dragged(other, link, [by]);
      return moved.every((one) => tied.includes(one)) && this.#canMove(other, moved, by);
    });
  }

  #canMove({ counts }: Part<Link>, links: readonly Link[], by: number): boolean {
    return links.every((link) => isHidden(counts[link] + by));
  }

  /** Links that move with this one, because they are equal: upwards (1) what it is within, downwards (-1) what is within it. */
  #dragged({ counts }: Part<Link>, link: Link, ways: readonly number[]): Link[] {
    const moved: Link[] = [link];
    for (const one of moved)
      for (const next of this.#links) {
        const follows = ways.some((way) => (way > 0 ? this.within[one] === next : this.within[next] === one));
        if (follows && counts[next] === counts[one] && !moved.includes(next)) moved.push(next);
      }
    return moved;
  }
}
