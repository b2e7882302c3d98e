import { z } from 'zod';

const golden = z.string();
const from = z.number().int();

/** What is written in words of a golden question, or to find some. */
export const writtenInGolden = z.enum(['new', 'find', 'question', 'contains', 'absent']);

const phrases = z.enum(['contains', 'absent']);
const place = { material: z.string(), place: z.string() };

/** What buttons do for those who keep 把关题. */
export const goldenDeeds = [
  /** `of`: all, or what does not hold now; `words` that the questions have, empty for any. */
  z.object({
    kind: z.literal('list-golden'),
    ...{ of: z.enum(['all', 'not-holding']), words: z.string(), from },
  }),
  z.object({ kind: z.literal('open-golden'), golden }),
  /** Asks for words by text; `golden` is null for a new one, and to find some. */
  z.object({
    kind: z.literal('ask-golden-words'),
    ...{ golden: golden.nullable(), what: writtenInGolden },
  }),
  /** Shows what a question is answered now, to be wanted from then on; `golden`: of that one anew. */
  z.object({
    kind: z.literal('offer-golden'),
    ...{ question: z.string(), golden: golden.nullable() },
  }),
  /** `seen` tells the answer that was shown: another one is not taken. */
  z.object({
    kind: z.literal('keep-golden'),
    ...{ question: z.string(), golden: golden.nullable(), seen: z.string() },
  }),
  z.object({
    kind: z.literal('drop-golden-phrase'),
    ...{ golden, of: phrases, phrase: z.string() },
  }),
  z.object({ kind: z.literal('choose-golden-places'), golden }),
  z.object({ kind: z.literal('set-golden-place'), golden, ...place, isWanted: z.boolean() }),
  z.object({ kind: z.literal('ask-drop-golden'), golden }),
  z.object({ kind: z.literal('drop-golden'), golden }),
] as const;
