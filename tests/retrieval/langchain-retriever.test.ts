import { BaseRetriever } from '@langchain/core/retrievers';
import { expect, it, onTestFinished } from 'vitest';
import { PassageRetriever } from '../../src/retrieval/langchain-retriever.ts';
import { searchPassages } from '../../src/retrieval/search.ts';
import { openPlanIndex } from '../support/plan-index.ts';

it('is a LangChain retriever over the same search, with places and spans as metadata', async () => {
  const { index, close } = await openPlanIndex();
  onTestFinished(close);
  const retriever = new PassageRetriever(index, 3);
  expect(retriever).toBeInstanceOf(BaseRetriever);
  const documents = await retriever.invoke('培训经费怎么保障');
  expect(documents[0]?.metadata).toMatchObject({ material: 'plan-2023-2027', place: '五（四）' });
  expect(documents.map(({ pageContent }) => pageContent)).toEqual(
    searchPassages(index, '培训经费怎么保障', 3).map(({ text }) => text),
  );
});
