import { type Fused, fuse, type Ranking } from '../fusion.ts';
import { materialAt } from '../index/material-at.ts';
import type { CorpusIndex } from '../index/open.ts';
import type { IndexedPassage } from '../index/store-schema.ts';
import { findPassages } from '../search.ts';
import type { Neighbour } from '../vectors.ts';
import type { MachineQuestions, Meaning, MeaningVectors } from './open.ts';

/** A ranking that a passage stands in, and the wording that it was asked with. */
export interface RankingSource {
  readonly by: 'words' | 'meaning' | 'words-of-machine-question' | 'meaning-of-machine-question';
  readonly query: string;
}

/** A passage that one wording or several found; the score is comparable within one search only. */
export interface PassageByMeaning extends Pick<Fused<RankingSource>, 'score' | 'reasons'> {
  readonly passage: IndexedPassage;
}

export interface FoundByMeaning {
  /** The best first. */
  readonly passages: readonly PassageByMeaning[];
  /** Why rankings by meaning are missing for a wording at least; null where none is. */
  readonly failure: unknown;
}

/** How far each ranking is read; what stands further down hardly moves a passage. */
const DEPTH = 50;

/**
 * Passages of 政策文件 for one or several wordings of a question: the lexical ranking of each, the
 * nearest vectors, and the passages that machine-made questions lead to, fused. Where vectors
 * cannot be had the others stand alone, and the result says why.
 *
 * @param signal ends the wait for the vectors of the wordings
 */
export async function findByMeaning(
  index: CorpusIndex,
  meaning: Meaning | null,
  queries: readonly string[],
  limit: number,
  signal?: AbortSignal,
): Promise<FoundByMeaning> {
  const asked = new Set(queries.map((query) => query.trim()).filter((query) => query !== ''));
  const fits = meaning === null || meaning.indexName === index.name;
  const vectors = fits ? (meaning?.vectors ?? null) : null;
  const depth = Math.max(limit, DEPTH);
  const found = await Promise.all(
    [...asked].map((query) => rank(index, vectors, query, depth, signal)),
  );
  const passages = fuse(found.flatMap(({ rankings }) => rankings))
    .slice(0, limit)
    .map(({ ordinal, ...fused }) => ({ passage: index.store.passage(ordinal), ...fused }));
  if (!fits) return { passages, failure: misfit(meaning, index) };
  return { passages, failure: found.find(({ failure }) => failure !== null)?.failure ?? null };
}

interface Ranked {
  readonly rankings: readonly Ranking<RankingSource>[];
  readonly failure: unknown;
}

/** All rankings for one wording. */
async function rank(
  index: CorpusIndex,
  vectors: MeaningVectors | null,
  query: string,
  depth: number,
  signal: AbortSignal | undefined,
): Promise<Ranked> {
  const words = findPassages(index, query, depth, '政策文件').map(({ passage }) => passage.ordinal);
  const rankings: Ranking<RankingSource>[] = [{ source: { by: 'words', query }, ordinals: words }];
  if (vectors === null) return { rankings, failure: null };
  const { passages, questions, vectorOf } = vectors;
  const add = (by: RankingSource['by'], ordinals: readonly number[]) => {
    rankings.push({ source: { by, query }, ordinals });
  };
  const shown = (find: Find) => findShown(index, find, depth);
  if (questions !== null) {
    const { lexical } = questions;
    const found = await shown((limit) =>
      passagesOf(
        questions,
        lexical.search(query, { limit }).hits.map(({ ordinal }) => ordinal),
      ),
    );
    add('words-of-machine-question', found);
  }
  try {
    const vector = await unlessAborted(() => vectorOf(query), signal);
    add('meaning', await shown(async (limit) => idsOf(await passages.nearestTo(vector, limit))));
    if (questions !== null) {
      const near = await shown(async (limit) =>
        passagesOf(questions, idsOf(await questions.vectors.nearestTo(vector, limit))),
      );
      add('meaning-of-machine-question', near);
    }
    return { rankings, failure: null };
  } catch (failure) {
    return { rankings, failure };
  }
}

/** Ordinals of the nearest passages, as many as are asked for. */
type Find = (limit: number) => readonly number[] | Promise<readonly number[]>;

/** How far is looked where the index hides some of what is near: as far as vectors are found well. */
const LOOKED_THROUGH = 400;

/** Vectors know nothing of what a view hides: it is passed over, and those behind it move up. */
async function findShown(
  { store }: CorpusIndex,
  find: Find,
  depth: number,
): Promise<readonly number[]> {
  const isShown = (ordinal: number) => materialAt(store, ordinal) !== null;
  const near = await find(depth);
  if (near.every(isShown)) return near;
  return (await find(LOOKED_THROUGH)).filter(isShown).slice(0, depth);
}

function idsOf(neighbours: readonly Neighbour[]): number[] {
  return neighbours.map(({ id }) => id);
}

/** The passages that questions lead to, each where its best question stands. */
function passagesOf({ passageOf }: MachineQuestions, numbers: readonly number[]): number[] {
  return [...new Set(numbers.map((number) => passageOf[number] as number))];
}

/** Waits for work no longer than until the signal; the work itself goes on. */
async function unlessAborted<Value>(
  work: () => Promise<Value>,
  signal: AbortSignal | undefined,
): Promise<Value> {
  if (signal === undefined) return work();
  signal.throwIfAborted();
  let abort = () => {};
  const aborted = new Promise<never>((_, reject) => {
    abort = () => reject(signal.reason);
    signal.addEventListener('abort', abort);
  });
  try {
    return await Promise.race([work(), aborted]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}

function misfit({ indexName }: Meaning, { name }: CorpusIndex): Error {
  return new Error(`Cannot use the vectors of index "${indexName}" for index "${name}"`);
}
