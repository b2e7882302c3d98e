import { z } from 'zod';

const suggestion = z.string();
/** The revision that was looked at. */
const revision = z.number().int();

/** How one is settled: with an answer, or with why it is not taken up. */
export const settling = z.enum(['answer', 'decline']);

export type Settling = z.infer<typeof settling>;

/** What buttons of 意见建议 do; those of whoever sends one name none, so that no button tells whose it is. */
export const suggestionDeeds = [
  /** `isWished`: the sender asks to be told of the answer. */
  z.object({ kind: z.literal('invite-suggestion'), isWished: z.boolean() }),
  z.object({ kind: z.literal('open-own-answers') }),
  z.object({ kind: z.literal('drop-own-wishes'), of: z.enum(['answered', 'all']) }),
  z.object({
    kind: z.literal('list-suggestions'),
    ...{ of: z.enum(['pending', 'settled']), from: z.number().int() },
  }),
  z.object({ kind: z.literal('open-suggestion'), suggestion }),
  z.object({ kind: z.literal('take-suggestion'), suggestion, revision }),
  z.object({ kind: z.literal('write-to-sender'), suggestion, revision, as: settling }),
  z.object({
    kind: z.literal('settle-suggestion'),
    ...{ suggestion, revision, as: settling, words: z.string() },
  }),
  z.object({ kind: z.literal('reopen-suggestion'), suggestion, revision }),
  z.object({ kind: z.literal('export-suggestions') }),
] as const;
