import { z } from 'zod';
import { ANSWER_KINDS } from '../../corpus/answer-kind.ts';

const topic = z.string();
const from = z.number().int();
/** The revision of the topic that was looked at. */
const revision = z.number().int();

const seen = { topic, revision };

/** A quote as a pair of the FAQ names it. */
export const pairQuote = z.object({
  ...{ material: z.string(), place: z.string(), text: z.string() },
});

/** What is written in words for a topic. */
export const writtenForTopic = z.enum(['search', 'sentence', 'return', 'set-aside', 'withdraw']);

/** Sentences of a passage that are chosen, by their number from 0. */
const chosen = z.array(z.number().int());

/** What buttons do for those who assign, answer and approve 待答问题. */
export const ledgerDeeds = [
  /** `over`: answered or set aside; else all that awaits somebody. */
  z.object({ kind: z.literal('list-ledger'), of: z.enum(['current', 'over']), from }),
  z.object({ kind: z.literal('open-topic'), topic }),
  z.object({ kind: z.literal('list-wordings'), topic, from }),
  /** What is done with a topic more rarely. */
  z.object({ kind: z.literal('more-of-topic'), topic }),
  z.object({ kind: z.literal('ask-assign-topic'), ...seen, from }),
  z.object({ kind: z.literal('assign-topic'), ...seen, person: z.string() }),
  z.object({ kind: z.literal('take-topic'), ...seen }),
  z.object({ kind: z.literal('ask-leave-topic'), ...seen }),
  z.object({ kind: z.literal('leave-topic'), ...seen, reason: z.string() }),
  /** Of whoever submitted it, while nobody has decided. */
  z.object({ kind: z.literal('take-answer-back'), ...seen }),
  z.object({ kind: z.literal('answer-topic'), topic }),
  /** `words` as they were written; the question itself where they are empty. */
  z.object({ kind: z.literal('search-for-topic'), topic, words: z.string(), from }),
  /** `again`: another choice in the passage that is shown. */
  z.object({
    kind: z.literal('open-quotable'),
    ...{ topic, material: z.string(), anchor: z.string(), chosen, again: z.boolean() },
  }),
  z.object({
    kind: z.literal('quote-chosen'),
    ...{ topic, material: z.string(), anchor: z.string(), chosen },
  }),
  /** One of the places where a text that was pasted stands. */
  z.object({ kind: z.literal('quote-text'), topic, quote: pairQuote }),
  z.object({ kind: z.literal('drop-topic-quote'), topic, quote: pairQuote }),
  z.object({ kind: z.literal('ask-answer-sentence'), topic }),
  z.object({ kind: z.literal('use-proposed-sentence'), topic }),
  z.object({ kind: z.literal('ask-answer-kind'), topic }),
  z.object({ kind: z.literal('set-answer-kind'), topic, as: z.enum(ANSWER_KINDS) }),
  z.object({ kind: z.literal('preview-topic-answer'), topic }),
  /** What was previewed, word for word. */
  z.object({
    kind: z.literal('submit-topic-answer'),
    ...seen,
    answer: z.object({
      ...{ answer: z.string(), kind: z.enum(ANSWER_KINDS), quotes: z.array(pairQuote) },
    }),
  }),
  z.object({ kind: z.literal('review-topic-answer'), topic }),
  z.object({ kind: z.literal('approve-topic-answer'), ...seen }),
  z.object({ kind: z.literal('ask-return-topic-answer'), ...seen }),
  z.object({ kind: z.literal('ask-set-topic-aside'), ...seen }),
  z.object({ kind: z.literal('set-topic-aside'), ...seen, reason: z.string() }),
  /** What was set aside by mistake. */
  z.object({ kind: z.literal('put-topic-back'), ...seen }),
  z.object({ kind: z.literal('ask-withdraw-topic-answer'), ...seen }),
  z.object({ kind: z.literal('withdraw-topic-answer'), ...seen, reason: z.string() }),
  z.object({ kind: z.literal('ask-split-wording'), topic, wording: z.string() }),
  z.object({ kind: z.literal('split-wording'), ...seen, wording: z.string() }),
  z.object({ kind: z.literal('ask-merge-topic'), ...seen, from }),
  z.object({ kind: z.literal('ask-merge-topics'), ...seen, into: topic }),
  z.object({ kind: z.literal('merge-topics'), ...seen, into: topic }),
] as const;
