import type { Kysely } from 'kysely';
import type { GivenAnswerStore } from '../materials/recall/store.ts';
import { changeGivenAnswer } from './change-given-answer.ts';
import { retried } from './delivery/retried.ts';
import { explained } from './explain-failure.ts';
import { forgetGiven } from './materials/forget-given.ts';
import {
  readCitedTo,
  readCites,
  readCompared,
  readRecipients,
  readTotals,
} from './materials/read-given.ts';
import { tell } from './materials/tell.ts';
import { portionsOf } from './portions.ts';
import type { Tables } from './schema.ts';

export function createGivenAnswerStore(database: Kysely<Tables>): GivenAnswerStore {
  const on = <Result>(work: () => Promise<Result>) => explained(null, () => retried(work));
  const compare = (
    cites: readonly string[],
    fields: Pick<Tables['given_cite'], 'compared' | 'told_at'>,
  ) =>
    on(async () => {
      for (const some of portionsOf(cites)) {
        await database.updateTable('given_cite').set(fields).where('id', 'in', some).execute();
      }
    });

  return {
    compared: () => on(() => readCompared(database)),
    cites: (material, version, mark) => on(() => readCites(database, material, version, mark)),
    stand: (cites, mark) => compare(cites, { compared: mark, told_at: null }),
    fall: (cites, mark, at) => compare(cites, { compared: mark, told_at: at }),
    recipients: (cites) => on(() => readRecipients(database, cites)),
    tell: (telling, messages) => on(() => tell(database, telling, messages)),
    citedTo: (person) => on(() => readCitedTo(database, person)),
    totals: (material, since) => on(() => readTotals(database, material, since)),
    forget: (now, days) => on(() => forgetGiven(database, now, days)),
    change: (changes) =>
      on(() =>
        database.transaction().execute(async (all) => {
          for (const change of changes) await changeGivenAnswer(all, change);
        }),
      ),
  };
}
