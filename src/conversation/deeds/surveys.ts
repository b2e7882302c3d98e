import { z } from 'zod';

/** Under this name alone a survey stands in deeds: with the answers, the buttons that name it are wiped. */
const survey = z.string();

/** What buttons do for those who answer a questionnaire. */
export const surveyDeeds = [
  /** What it is for and what becomes of the answers, with the way into it. */
  z.object({ kind: z.literal('open-survey'), survey }),
  /** As respondents see it, without keeping an answer. */
  z.object({ kind: z.literal('preview-questionnaire'), questionnaire: z.string() }),
] as const;
