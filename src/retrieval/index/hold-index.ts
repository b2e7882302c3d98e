import type { CorpusIndex } from './open.ts';

/** For what an index is held: answers come from it, or it is that of the folder as it is now. */
export type Held = 'serving' | 'folder';

/** Holds the indexes that are open, and those before them for as long as somebody reads them. */
export interface IndexHolder {
  held(as: Held): CorpusIndex | null;
  /** The one of a name that is held, whatever for. */
  find(name: string): CorpusIndex | null;
  /** Puts an index in the place of the one held. */
  put(as: Held, index: CorpusIndex): void;
  /**
   * Keeps it open until what is given is called, once, whatever replaces it meanwhile; one that is not
   * held is closed then.
   */
  lend(index: CorpusIndex): () => void;
  /** Gives up the one held. */
  drop(as: Held): void;
}

export function holdIndex(): IndexHolder {
  const held = new Map<Held, CorpusIndex>();
  const borrowers = new Map<CorpusIndex, number>();
  const closed = new WeakSet<CorpusIndex>();

  const closeUnlessRead = (index: CorpusIndex) => {
    if (borrowers.has(index) || [...held.values()].includes(index) || closed.has(index)) return;
    closed.add(index);
    index.store.close();
  };
  const put: IndexHolder['put'] = (as, index) => {
    const before = held.get(as);
    held.set(as, index);
    // Whoever was given it with the same beat reads it to the end of the beat.
    if (before !== undefined) setImmediate(closeUnlessRead, before);
  };
  const drop: IndexHolder['drop'] = (as) => {
    const before = held.get(as);
    held.delete(as);
    if (before !== undefined) closeUnlessRead(before);
  };
  const lend: IndexHolder['lend'] = (index) => {
    borrowers.set(index, (borrowers.get(index) ?? 0) + 1);
    return () => {
      const left = (borrowers.get(index) ?? 1) - 1;
      if (left > 0) borrowers.set(index, left);
      else borrowers.delete(index);
      setImmediate(closeUnlessRead, index);
    };
  };
  return {
    held: (as) => held.get(as) ?? null,
    find: (name) => [...held.values()].find((index) => index.name === name) ?? null,
    ...{ put, lend, drop },
  };
}
