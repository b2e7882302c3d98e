import type { Transaction } from 'kysely';
import type { Answer, Answers } from '../../questionnaire/answers.ts';
import type { Tables } from '../schema.ts';
import { beginDraft, checkMayAnswer } from './begin-answers.ts';
import type { QuestionnaireChangeOf } from './change-of.ts';
import { lockDraft, readDraft, writeDraft } from './draft.ts';
import { neededKeyOf } from './key-of.ts';
import { checkIsOpen, lockSurvey } from './lock-survey.ts';
import { respondentKey } from './respondent-key.ts';
import type { SurveyKeys } from './survey-keys.ts';
import { wipeSheets } from './wipe-sheets.ts';

export async function keepAnswer(
  all: Transaction<Tables>,
  { survey, respondent, item, answer, at }: QuestionnaireChangeOf<'keep-answer'>,
  keys: SurveyKeys,
): Promise<void> {
  const who = respondentKey(respondent);
  const isBegun = await hasDraft(all, survey, who);
  // Beginning changes the survey's totals; answering leaves it to others at the same time.
  const row = await lockSurvey(all, survey, isBegun ? 'with-others' : 'alone');
  checkIsOpen(row, at);
  await checkMayAnswer(all, survey, respondent);
  const key = await neededKeyOf(keys, row);
  if (!isBegun) await beginDraft(all, key, survey, who);
  const draft = (await lockDraft(all, key, survey, who)) ?? {};
  await writeDraft(all, key, survey, who, withAnswer(draft, item, answer));
}

/** Wipes what was answered, and the buttons that were shown; that it was opened stays. */
export async function dropAnswers(
  all: Transaction<Tables>,
  { survey, respondent }: QuestionnaireChangeOf<'drop-answers'>,
  keys: SurveyKeys,
): Promise<void> {
  const who = respondentKey(respondent);
  const key = await neededKeyOf(keys, await lockSurvey(all, survey));
  const draft = await readDraft(all, key, survey, who);
  if (draft !== null) await writeDraft(all, key, survey, who, {});
  await wipeSheets(all, survey, respondent);
}

/** In the order of the ids, not in that in which they were given. */
function withAnswer(draft: Answers, item: string, answer: Answer | null): Answers {
  const others = Object.entries(draft).filter(([id]) => id !== item);
  const all = answer === null ? others : [...others, [item, answer] as const];
  return Object.fromEntries(all.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

async function hasDraft(
  all: Transaction<Tables>,
  survey: string,
  respondent: string,
): Promise<boolean> {
  const row = await all
    .selectFrom('survey_draft')
    .where('survey', '=', survey)
    .where('respondent', '=', respondent)
    .select('survey')
    .executeTakeFirst();
  return row !== undefined;
}
