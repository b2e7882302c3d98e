import type { CorpusIndex } from '../retrieval/index/open.ts';
import type { IndexedPair } from '../retrieval/index/store-schema.ts';
import type { Citation } from './answer.ts';
import type { FaqMatch } from './faq-match.ts';

const MOST_RELATED = 3;
/** A pair this like the question would only repeat it. */
const THE_SAME = 0.8;
/** Below this an FAQ question has nothing to do with the one asked. */
const LEAST_ALIKE = 0.12;

/** Questions to ask next: neighbours of the pair used, of the place quoted, and of the wording. */
export function relatedQuestions(
  index: CorpusIndex,
  matches: readonly FaqMatch[],
  used: IndexedPair | null,
  quotes: readonly Citation[],
): string[] {
  const repeated = new Set(
    matches.filter(({ similarity }) => similarity >= THE_SAME).map(({ pair }) => pair.id),
  );
  if (used !== null) repeated.add(used.id);
  const alike = matches.filter(({ similarity }) => similarity >= LEAST_ALIKE);
  const there = quotes
    .slice(0, 1)
    .flatMap(({ material, place }) => index.store.pairsAt(material, place));
  const near = (used?.neighbours ?? []).map((id) => index.store.pair(id));
  const pairs = [
    ...alike.slice(0, 1).map(({ pair }) => pair),
    ...near,
    ...there,
    ...alike.slice(1).map(({ pair }) => pair),
  ];
  const questions = pairs
    .filter((pair): pair is IndexedPair => pair !== null && !repeated.has(pair.id))
    .map((pair) => pair.questions[0] as string);
  return [...new Set(questions)].slice(0, MOST_RELATED);
}
