import type { Kysely, Transaction } from 'kysely';
import type { DeliveryChange } from '../../delivery/store.ts';
import type { Telling } from '../../materials/recall/store.ts';
import { changeDelivery } from '../change-delivery.ts';
import { portionsOf } from '../portions.ts';
import type { Tables } from '../schema.ts';

/** Whoever writes down first that someone is told is the one who tells them. */
export async function tell(
  database: Kysely<Tables>,
  telling: Telling,
  messages: readonly DeliveryChange[],
): Promise<void> {
  await database.transaction().execute(async (all) => {
    const told = await claim(all, telling);
    for (const message of messages) {
      if (message.kind !== 'add-mailing') await changeDelivery(all, message);
      else {
        const deliveries = message.deliveries.filter(({ person }) => told.has(person));
        if (deliveries.length > 0) await changeDelivery(all, { ...message, deliveries });
      }
    }
  });
}

/** @returns those who had not been told of all of it yet */
async function claim(
  all: Transaction<Tables>,
  { cites, people, at }: Telling,
): Promise<ReadonlySet<string>> {
  const known = people.filter((person) => person !== null);
  const told = new Set<string>();
  for (const some of portionsOf(cites)) {
    const rows = await all
      .updateTable('given_answer_cite')
      .set({ recalled_at: at })
      .where('cite', 'in', some)
      .where('recalled_at', 'is', null)
      .where('answer', 'in', (row) =>
        row
          .selectFrom('given_answer')
          .where(({ or, eb }) =>
            or([
              ...(known.length === 0 ? [] : [eb('person', 'in', known)]),
              ...(known.length === people.length ? [] : [eb('person', 'is', null)]),
            ]),
          )
          .select('given_answer.id'),
      )
      .returning('answer')
      .execute();
    for (const answers of portionsOf([...new Set(rows.map(({ answer }) => answer))])) {
      const found = await all
        .selectFrom('given_answer')
        .where('id', 'in', answers)
        .where('person', 'is not', null)
        .distinct()
        .select('person')
        .execute();
      for (const { person } of found) if (person !== null) told.add(person);
    }
  }
  return told;
}
