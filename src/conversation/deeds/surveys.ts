import { z } from 'zod';

/** Under this name alone a survey stands in deeds: with the answers, the buttons that name it are wiped. */
const survey = z.string();
/** A questionnaire that is looked at as respondents see it. */
const questionnaire = z.string();
const item = z.string();

/**
 * What a button does at one question. The same buttons stand there whatever was chosen, so that they
 * do not tell it.
 */
const act = z.discriminatedUnion('do', [
  z.object({ do: z.literal('show') }),
  z.object({ do: z.literal('back') }),
  z.object({ do: z.literal('forward') }),
  z.object({ do: z.literal('clear') }),
  z.object({ do: z.literal('choose'), option: z.number().int().min(0) }),
  z.object({
    do: z.literal('mark'),
    scale: z.enum(['importance', 'competence']),
    mark: z.number().int().min(1).max(5),
  }),
  z.object({ do: z.literal('not-applicable') }),
  /** Takes what is written beside the tap. */
  z.object({ do: z.literal('write') }),
]);

export type Act = z.infer<typeof act>;

/** What buttons do for those who answer a questionnaire. */
export const surveyDeeds = [
  z.object({ kind: z.literal('list-surveys') }),
  /** What it is for and what becomes of the answers, with the way into it. */
  z.object({ kind: z.literal('open-survey'), survey }),
  /** Goes to the first question that is not answered. */
  z.object({ kind: z.literal('fill-in-survey'), survey }),
  z.object({ kind: z.literal('answer-item'), survey, item, act }),
  z.object({ kind: z.literal('review-answers'), survey }),
  z.object({ kind: z.literal('submit-answers'), survey }),
  z.object({ kind: z.literal('put-off-answers'), survey }),
  z.object({ kind: z.literal('ask-drop-answers'), survey }),
  z.object({ kind: z.literal('drop-answers'), survey }),
  /** As respondents see it, without keeping an answer. */
  z.object({ kind: z.literal('preview-questionnaire'), questionnaire }),
  z.object({ kind: z.literal('fill-in-preview'), questionnaire }),
  z.object({ kind: z.literal('preview-item'), questionnaire, item, act }),
  z.object({ kind: z.literal('review-preview'), questionnaire }),
  z.object({ kind: z.literal('submit-preview'), questionnaire }),
  z.object({ kind: z.literal('leave-preview'), questionnaire }),
] as const;
