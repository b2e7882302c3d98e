import { z } from 'zod';

const draftQuote = z.object({ passage: z.string(), text: z.string() });

const draftClaim = z.object({ text: z.string().min(1), quotes: z.array(draftQuote) });

/** An answer as a model is asked to draft it; `outcome` comes first, so that it is known first. */
export const draft = z.object({
  outcome: z.enum(['answered', 'not-in-corpus']),
  claims: z.array(draftClaim),
});

export const draftOutcome = draft.shape.outcome;
export const draftedClaim = draftClaim;

/** What a message means, as a model reads it. */
export const reading = z.object({
  /** A request asks for something to be done by a feature, a question for what a text says. */
  kind: z.enum(['question', 'request']),
  /** In Chinese and in full words. */
  question: z.string(),
  /** Of the message, as a code such as `zh` or `en`. */
  language: z.string(),
  /** The same in words of official texts, to search by. */
  searches: z.array(z.string()),
});

export type Reading = z.infer<typeof reading>;
