import { setImmediate } from 'node:timers/promises';
import type { CorpusIndex } from '../../retrieval/index/open.ts';
import { answeredByPair } from './answered-by-pair.ts';
import type { Vector } from './cluster/background.ts';
import { createPlacer, type Placer } from './cluster/create-placer.ts';
import { meaningsIn } from './cluster/read-meaning.ts';
import type { LedgerParts } from './parts.ts';
import type { Placement } from './store.ts';
import type { Wording } from './topic.ts';

/** Wordings that are placed and kept together. */
const AT_ONCE = 500;
/** Texts that are read before anyone else may go on. */
const AT_A_STRETCH = 10;

/**
 * Puts wordings into the topics that ask the same, each other one into a new topic. An answered topic
 * takes only what its pair answers now: nobody would see any more that the others are open.
 */
export async function placeUnplaced(parts: LedgerParts, signal: AbortSignal): Promise<void> {
  const { ledger, clock } = parts;
  let wordings = await ledger.unplaced(AT_ONCE);
  while (wordings.length > 0) {
    const placements = await placementsOf(wordings, parts, signal);
    if (placements === null) return;
    await ledger.place(placements, clock.now().toISOString());
    wordings = await ledger.unplaced(AT_ONCE);
  }
}

/** Null where it was broken off. */
async function placementsOf(
  wordings: readonly Wording[],
  parts: LedgerParts,
  signal: AbortSignal,
): Promise<readonly Placement[] | null> {
  const { index, release } = await parts.borrowIndex();
  try {
    const exemplars = await parts.ledger.exemplars();
    const pairs = new Map((await parts.ledger.answered()).map(({ topic, pair }) => [topic, pair]));
    const texts = [...exemplars, ...wordings].map(({ text }) => text);
    const vectorOf = await parts.vectorsOf(texts);
    const meaningOf = meaningsIn(index);
    const open = createPlacer([], meaningOf);
    const answered = createPlacer([], meaningOf);
    for (const [at, { topic, state, text }] of exemplars.entries()) {
      if (at % AT_A_STRETCH === 0) await setImmediate();
      if (signal.aborted) return null;
      const placer = state === 'answered' ? answered : open;
      placer.add({ topic, text, vector: vectorOf(text) });
    }
    const placements: Placement[] = [];
    for (const [at, { id, text, cause }] of wordings.entries()) {
      if (at % AT_A_STRETCH === 0) await setImmediate();
      if (signal.aborted) return null;
      const vector = vectorOf(text);
      // What was no help is not answered by what answers now.
      const mayBeAnswered = cause !== 'not-helpful';
      const known =
        open.topicOf(text, vector) ??
        (mayBeAnswered ? answeredTopicOf(text, vector, { answered, pairs, index }) : null);
      const topic = known ?? parts.newId();
      if (!pairs.has(topic)) open.add({ topic, text, vector });
      placements.push({ wording: id, topic });
    }
    return placements;
  } finally {
    release();
  }
}

/** The topic that has its answer, where its pair answers these words too. */
function answeredTopicOf(
  text: string,
  vector: Vector | null,
  {
    answered,
    pairs,
    index,
  }: {
    readonly answered: Placer;
    readonly pairs: ReadonlyMap<string, string>;
    readonly index: CorpusIndex;
  },
): string | null {
  const topic = answered.topicOf(text, vector);
  const pair = topic === null ? undefined : pairs.get(topic);
  const isAnswered = pair !== undefined && answeredByPair(index, text, pair) !== null;
  return isAnswered ? topic : null;
}
