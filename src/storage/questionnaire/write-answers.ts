import type { Transaction } from 'kysely';
import type { Answers } from '../../questionnaire/answers.ts';
import { portionsOf } from '../portions.ts';
import type { Tables } from '../schema.ts';
import { randomId, shuffled } from './pool.ts';

/**
 * Answers that are written anew with each lot that joins them. Up to as many, nothing in the files tells
 * one lot from another while a survey is open; beyond, only about when one of a thousand others came.
 */
const MIXED_AT_ONCE = 1000;

/**
 * Writes a lot among those that are there: they are taken out and all are put back under new ids, in an
 * order drawn by chance, since rows that stay where they are tell which came before which.
 */
export async function writeAnswers(
  all: Transaction<Tables>,
  survey: string,
  lot: readonly Answers[],
  mixed: number = MIXED_AT_ONCE,
): Promise<void> {
  const there = await all
    .selectFrom('survey_answer')
    .where('survey', '=', survey)
    .select(['id', 'content'])
    .execute();
  const taken = shuffled(there).slice(0, mixed);
  for (const portion of portionsOf(taken)) {
    const ids = portion.map(({ id }) => id);
    await all
      .deleteFrom('survey_answer')
      .where('survey', '=', survey)
      .where('id', 'in', ids)
      .execute();
  }
  const contents = shuffled([
    ...taken.map(({ content }) => content),
    ...lot.map((answers) => JSON.stringify(answers)),
  ]);
  for (const portion of portionsOf(contents)) {
    const rows = portion.map((content) => ({ survey, id: randomId(), content }));
    await all.insertInto('survey_answer').values(rows).execute();
  }
}
