import { type Kysely, type Selectable, sql, type Transaction } from 'kysely';
import type { Release, ReleaseStore, Verdict } from '../materials/gate/store.ts';
import { changeDelivery } from './change-delivery.ts';
import { retried } from './delivery/retried.ts';
import { explained } from './explain-failure.ts';
import type { Tables } from './schema.ts';

type Row = Selectable<Tables['release']>;

const SERVED: readonly Verdict[] = ['first', 'passed', 'overruled'];

export function createReleaseStore(database: Kysely<Tables>): ReleaseStore {
  const on = <Result>(work: () => Promise<Result>) => explained(null, () => retried(work));
  const together = <Result>(work: (all: Transaction<Tables>) => Promise<Result>) =>
    on(() => database.transaction().execute(work));
  return {
    find: (index, before) => on(() => findRelease(database, index, before)),
    serving: () => on(() => lastServing(database)),
    latest: (limit) =>
      on(async () => {
        const rows = await inOrder(database).limit(limit).execute();
        return rows.map(releaseOf);
      }),
    judge: (release, messages) =>
      together(async (all) => {
        if (await add(all, release)) {
          for (const message of messages) await changeDelivery(all, message);
          return release;
        }
        const kept = await inOrder(all)
          .where('index_name', '=', release.index)
          .where('before_name', '=', release.before ?? '')
          .where('golden', '=', release.golden)
          .executeTakeFirstOrThrow();
        return releaseOf(kept);
      }),
    overrule: (index, before, { by, reason, at }) =>
      together(async (all) => {
        const last = await findRelease(all, index, before);
        if (last?.verdict !== 'held') return null;
        const person = await all
          .selectFrom('person')
          .where('id', '=', by.person ?? '')
          .select('id')
          .executeTakeFirst();
        const row = await all
          .updateTable('release')
          .set({ verdict: 'overruled', by_name: by.name, by_person: person?.id ?? null })
          .set({ reason, overruled_at: at })
          .where('index_name', '=', index)
          .where('before_name', '=', before ?? '')
          .where('golden', '=', last.golden)
          .where('verdict', '=', 'held')
          .returningAll()
          .executeTakeFirst();
        return row === undefined ? null : releaseOf(row);
      }),
  };
}

/** The newest first. */
function inOrder(database: Kysely<Tables>) {
  return database.selectFrom('release').selectAll().orderBy('ordinal', 'desc');
}

async function findRelease(
  database: Kysely<Tables>,
  index: string,
  before: string | null,
): Promise<Release | null> {
  const row = await inOrder(database)
    .where('index_name', '=', index)
    .where('before_name', '=', before ?? '')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : releaseOf(row);
}

async function lastServing(database: Kysely<Tables>): Promise<Release | null> {
  const row = await database
    .selectFrom('release')
    .selectAll()
    .where('verdict', 'in', SERVED)
    .orderBy(({ fn }) => fn.coalesce('overruled_at', 'at'), 'desc')
    .orderBy('ordinal', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : releaseOf(row);
}

/** @returns false where there is one of the same, which stays as it is */
async function add(all: Transaction<Tables>, release: Release): Promise<boolean> {
  const { index, before, golden, verdict, findings, at, by, reason, overruledAt } = release;
  const added = await all
    .insertInto('release')
    .values({
      ...{ index_name: index, before_name: before ?? '', golden, verdict, at, reason },
      ordinal: sql<number>`(select coalesce(max(ordinal), 0) + 1 from release)`,
      findings: JSON.stringify(findings),
      ...{ by_name: by?.name ?? null, by_person: by?.person ?? null, overruled_at: overruledAt },
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('ordinal')
    .executeTakeFirst();
  return added !== undefined;
}

function releaseOf(row: Row): Release {
  return {
    ...{ index: row.index_name, golden: row.golden, verdict: row.verdict as Verdict },
    before: row.before_name === '' ? null : row.before_name,
    findings: JSON.parse(row.findings),
    at: row.at,
    by: row.by_name === null ? null : { name: row.by_name, person: row.by_person },
    ...{ reason: row.reason, overruledAt: row.overruled_at },
  };
}
