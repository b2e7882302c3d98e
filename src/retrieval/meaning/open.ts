import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UserFacingError } from '../../errors.ts';
import { hashOfFile } from '../index/layout.ts';
import type { CorpusIndex } from '../index/open.ts';
import { type LexicalIndex, openLexicalIndex } from '../lexical/search.ts';
import { VectorStore } from '../vectors.ts';
import {
  MEANING_FILES,
  MEANING_FOLDER,
  type MeaningInputs,
  type MeaningRecord,
  meaningName,
  meaningRecord,
} from './artefact.ts';
import type { PassageEmbedding } from './embedding.ts';
import { createQueryVectors, type QueryVectors } from './query-vectors.ts';

/** The vectors of an index, whole in memory: no file stays open. */
export interface Meaning {
  /** Name of the index whose ordinals it holds. */
  readonly indexName: string;
  readonly model: string;
  /** Null where nothing may be sent to the model. */
  readonly vectors: MeaningVectors | null;
}

export interface MeaningVectors {
  readonly vectorOf: QueryVectors;
  /** Ids are passage ordinals. */
  readonly passages: VectorStore;
  /** Null where none were written. */
  readonly questions: MachineQuestions | null;
}

/** Questions that a model wrote, to lead to passages and for nothing else. */
export interface MachineQuestions {
  /** Numbers are positions in `passageOf`. */
  readonly lexical: LexicalIndex;
  /** Ids are positions in `passageOf`. */
  readonly vectors: VectorStore;
  /** The ordinal of the passage that answers each. */
  readonly passageOf: readonly number[];
}

/**
 * Opens what `buildMeaning` made of an index with these inputs, or null where it has not.
 *
 * @throws UserFacingError where it is damaged, or of another index or model than its name says
 */
export async function openMeaning(
  folder: string,
  index: CorpusIndex,
  embedding: PassageEmbedding,
  inputs: MeaningInputs,
): Promise<Meaning | null> {
  const name = meaningName(index, embedding.name, inputs);
  const home = join(folder, MEANING_FOLDER.built, name);
  if (!existsSync(home)) return null;
  try {
    const json = await readFile(join(home, MEANING_FILES.record), 'utf8');
    const record = meaningRecord.parse(JSON.parse(json));
    checkOwner(home, record, index.name, embedding.name);
    await checkFiles(home, record);
    const vectors = await openVectors(home, record, embedding);
    return { indexName: record.index, model: record.model, vectors };
  } catch (error) {
    if (error instanceof UserFacingError) throw error;
    throw new UserFacingError(
      `向量索引 ${home} 已损坏或不完整，请运行 npm run --silent ganxun -- corpus index 重新建立。`,
    );
  }
}

function checkOwner(home: string, record: MeaningRecord, index: string, model: string): void {
  if (record.index === index && record.model === model) return;
  throw new UserFacingError(
    `向量索引 ${home} 属于索引 ${record.index}、向量模型 ${record.model}，` +
      `当前索引是 ${index}，向量模型是 ${model}，两者不符。` +
      '请运行 npm run --silent ganxun -- corpus index 重新建立。',
  );
}

async function checkFiles(home: string, { files }: MeaningRecord): Promise<void> {
  for (const [path, wanted] of Object.entries(files)) {
    const found = await hashOfFile(join(home, path));
    if (found !== wanted) throw new Error(`Cannot open "${home}": ${path} differs from that built`);
  }
}

async function openVectors(
  home: string,
  { model, dimension, questions }: MeaningRecord,
  embedding: PassageEmbedding,
): Promise<MeaningVectors | null> {
  if (dimension === null) return null;
  const open = (name: string) =>
    VectorStore.open(join(home, name), embedding, { model, dimension });
  return {
    vectorOf: createQueryVectors(embedding, dimension),
    passages: await open(MEANING_FILES.passages),
    questions: questions === 0 ? null : await openQuestions(home, open),
  };
}

async function openQuestions(
  home: string,
  open: (name: string) => Promise<VectorStore>,
): Promise<MachineQuestions> {
  const ordinals = await readFile(join(home, MEANING_FILES.questionPassages), 'utf8');
  return {
    lexical: openLexicalIndex(await readFile(join(home, MEANING_FILES.questionsLexical))),
    vectors: await open(MEANING_FILES.questions),
    passageOf: JSON.parse(ordinals) as number[],
  };
}
