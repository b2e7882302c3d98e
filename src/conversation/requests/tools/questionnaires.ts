import { z } from 'zod';
import { orderProblems } from '../../../questionnaire/drafting/check-order.ts';
import { KIND_NAMES, QUESTIONNAIRE_KINDS } from '../../../questionnaire/questionnaire.ts';
import { type RequestTool, requestTool } from '../request-tool.ts';

/** Drafts a questionnaire once its order has been confirmed; nothing is sent to anyone. */
const makeQuestionnaire = requestTool({
  name: 'make_questionnaire',
  input: z.object({
    kind: z.enum(QUESTIONNAIRE_KINDS),
    audience: z.string().min(1).max(100),
    purpose: z.string().max(200).nullable(),
    period: z.string().max(50).nullable(),
    topics: z.array(z.string().max(100)).max(20),
  }),
  action: 'prepare-questionnaire',
  isPrivate: true,
  run: async ({ kind, audience, purpose, period, topics }) => {
    const order = { kind, audience, purpose: purpose ?? '', period: period ?? '', topics };
    const [problem] = orderProblems(order);
    if (problem !== undefined) return { kind: 'problem', words: problem };
    const said = [
      `对象“${audience}”`,
      ...(order.purpose === '' ? [] : [`目的“${order.purpose}”`]),
      ...(order.period === '' ? [] : [`时段“${order.period}”`]),
      ...(topics.length === 0 ? [] : [`主题“${topics.join('、')}”`]),
    ];
    return {
      kind: 'confirm',
      words: `起草一份${KIND_NAMES[kind]}，${said.join('，')}。只起草，不发给任何人。`,
      deed: { kind: 'make-questionnaire', order },
    };
  },
});

const openQuestionnaires = requestTool({
  name: 'open_questionnaires',
  input: z.object({}),
  action: 'prepare-questionnaire',
  isPrivate: true,
  run: async () => ({
    kind: 'show',
    order: { kind: 'deed', deed: { kind: 'list-questionnaires', from: 0 } },
  }),
});

export const questionnaireTools: readonly RequestTool[] = [makeQuestionnaire, openQuestionnaires];
