import { z } from 'zod';

/** Days back from today. */
const span = z.union([z.literal(7), z.literal(30), z.literal(90)]);

/** What buttons do for those who see totals of the service. */
export const insightDeeds = [
  z.object({ kind: z.literal('open-stats'), span }),
  z.object({
    kind: z.literal('open-stats-part'),
    ...{ span, part: z.enum(['questions', 'materials', 'messages', 'loop']) },
  }),
  z.object({ kind: z.literal('export-stats'), span }),
] as const;
