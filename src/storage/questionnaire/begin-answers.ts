import type { Transaction } from 'kysely';
import { UserFacingError } from '../../errors.ts';
import type { Sealer } from '../../questionnaire/sealing.ts';
import type { Respondent } from '../../questionnaire/survey.ts';
import type { Tables } from '../schema.ts';
import type { QuestionnaireChangeOf } from './change-of.ts';
import { readDraft, writeDraft } from './draft.ts';
import { neededKeyOf } from './key-of.ts';
import { checkIsNotClosed, lockSurvey } from './lock-survey.ts';
import { respondentKey } from './respondent-key.ts';
import { standingIn } from './standing-in.ts';
import type { SurveyKeys } from './survey-keys.ts';

const NOT_INVITED = '这份问卷没有发给您，这次没有记入。请用发布问卷的人给出的问卷码或者链接打开。';
const SUBMITTED = '您已经提交过这份问卷，每人只填一次，这次没有记入。';

/** Whoever comes by a link takes part from then on. */
export async function beginAnswers(
  all: Transaction<Tables>,
  { survey, respondent }: QuestionnaireChangeOf<'begin-answers'>,
  keys: SurveyKeys,
): Promise<void> {
  const row = await lockSurvey(all, survey);
  checkIsNotClosed(row);
  const key = await neededKeyOf(keys, row);
  const who = respondentKey(respondent);
  const { kind } = await standingIn(all, survey, respondent);
  if (kind === 'submitted') return;
  if (kind === 'not-invited') {
    if (row.code === null) throw new UserFacingError(NOT_INVITED);
    const participant = { survey, respondent: who, is_done: 0 };
    await all.insertInto('survey_participant').values(participant).execute();
  }
  await beginDraft(all, key, survey, who);
}

/** An empty draft, where they have not begun; the survey is held alone. */
export async function beginDraft(
  all: Transaction<Tables>,
  key: Sealer,
  survey: string,
  respondent: string,
): Promise<void> {
  if ((await readDraft(all, key, survey, respondent)) !== null) return;
  await writeDraft(all, key, survey, respondent, {});
  await all
    .updateTable('survey')
    .set((row) => ({ begun: row('begun', '+', 1) }))
    .where('id', '=', survey)
    .execute();
}

/** @throws UserFacingError where they may not answer, or have */
export async function checkMayAnswer(
  all: Transaction<Tables>,
  survey: string,
  respondent: Respondent,
): Promise<void> {
  const { kind } = await standingIn(all, survey, respondent);
  if (kind === 'not-invited') throw new UserFacingError(NOT_INVITED);
  if (kind === 'submitted') throw new UserFacingError(SUBMITTED);
}
