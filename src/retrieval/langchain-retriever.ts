import { Document } from '@langchain/core/documents';
import { BaseRetriever } from '@langchain/core/retrievers';
import type { CorpusIndex } from './index/open.ts';
import { type PassageHit, searchPassages } from './search.ts';

/** The index as a LangChain retriever: a passage a document, its place and span as metadata. */
export class PassageRetriever extends BaseRetriever<Omit<PassageHit, 'text'>> {
  static override lc_name(): string {
    return 'PassageRetriever';
  }

  override readonly lc_namespace = ['ganxun', 'retrieval'];
  readonly #index: CorpusIndex;
  readonly #limit: number;

  constructor(index: CorpusIndex, limit = 8) {
    super();
    this.#index = index;
    this.#limit = limit;
  }

  override async _getRelevantDocuments(
    question: string,
  ): Promise<Document<Omit<PassageHit, 'text'>>[]> {
    return searchPassages(this.#index, question, this.#limit).map(
      ({ text, ...metadata }) => new Document({ pageContent: text, metadata }),
    );
  }
}
