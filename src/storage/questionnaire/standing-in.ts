import type { Kysely } from 'kysely';
import type { Respondent, Standing } from '../../questionnaire/survey.ts';
import type { Tables } from '../schema.ts';
import { respondentKey, strangerKey } from './respondent-key.ts';

/**
 * Where a respondent stands. Whoever has submitted before they signed in has submitted: an account
 * answers once, whosever it is by now.
 */
export async function standingIn(
  database: Kysely<Tables>,
  survey: string,
  respondent: Respondent,
): Promise<Standing> {
  const own = respondentKey(respondent);
  const before = await keysBefore(database, respondent);
  const rows = await database
    .selectFrom('survey_participant')
    .where('survey', '=', survey)
    .where('respondent', 'in', [own, ...before])
    .select(['respondent', 'is_done'])
    .execute();
  if (rows.some(({ is_done }) => is_done === 1)) return { kind: 'submitted' };
  return { kind: rows.some((row) => row.respondent === own) ? 'invited' : 'not-invited' };
}

/** Of the strangers that a person's accounts were. */
async function keysBefore(
  database: Kysely<Tables>,
  respondent: Respondent,
): Promise<readonly string[]> {
  if (respondent.kind === 'stranger') return [];
  const accounts = await database
    .selectFrom('account')
    .where('person', '=', respondent.person)
    .select(['channel', 'key'])
    .execute();
  return accounts.map(({ channel, key }) => strangerKey(channel, key));
}
