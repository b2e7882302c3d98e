import type { Kysely } from 'kysely';
import type { SuggestionStore } from '../suggestion/store.ts';
import { explained } from './explain-failure.ts';
import type { Tables } from './schema.ts';
import { changeSuggestion } from './suggestion/change-suggestion.ts';
import {
  readSuggestion,
  readSuggestions,
  readSuggestionTotals,
  readWished,
} from './suggestion/read-suggestions.ts';

export function createSuggestionStore(database: Kysely<Tables>): SuggestionStore {
  const on = <Result>(work: () => Promise<Result>) => explained(null, work);
  return {
    list: (filter) => on(() => readSuggestions(database, filter)),
    suggestion: (id) => on(() => readSuggestion(database, 'id', id)),
    byCode: (hash) => on(() => readSuggestion(database, 'code_hash', hash)),
    wishedBy: (person) => on(() => readWished(database, person)),
    totals: () => on(() => readSuggestionTotals(database)),
    change: (changes) =>
      on(() =>
        database.transaction().execute(async (all) => {
          for (const change of changes) await changeSuggestion(all, change);
        }),
      ),
  };
}
