import type { Kysely } from 'kysely';
import type { InsightStore, Totals } from '../insight/store.ts';
import { explained } from './explain-failure.ts';
import { messageTotals } from './insight/message-totals.ts';
import type { Tables } from './schema.ts';

export function createInsightStore(database: Kysely<Tables>): InsightStore {
  return {
    totals: (from, to) => explained(null, () => readTotals(database, from, to)),
    firstDay: () =>
      explained(null, async () => {
        const { day } = await database
          .selectFrom('tally')
          .select((row) => row.fn.min('day').as('day'))
          .executeTakeFirstOrThrow();
        return day;
      }),
    lastCited: (materials) =>
      explained(null, async () => {
        const days = new Map<string, string>();
        // One by one, each a look into the index: together they would be read from their first day on.
        for (const material of materials) {
          const row = await database
            .selectFrom('tally')
            .where('of', '=', 'cited')
            .where('name', '=', material)
            .select('day')
            .orderBy('day', 'desc')
            .limit(1)
            .executeTakeFirst();
          if (row !== undefined) days.set(material, row.day);
        }
        return days;
      }),
    messages: (from, now) => explained(null, () => messageTotals(database, from, now)),
  };
}

async function readTotals(database: Kysely<Tables>, from: string, to: string): Promise<Totals> {
  const those = database.selectFrom('tally').where('day', '>=', from).where('day', '<=', to);
  const outcomes = await those
    .where('of', '=', 'outcome')
    .groupBy(['day', 'name'])
    .select(['day', 'name', (row) => row.fn.sum<number>('number').as('number')])
    .orderBy('day')
    .orderBy('name')
    .execute();
  const others = await those
    .where('of', '!=', 'outcome')
    .groupBy(['of', 'name'])
    .select(['of', 'name', (row) => row.fn.sum<number>('number').as('number')])
    .orderBy('of')
    .orderBy('name')
    .execute();
  return {
    outcomes: outcomes.map((row) => ({ ...row, number: Number(row.number) })),
    others: others.map(({ of, name, number }) => ({
      ...{ of: of as Totals['others'][number]['of'], name, number: Number(number) },
    })),
  };
}
