import { z } from 'zod';

/** What buttons do for those who write questionnaires, publish them and read what came of them. */
export const questionnaireDeeds = [
  z.object({ kind: z.literal('list-questionnaires'), from: z.number().int() }),
  z.object({ kind: z.literal('open-questionnaire'), questionnaire: z.string() }),
] as const;
