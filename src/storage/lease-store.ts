import type { Kysely } from 'kysely';
import type { LeaseStore } from '../lease.ts';
import { explained } from './explain-failure.ts';
import type { Tables } from './schema.ts';

export function createLeaseStore(database: Kysely<Tables>): LeaseStore {
  return {
    take: (name, holder, now, until) =>
      explained(null, async () => {
        const mine = { holder, expires_at: until.toISOString() };
        const taken = await database
          .insertInto('lease')
          .values({ name, ...mine })
          .onConflict((conflict) =>
            conflict
              .column('name')
              .doUpdateSet(mine)
              .where((row) =>
                row.or([
                  row('lease.holder', '=', holder),
                  row('lease.expires_at', '<=', now.toISOString()),
                ]),
              ),
          )
          .returning('name')
          .executeTakeFirst();
        return taken !== undefined;
      }),
    release: (name, holder) =>
      explained(null, async () => {
        await database
          .deleteFrom('lease')
          .where('name', '=', name)
          .where('holder', '=', holder)
          .execute();
      }),
  };
}
