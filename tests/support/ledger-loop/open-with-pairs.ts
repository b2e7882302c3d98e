import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { inspectCorpus } from '../../../src/corpus/corpus.ts';
import { buildIndex } from '../../../src/retrieval/index/build.ts';
import { type CorpusIndex, openIndex } from '../../../src/retrieval/index/open.ts';
import { SHIPPED_CORPUS } from '../plan-index.ts';
import type { WrittenPair } from './asked.ts';

const IN_FORCE = '2027-06-01';

/** Looks into an index of the shipped materials and thesaurus with these pairs instead of the shipped ones. */
export async function withPairs<T>(
  pairs: readonly WrittenPair[],
  look: (index: CorpusIndex) => T,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'ledger-loop-'));
  try {
    const thesaurus = await readFile(join(SHIPPED_CORPUS, 'thesaurus.yaml'), 'utf8');
    const state = await inspectCorpus(SHIPPED_CORPUS, IN_FORCE);
    const faq = stringify({ notice: '', pairs });
    const { name } = await buildIndex(folder, state, { faq, thesaurus });
    const index = await openIndex(folder, name);
    if (index === null) throw new Error(`Cannot open "${name}": it was just built`);
    try {
      return look(index);
    } finally {
      index.store.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
