import { createPlacer } from '../../../src/materials/ledger/cluster/create-placer.ts';
import { meaningsIn } from '../../../src/materials/ledger/cluster/read-meaning.ts';
import type { CorpusIndex } from '../../../src/retrieval/index/open.ts';
import {
  type AskedWording,
  enteringOf,
  isAnsweredRightly,
  shippedPairs,
  type WrittenPair,
  withStandingQuotes,
  wordingsOf,
} from './asked.ts';
import { withPairs } from './open-with-pairs.ts';
import { shuffled } from './shuffled.ts';

/** Shares from 0 to 1 that add up over seeds: of how many, how many. */
export type Count = readonly [of: number, hits: number];

export interface LoopFigures {
  readonly asked: number;
  readonly entered: number;
  /** Wordings that share their topic with others. */
  readonly together: number;
  /** Of these, those of the place of most in their topic; each unanswerable one is a place of its own. */
  readonly pure: Count;
  /** The same by what would answer them, which is narrower than a place. */
  readonly pureBySource: Count;
  /** Of wordings that are not the first of their topic: right once one of the topic was answered. */
  readonly others: Count;
  /** Of all that can be answered, alone in their topic or not. */
  readonly all: Count;
  /** Right though the pair does not have them among its questions: the last of each topic of several. */
  readonly heldOut: Count;
  /** Right though the ledger never saw them: each fifth that would have entered. */
  readonly unseen: Count;
}

const EACH = 5;

export interface LoopOptions {
  /** Of the pairs: what is taken away. */
  readonly share: number;
  /** Without the questions of the evaluation, and without what is held out: for those in a hurry. */
  readonly isShort?: boolean;
}

/**
 * The loop of the ledger without its people: a share of the pairs is taken away, all is asked, what enters is
 * put into topics in the order of asking, one wording of each topic is answered for all of it, and all
 * is asked again.
 */
export async function runLoop(
  seed: number,
  { share, isShort = false }: LoopOptions,
): Promise<LoopFigures> {
  const pairs = shuffled(shippedPairs(), seed);
  const count = Math.round(pairs.length * share);
  const left = pairs.slice(count);
  const wordings = wordingsOf(pairs.slice(0, count), seed, !isShort);
  const { entered, unseen, topics } = await withPairs(left, (index) => {
    const entering = enteringOf(index, wordings).map((asked) => withStandingQuotes(index, asked));
    const isUnseen = (at: number) => !isShort && at % EACH === 0;
    const seen = entering.filter((_, at) => !isUnseen(at));
    return {
      entered: seen,
      unseen: entering.filter((_, at) => isUnseen(at)),
      topics: topicsOf(index, seen),
    };
  });
  const several = topics.filter((topic) => topic.length > 1);
  const whole = await withPairs([...left, ...pairsFor(topics)], (index) => ({
    others: countRight(index, several.flatMap(withoutFirst)),
    all: countRight(index, entered.filter(canBeAnswered)),
    unseen: countRight(index, unseen.filter(canBeAnswered)),
  }));
  const last = isShort ? [] : several.flatMap((topic) => topic.slice(-1));
  const heldOut =
    last.length === 0
      ? ([0, 0] as const)
      : await withPairs([...left, ...pairsFor(topics.map(withoutLast))], (index) =>
          countRight(index, last),
        );
  const together = several.reduce((sum, topic) => sum + topic.length, 0);
  return {
    ...{ asked: wordings.length, entered: entered.length, together },
    pure: [together, pureIn(several, labelsByPlace)],
    pureBySource: [together, pureIn(several, ({ source }) => [source])],
    ...whole,
    heldOut,
  };
}

/** In order of asking, each among those before it. */
function topicsOf(index: CorpusIndex, entered: readonly AskedWording[]): AskedWording[][] {
  const placer = createPlacer([], meaningsIn(index));
  const topics = new Map<string, AskedWording[]>();
  for (const [at, asked] of entered.entries()) {
    const topic = placer.topicOf(asked.text) ?? `topic-${at}`;
    placer.add({ topic, text: asked.text });
    topics.set(topic, [...(topics.get(topic) ?? []), asked]);
  }
  return [...topics.values()];
}

/** The answer to the first wording of each, with all of its wordings; what no text answers has none. */
function pairsFor(topics: readonly (readonly AskedWording[])[]): WrittenPair[] {
  return topics.flatMap((topic, at) => {
    const answer = topic[0]?.answer ?? null;
    if (answer === null) return [];
    const questions = [...new Set(topic.map(({ text }) => text))];
    return [{ id: `ledger-${at}`, questions, ...answer }];
  });
}

function withoutFirst(topic: readonly AskedWording[]): readonly AskedWording[] {
  return topic.slice(1);
}

function withoutLast(topic: readonly AskedWording[]): readonly AskedWording[] {
  return topic.length > 1 ? topic.slice(0, -1) : topic;
}

function canBeAnswered({ answer }: AskedWording): boolean {
  return answer !== null;
}

function countRight(index: CorpusIndex, wordings: readonly AskedWording[]): Count {
  return [wordings.length, wordings.filter((asked) => isAnsweredRightly(index, asked)).length];
}

function labelsByPlace({ places, answer, source }: AskedWording): readonly string[] {
  return answer === null ? [source] : places;
}

function pureIn(
  topics: readonly (readonly AskedWording[])[],
  labelsOf: (asked: AskedWording) => readonly string[],
): number {
  return topics.reduce((sum, topic) => {
    const counts = new Map<string, number>();
    for (const asked of topic) {
      for (const label of new Set(labelsOf(asked))) counts.set(label, (counts.get(label) ?? 0) + 1);
    }
    return sum + Math.max(...counts.values());
  }, 0);
}
