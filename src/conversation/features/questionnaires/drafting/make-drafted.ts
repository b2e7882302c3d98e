import { orderProblems } from '../../../../questionnaire/drafting/check-order.ts';
import { draftWithRemarks } from '../../../../questionnaire/drafting/draft-questionnaire.ts';
import type { QuestionnaireOrder } from '../../../../questionnaire/drafting/order.ts';
import { choices, lead, remark } from '../../../blocks.ts';
import type { FeatureReply, PersonalOccasion } from '../../../feature.ts';
import { newRecord } from '../keep-questionnaire.ts';
import { questionnaireBlocks } from '../questionnaire-page.ts';

/** Drafts a questionnaire and keeps it as its first version. */
export async function makeDrafted(
  order: QuestionnaireOrder,
  classId: string | null,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  const problems = orderProblems(order);
  if (problems.length > 0) return notDrafted(problems, on);
  const found = classId === null ? null : await on.people.class(classId);
  const { questionnaire, remarks } = draftWithRemarks(order, await on.index());
  const made = newRecord(questionnaire, found?.id ?? null, '起草', on);
  return {
    placement: 'turn',
    state: { ...on.state, questionnaireOrder: null },
    changes: [made.change],
    blocks: [
      lead('问卷已经起草好，还没有发给任何人。请逐题看过，改好以后先预览，再发布。'),
      ...(remarks.length === 0 ? [] : [remark(remarks.join('\n'))]),
      ...(await questionnaireBlocks(made.record, on)),
    ],
  };
}

function notDrafted(problems: readonly string[], { state }: PersonalOccasion): FeatureReply {
  return {
    placement: 'turn',
    state: { ...state, questionnaireOrder: null },
    blocks: [
      lead(problems.join('\n')),
      choices('问卷', ['重新填写', { kind: 'new-questionnaire' }]),
    ],
  };
}
