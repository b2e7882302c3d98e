import type { Kysely } from 'kysely';
import type { ModelUseStore } from '../model/allowance.ts';
import { explained } from './explain-failure.ts';
import type { Tables } from './schema.ts';

export function createModelUseStore(database: Kysely<Tables>): ModelUseStore {
  return {
    spent: (who, day) =>
      explained(null, async () => {
        const row = await database
          .selectFrom('model_use')
          .select('tokens')
          .where('who', '=', who)
          .where('day', '=', day)
          .executeTakeFirst();
        return Number(row?.tokens ?? 0);
      }),
    add: (who, day, tokens) =>
      explained(null, async () => {
        await database
          .insertInto('model_use')
          .values({ who, day, tokens })
          .onConflict((conflict) =>
            conflict
              .columns(['who', 'day'])
              .doUpdateSet((row) => ({ tokens: row('model_use.tokens', '+', tokens) })),
          )
          .execute();
        await database.deleteFrom('model_use').where('day', '<', day).execute();
      }),
  };
}
