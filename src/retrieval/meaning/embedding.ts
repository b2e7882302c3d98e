/** What retrieval by meaning asks of an embedding model. */
export interface PassageEmbedding {
  /** As its endpoint calls it; vectors of one model never meet those of another. */
  readonly name: string;
  embedDocuments(texts: string[]): Promise<number[][]>;
  embedQuery(text: string): Promise<number[]>;
  /** Tokens used since the start. */
  tokensUsed(): number;
}
