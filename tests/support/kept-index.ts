import { inspectCorpus } from '../../src/corpus/corpus.ts';
import type { IndexGate } from '../../src/retrieval/index/gate.ts';
import { type IndexKeeper, keepIndex } from '../../src/retrieval/index/keep-index.ts';
import type { CorpusIndex } from '../../src/retrieval/index/open.ts';

export const TODAY = '2027-06-01';

/** The index of a corpus folder as a service keeps it, with a clock that a test turns. */
export interface KeptIndex extends IndexKeeper {
  /** Of builds behind. */
  readonly troubles: readonly unknown[];
  later(milliseconds: number): void;
}

export function keptIndex(
  corpusFolder: string,
  folder: string,
  today = () => TODAY,
  gate?: IndexGate,
): KeptIndex {
  const troubles: unknown[] = [];
  let now = 0;
  const keeper = keepIndex({
    ...{ folder, corpusFolder: () => corpusFolder, today },
    corpus: () => inspectCorpus(corpusFolder, today()),
    prepare: async () => {},
    now: () => new Date(now),
    onTrouble: (error) => troubles.push(error),
    ...(gate === undefined ? {} : { gate }),
  });
  const later = (milliseconds: number) => {
    now += milliseconds;
  };
  return { ...keeper, troubles, later };
}

/** All texts that an index shows, by material. */
export function textsOf({ store }: CorpusIndex): Record<string, string | null> {
  return Object.fromEntries(
    store.materials().map(({ id, version }) => [`${id}@${version}`, store.materialText(id)]),
  );
}
