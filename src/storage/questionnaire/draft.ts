import type { Kysely, Transaction } from 'kysely';
import type { Answers } from '../../questionnaire/answers.ts';
import type { Sealer } from '../../questionnaire/sealing.ts';
import { isPostgres } from '../migrations/column-types.ts';
import type { Tables } from '../schema.ts';

/** Half a questionnaire has the length of a whole one, as a rule. */
const BLOCK_BYTES = 4 * 1024;

/** Null where nothing was begun. A draft that does not open is empty, and is answered anew. */
export async function readDraft(
  all: Kysely<Tables>,
  key: Sealer,
  survey: string,
  respondent: string,
): Promise<Answers | null> {
  const row = await rowOf(all, survey, respondent).executeTakeFirst();
  return row === undefined ? null : opened(key, survey, respondent, row.content);
}

/** As {@link readDraft}, and held until the transaction ends: two devices may answer at once. */
export async function lockDraft(
  all: Transaction<Tables>,
  key: Sealer,
  survey: string,
  respondent: string,
): Promise<Answers | null> {
  const query = rowOf(all, survey, respondent);
  const row = await (isPostgres(all as never) ? query.forUpdate() : query).executeTakeFirst();
  return row === undefined ? null : opened(key, survey, respondent, row.content);
}

export async function writeDraft(
  all: Transaction<Tables>,
  key: Sealer,
  survey: string,
  respondent: string,
  answers: Answers,
): Promise<void> {
  const content = key.seal(JSON.stringify(answers), about(survey, respondent), BLOCK_BYTES);
  await all
    .insertInto('survey_draft')
    .values({ survey, respondent, content })
    .onConflict((conflict) => conflict.columns(['survey', 'respondent']).doUpdateSet({ content }))
    .execute();
}

function rowOf(all: Kysely<Tables>, survey: string, respondent: string) {
  return all
    .selectFrom('survey_draft')
    .where('survey', '=', survey)
    .where('respondent', '=', respondent)
    .select('content');
}

function opened(key: Sealer, survey: string, respondent: string, sealed: string): Answers {
  const plain = key.open(sealed, about(survey, respondent));
  return plain === null ? {} : (JSON.parse(plain) as Answers);
}

function about(survey: string, respondent: string): string {
  return `draft ${survey} ${respondent}`;
}
