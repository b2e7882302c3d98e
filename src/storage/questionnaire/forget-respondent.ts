import type { Transaction } from 'kysely';
import type { Tables } from '../schema.ts';
import { strangerKey } from './respondent-key.ts';

/**
 * Takes drafts of someone who leaves, and that they took part, along; totals stay. What they submitted
 * stays too: nobody knows which it is.
 */
export async function forgetRespondent(
  all: Transaction<Tables>,
  person: string,
  accounts: readonly { readonly channel: string; readonly key: string }[],
): Promise<void> {
  const keys = [person, ...accounts.map(({ channel, key }) => strangerKey(channel, key))];
  for (const table of ['survey_draft', 'survey_participant'] as const) {
    await all.deleteFrom(table).where('respondent', 'in', keys).execute();
  }
}
