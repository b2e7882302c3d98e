import { z } from 'zod';

/** What a button does; kept beside the reply, so it must be plain data. */
const deed = z.discriminatedUnion('kind', [
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
  }),
  z.object({ kind: z.literal('forget') }),
  z.object({ kind: z.literal('cancel') }),
]);

export type Deed = z.infer<typeof deed>;

export type Verdict = Extract<Deed, { kind: 'rate' }>['verdict'];

/** Deeds as they were kept; null where an older version kept something that is no longer known. */
export function readDeed(stored: unknown): Deed | null {
  const parsed = deed.safeParse(stored);
  return parsed.success ? parsed.data : null;
}
