import type { Transaction } from 'kysely';
import { UserFacingError } from '../../errors.ts';
import { answersToSubmit } from '../../questionnaire/answering/answers-to-submit.ts';
import type { Answers } from '../../questionnaire/answers.ts';
import type { Questionnaire } from '../../questionnaire/questionnaire.ts';
import type { Sealer } from '../../questionnaire/sealing.ts';
import type { Tables } from '../schema.ts';
import { checkMayAnswer } from './begin-answers.ts';
import type { QuestionnaireChangeOf } from './change-of.ts';
import { readDraft } from './draft.ts';
import { neededKeyOf } from './key-of.ts';
import { checkIsOpen, lockSurvey } from './lock-survey.ts';
import { mixIn, openPool, sealPool } from './pool.ts';
import { respondentKey } from './respondent-key.ts';
import type { SurveyKeys } from './survey-keys.ts';
import { wipeSheets } from './wipe-sheets.ts';
import { writeAnswers } from './write-answers.ts';

export async function submitAnswers(
  all: Transaction<Tables>,
  { survey, respondent, at }: QuestionnaireChangeOf<'submit-answers'>,
  keys: SurveyKeys,
): Promise<void> {
  const row = await lockSurvey(all, survey);
  checkIsOpen(row, at);
  const who = respondentKey(respondent);
  await checkMayAnswer(all, survey, respondent);
  const key = await neededKeyOf(keys, row);
  const draft = await readDraft(all, key, survey, who);
  const made = answersToSubmit(JSON.parse(row.content) as Questionnaire, draft ?? {});
  if (!made.ok) throw new UserFacingError(stillMissing(made.missing.length));
  await all
    .deleteFrom('survey_draft')
    .where('survey', '=', survey)
    .where('respondent', '=', who)
    .execute();
  await all
    .updateTable('survey_participant')
    .set({ is_done: 1 })
    .where('survey', '=', survey)
    .where('respondent', '=', who)
    .execute();
  // Whoever submits without having opened it, where nothing has to be answered, has begun it too.
  const begun = draft === null ? 1 : 0;
  await all
    .updateTable('survey')
    .set((one) => ({ submitted: one('submitted', '+', 1), begun: one('begun', '+', begun) }))
    .where('id', '=', survey)
    .execute();
  await addToPool(all, key, survey, made.answers);
  await wipeSheets(all, survey, respondent);
}

function stillMissing(count: number): string {
  return `还有 ${count} 道必答题没有答完，暂未提交，已填的内容都在。请答完后再提交。`;
}

async function addToPool(
  all: Transaction<Tables>,
  key: Sealer,
  survey: string,
  answers: Answers,
): Promise<void> {
  const { content } = await all
    .selectFrom('survey_pool')
    .where('survey', '=', survey)
    .select('content')
    .executeTakeFirstOrThrow();
  // One that was damaged does not open any more: what was in it shows as lost at the closing.
  const { stay, leave } = mixIn(openPool(key, survey, content) ?? [], answers);
  await all
    .updateTable('survey_pool')
    .set({ content: sealPool(key, survey, stay) })
    .where('survey', '=', survey)
    .execute();
  if (leave.length > 0) await writeAnswers(all, survey, leave);
}
