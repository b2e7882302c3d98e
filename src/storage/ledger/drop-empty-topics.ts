import type { Transaction } from 'kysely';
import { portionsOf } from '../portions.ts';
import type { Tables } from '../schema.ts';

/** Deletes those of some topics in which nothing is asked any more. */
export async function dropEmptyTopics(
  all: Transaction<Tables>,
  topics: readonly string[],
): Promise<void> {
  for (const some of portionsOf(topics)) {
    await all
      .deleteFrom('ledger_topic')
      .where('id', 'in', some)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('ledger_wording').whereRef('topic', '=', 'ledger_topic.id').select('topic'),
          ),
        ),
      )
      .execute();
  }
}
