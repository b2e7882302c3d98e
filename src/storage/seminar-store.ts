import type { Kysely } from 'kysely';
import type { SeminarStore } from '../seminar/store.ts';
import { changeSeminar } from './change-seminar.ts';
import { explained } from './explain-failure.ts';
import type { Tables } from './schema.ts';
import { type Scrub, scrubAfter } from './scrub.ts';
import { readKits } from './seminar/read-kits.ts';
import { readRounds } from './seminar/read-rounds.ts';
import { readSessions } from './seminar/read-sessions.ts';

export function createSeminarStore(database: Kysely<Tables>, scrub: Scrub): SeminarStore {
  return {
    ...readKits(database),
    ...readSessions(database),
    ...readRounds(database),
    change: (changes) =>
      explained(null, async () => {
        await database.transaction().execute(async (all) => {
          for (const change of changes) await changeSeminar(all, change);
        });
        await scrubAfter(scrub, changes);
      }),
  };
}
