import type { CorpusIndex } from './open.ts';

/** Holds the index that is open, and those before it for as long as somebody reads them. */
export interface IndexHolder {
  held(): CorpusIndex | null;
  /** Puts an index in the place of the one held. */
  put(index: CorpusIndex): void;
  /** Keeps it open until what is given is called, once, whatever replaces it meanwhile. */
  lend(index: CorpusIndex): () => void;
  /** Gives up the one held. */
  drop(): void;
}

export function holdIndex(): IndexHolder {
  let held: CorpusIndex | null = null;
  const borrowers = new Map<CorpusIndex, number>();
  const replaced = new Set<CorpusIndex>();

  const closeUnlessLent = (index: CorpusIndex) => {
    if (!borrowers.has(index) && replaced.delete(index)) index.store.close();
  };
  const drop = () => {
    if (held === null) return;
    replaced.add(held);
    closeUnlessLent(held);
    held = null;
  };
  const put = (index: CorpusIndex) => {
    const before = held;
    held = index;
    if (before === null) return;
    replaced.add(before);
    // Whoever was given it with the same beat reads it to the end of the beat.
    setImmediate(closeUnlessLent, before);
  };
  const lend = (index: CorpusIndex) => {
    borrowers.set(index, (borrowers.get(index) ?? 0) + 1);
    return () => {
      const left = (borrowers.get(index) ?? 1) - 1;
      if (left > 0) borrowers.set(index, left);
      else borrowers.delete(index);
      setImmediate(closeUnlessLent, index);
    };
  };
  return { held: () => held, put, lend, drop };
}
