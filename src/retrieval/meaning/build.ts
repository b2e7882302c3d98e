import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { UserFacingError } from '../../errors.ts';
import type { OnProgress } from '../index/build.ts';
import { explainFullDisk } from '../index/full-disk.ts';
import type { CorpusIndex } from '../index/open.ts';
import { swapIn } from '../index/swap.ts';
import { MEANING_FOLDER, type MeaningInputs, meaningName } from './artefact.ts';
import { MeaningCache } from './cache.ts';
import { BATCH_SIZE, type BatchSize, embedTexts } from './embed-texts.ts';
import type { PassageEmbedding } from './embedding.ts';
import { type KeyedText, keyed } from './keyed-text.ts';
import type { QuestionWriter } from './question-writer.ts';
import { type SentPassage, sentPassages } from './sent-passages.ts';
import { type MachineQuestion, writeArtefact } from './write-artefact.ts';
import { writeQuestions } from './write-questions.ts';

export interface MeaningOptions extends MeaningInputs {
  readonly writer: QuestionWriter | null;
  readonly onProgress?: OnProgress;
  /** Stops the build between two batches; the next one goes on from there. */
  readonly signal?: AbortSignal;
  readonly batch?: BatchSize;
}

export interface MeaningReport {
  readonly name: string;
  readonly passages: number;
  /** Passages that were not sent, since the cache had their vectors. */
  readonly fromCache: number;
  /** Machine-made ones. */
  readonly questions: number;
  /** Passages that the writer failed at. */
  readonly failedWriting: number;
  /** What the embedding used meanwhile; the writer counts its own. */
  readonly tokens: number;
}

/**
 * Makes the vectors of an index's passages, and of the questions that a writer finds answered there,
 * beside those in use, and swaps them in when they are whole. What an endpoint made is kept as it
 * comes: a build that failed or died goes on where it stopped.
 *
 * @param folder holds the cache and the artefacts
 * @throws UserFacingError where vectors do not fit one another, the disk is full or the cache is
 * damaged; whatever the embedding or the signal throws. What was there before stays.
 */
export async function buildMeaning(
  folder: string,
  index: CorpusIndex,
  embedding: PassageEmbedding,
  options: MeaningOptions,
): Promise<MeaningReport> {
  const built = join(folder, MEANING_FOLDER.built);
  const path = join(folder, MEANING_FOLDER.cache);
  try {
    await mkdir(built, { recursive: true });
    const cache = new MeaningCache(path);
    try {
      return await buildThrough(cache, built, index, embedding, options);
    } finally {
      cache.close();
    }
  } catch (error) {
    throw explainDamage(explainFullDisk(error, folder), path);
  }
}

/** Shares of the whole at which the passages, their questions and the vectors of those are done. */
const DONE = { passages: 0.25, writing: 0.75, vectors: 0.95 } as const;

async function buildThrough(
  cache: MeaningCache,
  built: string,
  index: CorpusIndex,
  embedding: PassageEmbedding,
  options: MeaningOptions,
): Promise<MeaningReport> {
  const { writer, signal, onProgress = () => {}, batch = BATCH_SIZE } = options;
  const before = embedding.tokensUsed();
  const embed = (texts: readonly { readonly input: KeyedText }[], from: number, to: number) => {
    const inputs = texts.map(({ input }) => input);
    return embedTexts(inputs, { cache, embedding, batch, signal }, between(onProgress, from, to));
  };
  const passages = sentPassages(index, options.mayLeave);
  const fromCache = await embed(passages, 0, writer === null ? DONE.vectors : DONE.passages);
  let questions: MachineQuestion[] = [];
  let failedWriting = 0;
  if (writer !== null) {
    const report = between(onProgress, DONE.passages, DONE.writing);
    failedWriting = await writeQuestions(passages, { writer, cache, signal }, report);
    questions = passages.flatMap((passage) => questionsOf(passage, cache, writer));
    await embed(questions, DONE.writing, DONE.vectors);
  }
  const name = meaningName(index, embedding.name, options);
  const draft = await mkdtemp(join(built, '.building-'));
  try {
    await writeArtefact(draft, { index, embedding, cache, passages, questions });
    await swapIn(built, draft, name, { keepsPrevious: false });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  cache.prune(new Set([...passages, ...questions].map(({ input }) => input.key)));
  onProgress(1);
  return {
    name,
    passages: passages.length,
    fromCache,
    questions: questions.length,
    failedWriting,
    tokens: embedding.tokensUsed() - before,
  };
}

function questionsOf(
  { ordinal, input }: SentPassage,
  cache: MeaningCache,
  writer: QuestionWriter,
): MachineQuestion[] {
  const questions = cache.questions(writer, input.key) ?? [];
  return questions.map((text) => ({ ordinal, input: keyed(text) }));
}

/** Reports the shares of a part as shares of the whole. */
function between(onProgress: OnProgress, from: number, to: number): OnProgress {
  return (share) => onProgress(from + share * (to - from));
}

function explainDamage(error: unknown, path: string): unknown {
  const code = String((error as { code?: unknown } | null)?.code);
  if (!code.startsWith('SQLITE_CORRUPT') && code !== 'SQLITE_NOTADB') return error;
  return new UserFacingError(
    `向量缓存 ${path} 已损坏，向量索引没有建成，原有的未受影响。请删除该文件后重新建立索引，届时须重新计算全部向量。`,
  );
}
