import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Mention } from '../../corpus/mentions.ts';
import type { Thesaurus } from '../../corpus/thesaurus.ts';
import { UserFacingError } from '../../errors.ts';
import { type LexicalIndex, openLexicalIndex } from '../lexical/search.ts';
import { INDEX_FILES } from './layout.ts';
import { IndexStoreReader } from './store-reader.ts';
import { currentName } from './swap.ts';

/** An index opened for answering: lexical parts in memory, texts on disk. */
export interface CorpusIndex {
  readonly name: string;
  /** Numbers are passage ordinals of `store`. */
  readonly passages: LexicalIndex;
  /** Over all wordings of all FAQ pairs; numbers are question ordinals of `store`. */
  readonly questions: LexicalIndex;
  readonly store: IndexStoreReader;
  readonly thesaurus: Thesaurus;
  /** Attachments that texts name and the corpus does not hold. */
  readonly mentions: readonly Mention[];
  readonly vectorsFolder: string;
}

/**
 * Opens the current index of a folder, or null where there is none of the wanted name.
 *
 * @throws UserFacingError where its files are damaged
 */
export async function openIndex(folder: string, wanted: string): Promise<CorpusIndex | null> {
  const name = await currentName(folder);
  if (name !== wanted) return null;
  const home = join(folder, name);
  try {
    const store = new IndexStoreReader(join(home, INDEX_FILES.store));
    return {
      name,
      passages: openLexicalIndex(await readFile(join(home, INDEX_FILES.lexical))),
      questions: openLexicalIndex(await readFile(join(home, INDEX_FILES.questions))),
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
