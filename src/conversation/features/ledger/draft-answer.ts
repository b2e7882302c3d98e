import type { Citation } from '../../../answering/answer.ts';
import type { PairAnswer, PairQuote } from '../../../materials/faq/pairs.ts';
import { asAnswer } from '../../../materials/ledger/as-answer.ts';
import { guessKind, proposeAnswer } from '../../../materials/ledger/propose-answer.ts';
import type { Topic } from '../../../materials/ledger/topic.ts';
import type { CorpusIndex } from '../../../retrieval/index/open.ts';
import type { DialogueState, DraftPairAnswer } from '../../state.ts';

/** More quotes answer nothing that one question asks. */
export const MOST_QUOTES = 4;
/** Answers to other topics that were begun stay so many. */
const MOST_DRAFTS = 5;

/** The answer that is being made to a topic: as it was begun here, as it was submitted, or none yet. */
export function draftFor(
  { id, answer }: Topic,
  { ledgerAnswers }: Pick<DialogueState, 'ledgerAnswers'>,
): DraftPairAnswer {
  const begun = ledgerAnswers.find(({ topic }) => topic === id);
  if (begun !== undefined) return begun;
  if (answer === null) return { topic: id, quotes: [], answer: null, kind: null };
  return { ...answer, topic: id, quotes: [...answer.quotes] };
}

export function withDraftKept(state: DialogueState, draft: DraftPairAnswer): DialogueState {
  const others = state.ledgerAnswers.filter(({ topic }) => topic !== draft.topic);
  return { ...state, ledgerAnswers: [...others, draft].slice(-MOST_DRAFTS) };
}

export function withoutDraft(state: DialogueState, topic: string): DialogueState {
  return { ...state, ledgerAnswers: state.ledgerAnswers.filter((one) => one.topic !== topic) };
}

export function isSameQuote(one: PairQuote, other: PairQuote): boolean {
  return one.material === other.material && one.place === other.place && one.text === other.text;
}

/** The quotes as they are shown; null where one of them cannot be. */
function citationsOf(
  index: CorpusIndex,
  { question }: Topic,
  { quotes }: DraftPairAnswer,
): readonly Citation[] | null {
  const shown = asAnswer(index, question, { answer: '', kind: 'statement', quotes });
  return shown === null ? null : shown.quotes;
}

/** The draft with what is proposed where nothing was written or chosen. */
export function completed(index: CorpusIndex, topic: Topic, draft: DraftPairAnswer): PairAnswer {
  const citations = citationsOf(index, topic, draft) ?? [];
  return {
    answer: draft.answer ?? proposeAnswer(index, topic.question, citations),
    kind: draft.kind ?? guessKind(topic.question),
    quotes: draft.quotes,
  };
}

/** What is said in place of a sentence whose quotes may not be shown where it would stand. */
const HIDDEN = '（有引文不能在这里显示，答复句也不在这里显示）';

/** The sentence of a draft as it may be shown: it says what its quotes say. */
export function shownSentence(index: CorpusIndex, topic: Topic, draft: DraftPairAnswer): string {
  const isShown = citationsOf(index, topic, draft) !== null;
  return isShown ? completed(index, topic, draft).answer : HIDDEN;
}

/** Waits for words for a topic. */
export function waitForTopic(
  { id, revision }: Topic,
  what: NonNullable<DialogueState['ledgerWords']>['what'],
  state: DialogueState,
): DialogueState {
  return {
    ...{ ...state, expecting: 'words-for-ledger' as const },
    ledgerWords: { topic: id, revision, what },
  };
}
