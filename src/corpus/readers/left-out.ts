import type { LeftOut, RawReading } from './document.ts';

/** A sample is shown to people in a line of a list. */
const LONGEST_SAMPLE = 60;

export interface LeftOutGatherer {
  /** @param words empty for what holds none, such as a line */
  add(what: string, why: string, words: string): void;
  /** Words that are looked through with what is left out, and told nowhere. */
  addAside(words: string): void;
  gathered(): Pick<RawReading, 'leftOut' | 'aside'>;
}

/** Gathers what a reader leaves out: one line a kind, in the order in which the kinds were met. */
export function gatherLeftOut(): LeftOutGatherer {
  const kinds = new Map<string, LeftOut>();
  const aside: string[] = [];
  return {
    add(what, why, words) {
      const before = kinds.get(what) ?? { what, why, count: 0, sample: '' };
      const sample = before.sample === '' ? shortened(words) : before.sample;
      kinds.set(what, { ...before, count: before.count + 1, sample });
      if (words !== '') aside.push(words);
    },
    addAside(words) {
      if (words !== '') aside.push(words);
    },
    gathered: () => ({ leftOut: [...kinds.values()], aside: aside.join('\n') }),
  };
}

function shortened(words: string): string {
  const line = words.replace(/\s+/gu, ' ').trim();
  const characters = [...line.slice(0, 2 * LONGEST_SAMPLE)];
  return characters.length <= LONGEST_SAMPLE && line.length <= 2 * LONGEST_SAMPLE
    ? line
    : `${characters.slice(0, LONGEST_SAMPLE).join('')}……`;
}
