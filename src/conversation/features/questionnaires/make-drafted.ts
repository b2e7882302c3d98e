import { draftQuestionnaire } from '../../../questionnaire/drafting/draft-questionnaire.ts';
import type { QuestionnaireOrder } from '../../../questionnaire/drafting/order.ts';
import { lead, remark } from '../../blocks.ts';
import type { FeatureReply, PersonalOccasion } from '../../feature.ts';
import { newRecord } from './keep-questionnaire.ts';
import { questionnaireBlocks } from './questionnaire-page.ts';

/** Drafts a questionnaire and keeps it as its first version. */
export async function makeDrafted(
  order: QuestionnaireOrder,
  classId: string | null,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  const found = classId === null ? null : await on.people.class(classId);
  const content = draftQuestionnaire(order, await on.index());
  const made = newRecord(content, found?.id ?? null, '起草', on);
  return {
    placement: 'turn',
    state: { ...on.state, questionnaireOrder: null },
    changes: [made.change],
    blocks: [
      lead('问卷已经起草好，还没有发给任何人。'),
      remark('请逐题看过，改好以后先预览，再发布。'),
      ...(await questionnaireBlocks(made.record, on)),
    ],
  };
}
