import type { GateWord, IndexGate } from '../../src/retrieval/index/gate.ts';
import type { CorpusIndex } from '../../src/retrieval/index/open.ts';

/** A gate with the records behind it, which several processes may share. */
export interface FakeGate extends IndexGate {
  /** What was judged beside what, by texts such as `notice@2`; `none` where nothing served. */
  readonly judged: readonly string[];
  /** Lets through what is held now. */
  overrule(): void;
}

/** Stops whatever shows a text with these words. */
export function fakeGate(stops: string): FakeGate {
  const words = new Map<string, GateWord>();
  const judged: string[] = [];
  let released: string | null = null;
  const key = (candidate: string, serving: string) => `${candidate} ${serving}`;
  return {
    judged,
    released: async () => released,
    known: async (candidate, serving) => words.get(key(candidate, serving)) ?? null,
    judge: async (candidate, serving) => {
      judged.push(`${namesIn(candidate)} beside ${serving === null ? 'none' : namesIn(serving)}`);
      if (serving === null) {
        released = candidate.name;
        return { passes: true };
      }
      const isStopped = candidate.store
        .materials()
        .some(({ id }) => candidate.store.materialText(id)?.includes(stops));
      const word: GateWord = isStopped
        ? { passes: false, words: '把关没有通过' }
        : { passes: true };
      words.set(key(candidate.name, serving.name), word);
      if (word.passes) released = candidate.name;
      return word;
    },
    overrule: () => {
      for (const [one, word] of words) if (!word.passes) words.set(one, { passes: true });
    },
  };
}

function namesIn({ store }: CorpusIndex): string {
  return store
    .materials()
    .map(({ id, version }) => `${id}@${version}`)
    .join('+');
}
