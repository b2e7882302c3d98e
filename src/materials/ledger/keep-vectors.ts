import type { Vector } from './cluster/background.ts';

/** Gives the vectors of texts; null for each where there are none. */
export type VectorsOf = (texts: readonly string[]) => Promise<(text: string) => Vector | null>;

export interface KeepVectorsParts {
  /** Of the endpoint; null where there is none. */
  readonly embedding: { embedDocuments(texts: string[]): Promise<number[][]> } | null;
  /** What went wrong has been logged with its call, unless it is no failure of the endpoint. */
  onTrouble(error: unknown): void;
}

const AT_ONCE = 64;
const MOST_KEPT = 20_000;

/**
 * Keeps the vectors of wordings while the process runs, so that each goes to the endpoint once: masked
 * texts alone. Where the endpoint fails, all are placed without.
 */
export function keepVectors({ embedding, onTrouble }: KeepVectorsParts): VectorsOf {
  const kept = new Map<string, Vector>();
  return async (texts) => {
    if (embedding === null) return () => null;
    if (kept.size >= MOST_KEPT) kept.clear();
    const missing = [...new Set(texts)].filter((text) => !kept.has(text));
    try {
      for (let from = 0; from < missing.length; from += AT_ONCE) {
        const some = missing.slice(from, from + AT_ONCE);
        const vectors = await embedding.embedDocuments(some);
        for (const [at, text] of some.entries()) {
          const vector = vectors[at];
          if (vector !== undefined) kept.set(text, vector);
        }
      }
    } catch (error) {
      onTrouble(error);
      return () => null;
    }
    return (text) => kept.get(text) ?? null;
  };
}
