import type { PassageEmbedding } from '../../../src/retrieval/meaning/embedding.ts';

export interface FakeEmbedding extends PassageEmbedding {
  /** The texts of every call that was answered, in order. */
  readonly sent: readonly (readonly string[])[];
  /** The questions of every call, in order. */
  readonly asked: readonly string[];
}

export interface FakeEmbeddingOptions {
  readonly name?: string;
  readonly dimension?: number;
  /** Called before a call of `embedDocuments` is answered, with the number of calls before it. */
  readonly before?: (calls: number, texts: readonly string[]) => Promise<void> | void;
  /** Called before a question is answered. */
  readonly beforeQuestion?: (question: string) => Promise<void> | void;
}

/** Counts characters and bigrams in slots by their code units; a token a character. */
export function makeEmbedding(options: FakeEmbeddingOptions = {}): FakeEmbedding {
  const { name = 'fake/embedding-1', dimension = 64 } = options;
  const sent: string[][] = [];
  const asked: string[] = [];
  let calls = 0;
  let tokens = 0;
  return {
    ...{ name, sent, asked },
    async embedDocuments(texts) {
      await options.before?.(calls++, texts);
      sent.push(texts);
      tokens += texts.join('').length;
      return texts.map((text) => embed(text, dimension));
    },
    async embedQuery(question) {
      asked.push(question);
      await options.beforeQuestion?.(question);
      tokens += question.length;
      return embed(question, dimension);
    },
    tokensUsed: () => tokens,
  };
}

function embed(text: string, dimension: number): number[] {
  const vector = new Array<number>(dimension).fill(0);
  const add = (slot: number) => {
    vector[slot % dimension] = (vector[slot % dimension] as number) + 1;
  };
  for (let at = 0; at < text.length; at++) {
    add(text.charCodeAt(at) * 7);
    if (at > 0) add(text.charCodeAt(at - 1) * 31 + text.charCodeAt(at));
  }
  return vector;
}
