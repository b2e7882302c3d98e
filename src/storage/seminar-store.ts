import type { Kysely } from 'kysely';
import type { SeminarStore } from '../seminar/store.ts';
import { changeSeminar } from './change-seminar.ts';
import { explained } from './explain-failure.ts';
import type { Tables } from './schema.ts';
import { readKits } from './seminar/read-kits.ts';
import { readRounds } from './seminar/read-rounds.ts';
import { readSessions } from './seminar/read-sessions.ts';

/** @param scrub takes what was deleted out of the database's files */
export function createSeminarStore(
  database: Kysely<Tables>,
  scrub: () => Promise<void>,
): SeminarStore {
  return {
    ...readKits(database),
    ...readSessions(database),
    ...readRounds(database),
    change: (changes) =>
      explained(null, async () => {
        await database.transaction().execute(async (all) => {
          for (const change of changes) await changeSeminar(all, change);
        });
        if (changes.some(({ kind }) => kind === 'close-session')) await scrub();
      }),
  };
}
