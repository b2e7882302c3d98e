import { above, Background, type Vector } from './background.ts';
import { judgeAlike, LIKE_WORDS, SAME_OFFICIALS } from './judge-alike.ts';
import type { Meaning } from './meaning.ts';
import { Postings } from './postings.ts';
import { cosine, dice, sumOf } from './weights.ts';

/** A wording that speaks for a topic, with its vector where an endpoint embeds. */
export interface Exemplar {
  readonly topic: string;
  readonly text: string;
  readonly vector?: Vector | null;
}

/** Puts wordings into topics, one after the other. */
export interface Placer {
  /** The topic that asks the same; null where none does. */
  topicOf(text: string, vector?: Vector | null): string | null;
  /** From here on the wording speaks for its topic too. */
  add(exemplar: Exemplar): void;
}

/** Exemplars of one topic that are compared: a topic of many wordings draws no more than one of few. */
const COMPARED = 12;

interface Kept {
  readonly topic: string;
  readonly meaning: Meaning;
  readonly vector: Vector | null;
  /** Sum of the weights of its terms. */
  readonly weight: number;
}

/**
 * Makes what places wordings among those that are there. Pure: the same exemplars in the same order
 * give the same places. Nothing is ever moved; whoever keeps the ledger splits and merges by hand.
 *
 * @param exemplars the oldest first; vectors are all of one model, and made of masked texts
 * @param meaningOf as `meaningsIn` an index gives it
 */
export function createPlacer(
  exemplars: readonly Exemplar[],
  meaningOf: (text: string) => Meaning,
): Placer {
  const kept: Kept[] = [];
  const perTopic = new Map<string, number>();
  const byTerm = new Postings();
  const byOfficial = new Postings();
  const byPlace = new Map<string, number[]>();
  const background = new Background();

  const add = ({ topic, text, vector = null }: Exemplar) => {
    const count = perTopic.get(topic) ?? 0;
    if (count >= COMPARED) return;
    perTopic.set(topic, count + 1);
    const one = keepFor(topic, meaningOf(text), vector);
    const at = kept.push(one) - 1;
    byTerm.add(at, one.meaning.terms.keys());
    byOfficial.add(at, one.meaning.officials.keys());
    if (vector === null) return;
    const nearest = nearestOf(one.meaning);
    byPlace.set(nearest, [...(byPlace.get(nearest) ?? []), at]);
    background.add(vector);
  };

  /** Those that could ask the same; the rest need not be looked at. */
  const candidatesFor = (own: Kept) => {
    const found = new Set(own.vector === null ? [] : byPlace.get(nearestOf(own.meaning)));
    byTerm.eachSharing(own.meaning.terms, (at, atMost) => {
      const all = own.weight + (kept[at] as Kept).weight;
      if (2 * atMost >= LIKE_WORDS * all) found.add(at);
    });
    byOfficial.eachSharing(own.meaning.officials, (at) => {
      const { officials } = (kept[at] as Kept).meaning;
      if (cosine(own.meaning.officials, officials) >= SAME_OFFICIALS) found.add(at);
    });
    return [...found].sort((one, other) => one - other);
  };

  const topicOf = (text: string, vector: Vector | null = null) => {
    const own = keepFor('', meaningOf(text), vector);
    const usual = vector === null ? 0 : background.usual(vector);
    let topic: string | null = null;
    let surest = 0;
    for (const at of candidatesFor(own)) {
      const other = kept[at] as Kept;
      const sureness = judge(own, other, usual);
      if (sureness === null || sureness <= surest) continue;
      topic = other.topic;
      surest = sureness;
    }
    return topic;
  };

  for (const exemplar of exemplars) add(exemplar);
  return { topicOf, add };
}

function keepFor(topic: string, meaning: Meaning, vector: Vector | null): Kept {
  return { topic, meaning, vector, weight: sumOf(meaning.terms) };
}

/** @param usual similarity of the first one's vector to those of other questions */
function judge(one: Kept, other: Kept, usual: number): number | null {
  const isEmbedded = one.vector !== null && other.vector !== null;
  return judgeAlike(one.meaning, other.meaning, {
    terms: dice(one.meaning.terms, other.meaning.terms),
    officials: cosine(one.meaning.officials, other.meaning.officials),
    places: cosine(one.meaning.places, other.meaning.places),
    vectors: isEmbedded ? above(usual, one.vector, other.vector) : null,
  });
}

/** The place that a wording leads to first; empty where it leads nowhere. */
function nearestOf({ places }: Meaning): string {
  const [first] = places.keys();
  return first ?? '';
}
