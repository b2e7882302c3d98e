import type { Transaction } from 'kysely';
import type { Placement } from '../../materials/ledger/store.ts';
import { portionsOf } from '../portions.ts';
import type { Tables } from '../schema.ts';
import { dropEmptyTopics } from './drop-empty-topics.ts';
import { newTopic } from './step-topic.ts';

/** Puts wordings into topics, in the order of their keys; one that has a topic stays in it. */
export async function place(
  all: Transaction<Tables>,
  placements: readonly Placement[],
  at: string,
): Promise<void> {
  const topics = [...new Set(placements.map(({ topic }) => topic))].toSorted();
  for (const some of portionsOf(topics)) {
    await all
      .insertInto('ledger_topic')
      .values(some.map((id) => newTopic(id, at)))
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
  }
  const inOrder = placements.toSorted((one, other) => (one.wording < other.wording ? -1 : 1));
  for (const { wording, topic } of inOrder) {
    await all
      .updateTable('ledger_wording')
      .set({ topic })
      .where('id', '=', wording)
      .where('topic', 'is', null)
      .execute();
  }
  // Those whose wordings are gone or were placed meanwhile.
  await dropEmptyTopics(all, topics);
}
