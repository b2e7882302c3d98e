import type { Citation } from '../../answering/answer.ts';
import { type CitedPhrase, citedPhrases } from '../../answering/gates/cited-phrases.ts';
import type { CitedSpan } from '../../answering/gates/gate.ts';
import { scopeReason } from '../../answering/scope.ts';
import type { CorpusIndex } from '../../retrieval/index/open.ts';
import { foldCharacters } from '../../text/fold.ts';
import { sentencesOf } from '../../text/sentences.ts';
import { sliceOf } from '../../text/span.ts';
import type { SeminarOrder } from '../order.ts';
import type { Item } from './rewriting.ts';

/** All that a rewritten item may hold. */
export interface Held {
  /** The item as it was written without a model. */
  readonly own: readonly string[];
  /** What the trainer ordered: facts of the place, no rules. */
  readonly told: readonly string[];
  readonly basis: readonly CitedSpan[];
  /** Phrases of the basis, each with how strongly it binds. */
  readonly phrases: readonly CitedPhrase[];
  readonly weightOf: (term: string) => number;
}

/** What a trainer says of rules is hearsay: only a basis settles what is required. */
const SPEAKS_OF_RULES =
  /规定|文件|政策|条例|办法|规划|通知|上级|中央|必须|应当|不得|一律|严禁|要求/u;

export function heldBy(index: CorpusIndex, item: Item, order: SeminarOrder): Held {
  const basis = item.basis.flatMap((one) => citedSpanOf(index, one) ?? []);
  const phrases = basis.flatMap(citedPhrases).filter(({ isQuoted }) => isQuoted);
  return {
    own: [item.text, ...item.followUps, item.expected],
    told: toldIn(order),
    ...{ basis, phrases, weightOf: index.passages.weightOf },
  };
}

/** The citation within its passage; null where the corpus does not hold it so any more. */
export function citedSpanOf({ store }: CorpusIndex, citation: Citation): CitedSpan | null {
  const passage = store
    .passagesCovering(citation.material, citation)
    .find(({ start, end }) => start <= citation.start && citation.end <= end);
  if (passage === undefined) return null;
  const { headings, text: around, start } = passage;
  const within = { start: citation.start - start, end: citation.end - start };
  return sliceOf(around, within) === citation.text
    ? { ...citation, headings, around, within }
    : null;
}

function toldIn({ topic, audience, people, minutes, ...order }: SeminarOrder): string[] {
  const situation = situationOf(order.situation);
  const facts = sentencesOf(situation)
    .map((span) => sliceOf(situation, span))
    .filter((sentence) => !SPEAKS_OF_RULES.test(sentence));
  return [topic, audience, `${people}人`, `${minutes}分钟`, ...facts];
}

/** The local situation; empty where it gives orders to a model, which sees none of it then. */
export function situationOf(situation: string): string {
  return givesOrders(situation) ? '' : situation;
}

/** Whether words are meant for a model rather than for people. */
export function givesOrders(words: string): boolean {
  return scopeReason(foldCharacters(words)) === 'manipulation';
}
