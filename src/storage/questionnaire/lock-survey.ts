import type { Transaction } from 'kysely';
import { UserFacingError } from '../../errors.ts';
import { isPostgres } from '../migrations/column-types.ts';
import type { Tables } from '../schema.ts';

const SURVEY_GONE = '没有这份问卷，请核对问卷码，或者向发布问卷的人询问。';
const NOT_OPEN_YET = '这份问卷还没有开始填写，请到开始时间以后再打开。';
const OVER = '这份问卷已经截止，这次没有记入。如需补填，请联系发布问卷的人。';

type SurveyRow = Tables['survey'];

/**
 * The survey as it is, held until the transaction ends: alone, or with others who only see to it that
 * it does not close meanwhile. SQLite lets in one who writes at a time anyway.
 *
 * @throws UserFacingError where there is none
 */
export async function lockSurvey(
  all: Transaction<Tables>,
  id: string,
  hold: 'alone' | 'with-others' = 'alone',
): Promise<SurveyRow> {
  const row = all.selectFrom('survey').where('id', '=', id).selectAll();
  const held = hold === 'alone' ? row.forUpdate() : row.forShare();
  const found = await (isPostgres(all as never) ? held : row).executeTakeFirst();
  if (found === undefined) throw new UserFacingError(SURVEY_GONE);
  return found;
}

/** @throws UserFacingError where it is not answered at that moment */
export function checkIsOpen(survey: SurveyRow, at: string): void {
  checkIsNotClosed(survey);
  if (at >= survey.closes_at) throw new UserFacingError(OVER);
  if (at < survey.opens_at) throw new UserFacingError(NOT_OPEN_YET);
}

/** @throws UserFacingError where it was closed */
export function checkIsNotClosed({ closed_at }: SurveyRow): void {
  if (closed_at !== null) throw new UserFacingError(OVER);
}
