import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Mention } from '../../corpus/mentions.ts';
import type { Thesaurus } from '../../corpus/thesaurus.ts';
import { UserFacingError } from '../../errors.ts';
import { type LexicalIndex, openLexicalIndex } from '../lexical/search.ts';
import { hashOfFile, INDEX_FILES } from './layout.ts';
import { IndexStoreReader } from './store-reader.ts';
import type { IndexStore } from './store-schema.ts';

/** An index opened for answering: lexical parts in memory, texts on disk. */
export interface CorpusIndex {
  readonly name: string;
  /** Numbers are passage ordinals of `store`. */
  readonly passages: LexicalIndex;
  /** Over all wordings of all FAQ pairs; numbers are question ordinals of `store`. */
  readonly questions: LexicalIndex;
  readonly store: IndexStore;
  readonly thesaurus: Thesaurus;
  /** Attachments that texts name and the corpus does not hold. */
  readonly mentions: readonly Mention[];
  readonly vectorsFolder: string;
}

/**
 * Opens the index of a name, or null where there is none.
 *
 * @throws UserFacingError where its files are damaged
 */
export async function openIndex(folder: string, name: string): Promise<CorpusIndex | null> {
  const home = join(folder, name);
  if (!existsSync(home)) return null;
  try {
    await checkStore(home);
    const passages = openLexicalIndex(await readFile(join(home, INDEX_FILES.lexical)));
    const questions = openLexicalIndex(await readFile(join(home, INDEX_FILES.questions)));
    // Last, since it is the one that has to be closed.
    const store = new IndexStoreReader(join(home, INDEX_FILES.store));
    return {
      name,
      passages,
      questions,
      store,
      thesaurus: new Map(store.meta<[string, string[]][]>('thesaurus')),
      mentions: store.meta<Mention[]>('mentions') ?? [],
      vectorsFolder: join(home, INDEX_FILES.vectors),
    };
  } catch (error) {
    if (error instanceof UserFacingError) throw error;
    throw new UserFacingError(
      `索引 ${home} 已损坏或不完整，请运行 npm run --silent ganxun -- corpus index 重新建立。`,
    );
  }
}

/** A text that was altered inside the index is as little approved as one altered in its file. */
async function checkStore(home: string): Promise<void> {
  const wanted = await readFile(join(home, INDEX_FILES.storeHash), 'utf8');
  const found = await hashOfFile(join(home, INDEX_FILES.store));
  if (found !== wanted) throw new Error(`Cannot open "${home}": its texts differ from those built`);
}
