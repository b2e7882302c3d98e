import { z } from 'zod';
import { CAUSES } from '../../materials/ledger/cause.ts';

/** What buttons of questions and answers do. */
export const talkDeeds = [
  z.object({ kind: z.literal('ask'), question: z.string() }),
  /** Opens the passage that holds a quote. */
  z.object({
    kind: z.literal('open-quote'),
    material: z.string(),
    place: z.string(),
    start: z.number().int(),
    text: z.string(),
  }),
  /** Opens a passage by its anchor. */
  z.object({ kind: z.literal('open-passage'), material: z.string(), anchor: z.string() }),
  z.object({
    kind: z.literal('rate'),
    turn: z.string(),
    verdict: z.enum(['useful', 'not-useful']),
    /**
     * What enters the ledger where the answer was no help, as it was asked: it is masked only then. Left
     * out where nothing does, and under answers of earlier programs.
     */
    asked: z
      .object({
        question: z.string(),
        near: z.object({ material: z.string(), title: z.string(), place: z.string() }).nullable(),
      })
      .optional(),
  }),
  /** Takes a question that was just put into the ledger out again; `text` as it was put in. */
  z.object({ kind: z.literal('unask'), text: z.string(), cause: z.enum(CAUSES) }),
  z.object({ kind: z.literal('forget') }),
  z.object({ kind: z.literal('cancel') }),
  /** Carries out what a person asked for in plain speech, once they have confirmed it. */
  z.object({
    kind: z.literal('carry-out'),
    intent: z.enum(['record-study', 'create-class', 'suggest']),
    text: z.string(),
  }),
] as const;

export type Verdict = 'useful' | 'not-useful';
