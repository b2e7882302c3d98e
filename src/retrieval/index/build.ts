import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type CorpusState,
  type Exclusion,
  type Material,
  readMaterial,
} from '../../corpus/corpus.ts';
import { readFaq } from '../../corpus/faq.ts';
import { mentionsIn } from '../../corpus/mentions.ts';
import { passagesOf } from '../../corpus/passages.ts';
import { readThesaurus } from '../../corpus/thesaurus.ts';
import { UserFacingError } from '../../errors.ts';
import { buildLexicalIndex } from '../lexical/build.ts';
import type { LexicalDocument } from '../lexical/types.ts';
import { withNeighbours } from '../question-vectors.ts';
import { type Companions, indexName } from './fingerprint.ts';
import { explainFullDisk } from './full-disk.ts';
import { hashOfFile, INDEX_FILES } from './layout.ts';
import { IndexStoreWriter } from './store-writer.ts';
import { swapIn } from './swap.ts';

/** Shares of the whole, from 0 to 1, reported as the build goes on. */
export type OnProgress = (share: number) => void;

export interface BuildReport {
  readonly name: string;
  readonly materials: number;
  readonly passages: number;
  readonly pairs: number;
  /** Materials that could not be read and FAQ pairs that lost their text. */
  readonly excluded: readonly Exclusion[];
}

/**
 * Makes the index of a corpus beside the one in use and swaps it in when it is whole.
 *
 * @param folder holds all indexes and the pointer to the current one
 * @throws UserFacingError where the disk is full, or a companion file is faulty
 */
export async function buildIndex(
  folder: string,
  state: CorpusState,
  companions: Companions,
  onProgress: OnProgress = () => {},
): Promise<BuildReport> {
  const name = indexName(state, companions);
  try {
    await mkdir(folder, { recursive: true });
    const draft = await mkdtemp(join(folder, '.building-'));
    try {
      const report = await writeIndex(draft, state, companions, onProgress);
      await swapIn(folder, draft, name);
      return { name, ...report };
    } finally {
      await rm(draft, { recursive: true, force: true });
    }
  } catch (error) {
    throw explainFullDisk(error, folder);
  }
}

async function writeIndex(
  draft: string,
  state: CorpusState,
  companions: Companions,
  onProgress: OnProgress,
): Promise<Omit<BuildReport, 'name'>> {
  const { materials, excluded } = await readAll(state);
  const faq = readFaq(companions.faq, materials);
  const pairs = await withNeighbours(faq.pairs, join(draft, INDEX_FILES.vectors));
  const lost = [...excluded, ...faq.excluded];

  const path = join(draft, INDEX_FILES.store);
  const documents: LexicalDocument[] = [];
  const store = new IndexStoreWriter(path);
  try {
    for (const material of materials) documents.push(...storeMaterial(store, material));
    for (const pair of pairs) store.addPair(pair);
    store.setMeta('thesaurus', [...readThesaurus(companions.thesaurus)]);
    store.setMeta('mentions', materials.flatMap(mentionsIn));
    store.setMeta('excluded', lost);
    store.commit();
  } finally {
    store.close();
  }
  await writeFile(join(draft, INDEX_FILES.storeHash), await hashOfFile(path));

  const lexical = buildLexicalIndex(documents, (done) => onProgress(done / documents.length));
  await writeFile(join(draft, INDEX_FILES.lexical), lexical);
  const questions = pairs.flatMap((pair) => pair.questions).map(questionDocument);
  await writeFile(join(draft, INDEX_FILES.questions), buildLexicalIndex(questions));
  onProgress(1);
  return {
    materials: materials.length,
    passages: documents.length,
    pairs: pairs.length,
    excluded: lost,
  };
}

async function readAll(
  state: CorpusState,
): Promise<{ materials: Material[]; excluded: Exclusion[] }> {
  const materials: Material[] = [];
  const excluded: Exclusion[] = [];
  for (const file of state.admitted) {
    try {
      materials.push(await readMaterial(file));
    } catch (error) {
      if (!(error instanceof UserFacingError)) throw error;
      excluded.push({ id: file.entry.id, title: file.entry.title, reason: error.message });
    }
  }
  return { materials, excluded };
}

function storeMaterial(store: IndexStoreWriter, material: Material): LexicalDocument[] {
  const { entry, text, outline, pages } = material;
  const passages = passagesOf(entry.id, text, outline, pages);
  store.addMaterial(material, passages);
  return passages.map((passage) => ({
    text: passage.text,
    title: entry.title,
    headings: passage.headings,
    place: passage.place,
  }));
}

function questionDocument(text: string): LexicalDocument {
  return { text, title: '', headings: [] };
}
