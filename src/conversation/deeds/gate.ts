import { z } from 'zod';

const from = z.number().int();

/** An index beside the one that served, by their names. */
const ofRelease = { index: z.string(), before: z.string().nullable() };

/** How golden questions came to stand; those that are answered worse stop an index. */
const findingKind = z.enum(['worse', 'better', 'changed', 'failing', 'withoutBasis']);

export type FindingKind = z.infer<typeof findingKind>;

/** What buttons do for those who see what the gate found, and let through what it has stopped. */
export const gateDeeds = [
  z.object({ kind: z.literal('open-gate') }),
  z.object({ kind: z.literal('list-releases'), from }),
  z.object({ kind: z.literal('open-release'), ...ofRelease }),
  z.object({ kind: z.literal('list-findings'), ...ofRelease, of: findingKind, from }),
  z.object({ kind: z.literal('ask-overrule'), ...ofRelease }),
  z.object({ kind: z.literal('overrule-release'), ...ofRelease, reason: z.string() }),
] as const;
