import type { EmbeddingsInterface } from '@langchain/core/embeddings';

/** Hashed character n-grams: needs no model, knows spelling and not meaning. */
export const LOCAL_EMBEDDING = { model: 'local-character-ngrams-v1', dimension: 512 } as const;

/** FNV-1a, 32 bits (Fowler, Noll and Vo). */
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/**
 * The embedding of the deployment without an endpoint: unit vectors over hashed characters and
 * bigrams. Good for near-duplicates and neighbouring questions; measured to lower a ranking, so
 * it stays out of it.
 */
export class LocalEmbeddings implements EmbeddingsInterface {
  async embedQuery(text: string): Promise<number[]> {
    return embedLocally(text);
  }

  async embedDocuments(texts: string[]): Promise<number[][]> {
    return texts.map(embedLocally);
  }
}

/** A unit vector of {@link LOCAL_EMBEDDING}'s dimension; all zeros only for a text without letters. */
function embedLocally(text: string): number[] {
  const vector = new Array<number>(LOCAL_EMBEDDING.dimension).fill(0);
  const characters = [...text.toLowerCase()].filter((one) => /[\p{L}\p{N}]/u.test(one));
  characters.forEach((character, at) => {
    add(vector, character, 1);
    const next = characters[at + 1];
    if (next !== undefined) add(vector, character + next, 2);
  });
  const norm = Math.hypot(...vector);
  return norm === 0 ? vector : vector.map((value) => value / norm);
}

function add(vector: number[], gram: string, weight: number): void {
  let hash = FNV_OFFSET;
  for (let at = 0; at < gram.length; at++) {
    hash = Math.imul(hash ^ gram.charCodeAt(at), FNV_PRIME) >>> 0;
  }
  // One bit of the hash gives the sign, so that collisions cancel on average (Weinberger 2009).
  const sign = hash & 0x80000000 ? -1 : 1;
  const slot = hash % vector.length;
  vector[slot] = (vector[slot] as number) + sign * weight;
}
