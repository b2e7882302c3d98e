import { readdir, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { hashOfFile } from '../index/layout.ts';
import type { CorpusIndex } from '../index/open.ts';
import { buildLexicalIndex } from '../lexical/build.ts';
import { type NumberedVector, VectorStore } from '../vectors.ts';
import { MEANING_FILES, type MeaningRecord } from './artefact.ts';
import type { MeaningCache } from './cache.ts';
import type { PassageEmbedding } from './embedding.ts';
import type { KeyedText } from './keyed-text.ts';
import { otherDimension } from './other-dimension.ts';
import type { SentPassage } from './sent-passages.ts';

/** A machine-made question, with the ordinal of the passage that answers it. */
export interface MachineQuestion {
  readonly ordinal: number;
  readonly input: KeyedText;
}

export interface ArtefactParts {
  readonly index: CorpusIndex;
  readonly embedding: PassageEmbedding;
  /** Has a vector of every passage and question. */
  readonly cache: MeaningCache;
  readonly passages: readonly SentPassage[];
  readonly questions: readonly MachineQuestion[];
}

/** Writes an artefact into an empty folder; the record comes last. */
export async function writeArtefact(folder: string, parts: ArtefactParts): Promise<void> {
  const { index, embedding, cache, passages, questions } = parts;
  const model = embedding.name;
  const byOrdinal = passages.map(({ ordinal, input }) => ({ id: ordinal, input }));
  const byNumber = questions.map(({ input }, id) => ({ id, input }));
  await saveVectors(join(folder, MEANING_FILES.passages), byOrdinal, parts);
  await saveVectors(join(folder, MEANING_FILES.questions), byNumber, parts);
  const documents = questions.map(({ input }) => ({ text: input.text, title: '', headings: [] }));
  await writeFile(join(folder, MEANING_FILES.questionsLexical), buildLexicalIndex(documents));
  const ordinals = questions.map(({ ordinal }) => ordinal);
  await writeFile(join(folder, MEANING_FILES.questionPassages), JSON.stringify(ordinals));
  const record: MeaningRecord = {
    index: index.name,
    model,
    dimension: passages.length === 0 ? null : cache.dimensionOf(model),
    passages: passages.length,
    questions: questions.length,
    files: await hashesOf(folder),
  };
  await writeFile(join(folder, MEANING_FILES.record), JSON.stringify(record));
}

interface Numbered {
  readonly id: number;
  readonly input: KeyedText;
}

/** Vectors that are added before other work gets its turn, after some five milliseconds. */
const PIECE = 16;

/** Saves the vectors of texts; makes no folder where there are none. */
async function saveVectors(
  folder: string,
  texts: readonly Numbered[],
  { embedding, cache }: ArtefactParts,
): Promise<void> {
  const model = embedding.name;
  const dimension = cache.dimensionOf(model);
  if (texts.length === 0 || dimension === null) return;
  const read = ({ id, input }: Numbered): NumberedVector => {
    const vector = cache.vector(model, input.key);
    if (vector.length === dimension) return { id, vector };
    throw otherDimension(model, dimension, vector.length, cache.path);
  };
  function* pieces(): Generator<NumberedVector[]> {
    for (let from = 0; from < texts.length; from += PIECE) {
      yield texts.slice(from, from + PIECE).map(read);
    }
  }
  const identity = { model, dimension };
  const store = await VectorStore.fromVectors(pieces(), texts.length, embedding, identity);
  await store.save(folder);
  // The library writes without telling of a full disk: what it wrote is read before it counts.
  await VectorStore.open(folder, embedding, identity);
}

async function hashesOf(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
  const hashes: Record<string, string> = {};
  for (const path of paths.sort()) hashes[path] = await hashOfFile(join(folder, path));
  return hashes;
}
