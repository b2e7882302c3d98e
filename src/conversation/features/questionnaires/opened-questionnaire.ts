import { can } from '../../../people/abilities.ts';
import type { Item, Questionnaire } from '../../../questionnaire/questionnaire.ts';
import type { QuestionnaireRecord } from '../../../questionnaire/store.ts';
import type { Survey } from '../../../questionnaire/survey.ts';
import { type FeatureReply, type PersonalOccasion, type SoonReplied, say } from '../../feature.ts';
import type { Change } from '../../store.ts';

const GONE = '没有找到这份问卷，它可能已经删除。发送“问卷管理”可以查看您能办理的问卷。';

/** Whether someone may change a questionnaire, or read what was published of it: it is theirs, or they are an administrator. */
export function isTheirs(
  { owner }: Pick<QuestionnaireRecord, 'owner'>,
  { person }: Pick<PersonalOccasion, 'person'>,
): boolean {
  return can(person.role, 'manage-questionnaires') || owner === person.id;
}

/** Goes on with a questionnaire that the person may change. */
export async function withQuestionnaire(
  id: string,
  on: PersonalOccasion,
  then: (record: QuestionnaireRecord) => SoonReplied,
): Promise<FeatureReply> {
  const record = await on.questionnaires.questionnaire(id);
  if (record === null) return say(GONE);
  return isTheirs(record, on) ? then(record) : say(notTheirs(record.ownerName));
}

export const ITEM_GONE = '这一题已经不在问卷里了。请返回问卷查看现在的题目。';

/** Goes on with an item of a questionnaire that the person may change. */
export function withItem(
  questionnaire: string,
  id: string,
  on: PersonalOccasion,
  then: (item: Item, record: QuestionnaireRecord) => SoonReplied,
): Promise<FeatureReply> {
  return withQuestionnaire(questionnaire, on, (record) => {
    const item = record.content.items.find((one) => one.id === id);
    return item === undefined ? say(ITEM_GONE) : then(item, record);
  });
}

/** Goes on with a survey whose progress and report the person may see. */
export async function withPublished(
  id: string,
  on: PersonalOccasion,
  then: (survey: Survey) => SoonReplied,
): Promise<FeatureReply> {
  const survey = await on.questionnaires.survey(id);
  if (survey === null) return say(GONE);
  return isTheirs(survey, on) ? then(survey) : say(notTheirs(survey.ownerName));
}

/** Why someone may not, and whom to ask. */
export function notTheirs(ownerName: string): string {
  const whom = ownerName === '' ? '做这份问卷的人' : `${ownerName}同志`;
  return `这份问卷由${whom}办理，您不能查看或者修改。需要的，请联系本人或者管理员。`;
}

/** The next version of a questionnaire, with the change that keeps it. */
export function savedAs(
  record: QuestionnaireRecord,
  content: Questionnaire,
  note: string,
  on: PersonalOccasion,
): { readonly record: QuestionnaireRecord; readonly change: Change } {
  const at = on.now.toISOString();
  const { id, version: before } = record;
  return {
    record: { ...record, version: before + 1, content, changedAt: at },
    change: {
      of: 'questionnaire',
      change: { kind: 'save-questionnaire', id, before, content, note, at },
    },
  };
}
