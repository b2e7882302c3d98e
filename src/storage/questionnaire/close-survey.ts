import type { Transaction } from 'kysely';
import { invitationSource } from '../../delivery/survey-source.ts';
import { UserFacingError } from '../../errors.ts';
import { FEWEST } from '../../questionnaire/survey.ts';
import type { Tables } from '../schema.ts';
import type { QuestionnaireChangeOf } from './change-of.ts';
import { keyOf } from './key-of.ts';
import { checkIsNotClosed, lockSurvey } from './lock-survey.ts';
import { openPool } from './pool.ts';
import { KEY_FILE, type SurveyKeys } from './survey-keys.ts';
import { wipeAllSheets } from './wipe-sheets.ts';
import { writeAnswers } from './write-answers.ts';

/** So long after its end a survey is left to a process that has its key. */
export const WAITS_FOR_KEY_MS = 24 * 60 * 60_000;

const KEY_ELSEWHERE = `这台服务器缺少这份问卷的密钥文件，现在结束会丢失最后提交的几份答卷，没有结束。请联系管理员：把发布问卷的服务器上数据文件夹中的 ${KEY_FILE} 复制到本机的数据文件夹后再试；截止一天以后仍没有密钥的，会自动结束，读不出的答卷计入丢失份数。`;

/** Who took part is wiped down to totals, and nothing of the order in which answers came is left. */
export async function closeSurvey(
  all: Transaction<Tables>,
  { survey, at }: QuestionnaireChangeOf<'close-survey'>,
  keys: SurveyKeys,
): Promise<void> {
  const row = await lockSurvey(all, survey);
  if (row.closed_at !== null) return;
  const pending = row.submitted - (await countAnswers(all, survey));
  const key = await keyOf(keys, row);
  const isLate = Date.parse(at) >= Date.parse(row.closes_at) + WAITS_FOR_KEY_MS;
  if (key === null && pending > 0 && !isLate) throw new UserFacingError(KEY_ELSEWHERE);
  const pool = await all
    .selectFrom('survey_pool')
    .where('survey', '=', survey)
    .select('content')
    .executeTakeFirst();
  const last = key === null || pool === undefined ? null : openPool(key, survey, pool.content);
  await writeAnswers(all, survey, last ?? [], Number.POSITIVE_INFINITY);
  for (const table of ['survey_pool', 'survey_draft', 'survey_participant'] as const) {
    await all.deleteFrom(table).where('survey', '=', survey).execute();
  }
  await wipeSkipped(all, survey);
  await wipeAllSheets(all, survey);
  const left = await countAnswers(all, survey);
  if (left < FEWEST) await all.deleteFrom('survey_answer').where('survey', '=', survey).execute();
  await all
    .updateTable('survey')
    .set({ closed_at: at, lost: row.submitted - left })
    .where('id', '=', survey)
    .execute();
}

/** That a reminder was left out tells by name who had submitted by then. */
async function wipeSkipped(all: Transaction<Tables>, survey: string): Promise<void> {
  const mailings = all
    .selectFrom('mailing')
    .where((row) =>
      row.or([
        row('source', '=', invitationSource(survey)),
        row('source', 'like', `${invitationSource(survey)}#%`),
      ]),
    )
    .select('id');
  await all
    .deleteFrom('delivery')
    .where('mailing', 'in', mailings)
    .where('state', '=', 'skipped')
    .execute();
}

async function countAnswers(all: Transaction<Tables>, survey: string): Promise<number> {
  const { count } = await all
    .selectFrom('survey_answer')
    .where('survey', '=', survey)
    .select((row) => row.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

export async function moveClosing(
  all: Transaction<Tables>,
  { survey, closesAt }: QuestionnaireChangeOf<'move-closing'>,
): Promise<void> {
  checkIsNotClosed(await lockSurvey(all, survey));
  await all.updateTable('survey').set({ closes_at: closesAt }).where('id', '=', survey).execute();
}
