/**
 * A fixed order of things that looks mixed: the same for the same key, another for another. FNV-1a
 * (Fowler, Noll and Vo) over key and position.
 */
export function mixed<T>(things: readonly T[], key: string): T[] {
  return things
    .map((thing, at) => ({ thing, rank: hash(`${key}|${at}`) }))
    .sort((one, other) => one.rank - other.rank)
    .map(({ thing }) => thing);
}

function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text) {
    value = Math.imul(value ^ (character.codePointAt(0) as number), 0x01000193);
  }
  // The low bits of FNV-1a mix badly for texts that differ in their last character alone.
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  return (value ^ (value >>> 13)) >>> 0;
}

/** Gives things one after another, from the beginning again after the last. */
export class Rotation<T> {
  readonly #things: readonly T[];
  #next = 0;

  constructor(things: readonly T[]) {
    this.#things = things;
  }

  /** @throws RangeError where there is nothing to give */
  take(): T {
    const thing = this.#things[this.#next % this.#things.length];
    if (thing === undefined) throw new RangeError('Cannot take from an empty rotation');
    this.#next++;
    return thing;
  }
}
