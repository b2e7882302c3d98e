import type { Standing } from './as-in-manifest.ts';
import type { CorpusIndex } from './open.ts';

/** Whether an index may answer. */
export type GateWord =
  | { readonly passes: true }
  /** `words`: why answers come from the one before, for people. */
  | { readonly passes: false; readonly words: string };

/** What a new index must pass before answers come from it. */
export interface IndexGate {
  /** Name of the index that was let through last; null where that is not known. */
  released(): Promise<string | null>;
  /**
   * What was said before of an index beside the one that serves, by their names; null where it is yet to
   * be judged. Asked often while one is held: somebody may have let it through.
   */
  known(candidate: string, serving: string): Promise<GateWord | null>;
  /**
   * Judges an index; both stay open until it is done.
   *
   * @param serving without the materials that have ended; null where there is none to fall back on, so that the
   *   candidate serves whatever is found
   */
  judge(candidate: CorpusIndex, serving: CorpusIndex | null, standing: Standing): Promise<GateWord>;
}

export const PASSES: GateWord = { passes: true };

/** Lets everything through. */
export const OPEN_GATE: IndexGate = {
  released: async () => null,
  known: async () => PASSES,
  judge: async () => PASSES,
};
