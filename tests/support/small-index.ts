import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { inspectCorpus } from '../../src/corpus/corpus.ts';
import { type BuildReport, buildIndex, type OnProgress } from '../../src/retrieval/index/build.ts';
import { type Companions, indexName } from '../../src/retrieval/index/fingerprint.ts';
import { type CorpusIndex, openIndex } from '../../src/retrieval/index/open.ts';
import { LOCAL_EMBEDDING, LocalEmbeddings } from '../../src/retrieval/local-embeddings.ts';
import { VectorStore } from '../../src/retrieval/vectors.ts';
import { type CorpusFolder, makeCorpusFolder } from './corpus-folder.ts';

export const NOTICE = [
  '培训通知',
  '一、经费',
  '（一）列支。各级政府要将经费列入预算。',
  '（二）管理。要保证专款专用，提高使用效益。',
  '二、师资',
  '每年培训60名骨干教师。',
].join('\n');

const pair = (id: string, question: string, place: string, text: string) => ({
  id,
  questions: [question, `请问${question}`],
  answer: text,
  kind: 'statement',
  quotes: [{ material: 'notice', place, text }],
});

export const FAQ = stringify({
  notice: '',
  pairs: [
    pair('budget', '经费列入哪里？', '一（一）', '各级政府要将经费列入预算。'),
    pair('use', '经费怎么管理？', '一（二）', '要保证专款专用，提高使用效益。'),
    pair('teachers', '每年培训多少骨干教师？', '二', '每年培训60名骨干教师。'),
  ],
});
export const THESAURUS = 'groups: [{ official: [经费], everyday: [钱] }]';

/** A corpus of one small notice with FAQ and thesaurus. */
export function makeSmallCorpus(notice: string = NOTICE): Promise<CorpusFolder> {
  return makeCorpusFolder({
    files: { 'notice.txt': notice, 'faq.yaml': FAQ, 'thesaurus.yaml': THESAURUS },
    entries: [{ file: 'notice.txt', title: '培训通知' }],
  });
}

/** The indexes of a folder, made from a corpus folder as it is at each call. */
export interface IndexFolder {
  readonly path: string;
  name(corpus: CorpusFolder): Promise<string>;
  build(corpus: CorpusFolder, onProgress?: OnProgress): Promise<BuildReport>;
  /** @throws where the current index is not of this corpus, or is damaged */
  open(corpus: CorpusFolder): Promise<CorpusIndex>;
}

const TODAY = '2024-06-01';

export function indexFolder(path: string): IndexFolder {
  const inputs = async (corpus: CorpusFolder) => {
    const read = (name: string) => readFile(join(corpus.path, name), 'utf8');
    const companions: Companions = {
      faq: await read('faq.yaml'),
      thesaurus: await read('thesaurus.yaml'),
    };
    return [await inspectCorpus(corpus.path, TODAY), companions] as const;
  };
  const name = async (corpus: CorpusFolder) => indexName(...(await inputs(corpus)));
  return {
    path,
    name,
    build: async (corpus, onProgress) => buildIndex(path, ...(await inputs(corpus)), onProgress),
    open: async (corpus) => {
      const index = await openIndex(path, await name(corpus));
      if (index === null)
        throw new Error('Expected the index of this corpus to be the current one');
      return index;
    },
  };
}

export async function makeFolder(): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'index-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** Reads every part of the current index of a corpus and closes it. */
export async function readWhole(indexes: IndexFolder, corpus: CorpusFolder) {
  const index = await indexes.open(corpus);
  try {
    const ordinals = [...Array(index.store.passageCount()).keys()];
    const vectors = await VectorStore.open(
      index.vectorsFolder,
      new LocalEmbeddings(),
      LOCAL_EMBEDDING,
    );
    return {
      materials: index.store.materials().map(({ id }) => [id, index.store.materialText(id)]),
      outlines: index.store.materials().map(({ id }) => index.store.outline(id)),
      passages: ordinals.map((ordinal) => index.store.passage(ordinal)),
      pairs: ['budget', 'use', 'teachers'].map((id) => index.store.pair(id)),
      found: index.passages.search('经费预算', { limit: 2 }).hits.map(({ ordinal }) => ordinal),
      asked: index.questions.search('骨干教师', { limit: 1 }).hits.map(({ ordinal }) => ordinal),
      thesaurus: [...index.thesaurus],
      neighbours: (await vectors.nearest('经费列入哪里？', 3)).map(({ id }) => id),
    };
  } finally {
    index.store.close();
  }
}
