import type { Kysely, Transaction } from 'kysely';
import { ASKERS_KEPT_DAYS } from '../../materials/ledger/limits.ts';
import type { Tables } from '../schema.ts';

const DAY_MS = 86_400_000;
/** A clock that is further ahead of the latest question than this may be wrong. */
const FURTHEST_MS = 31 * DAY_MS;

/**
 * Forgets that people asked what belongs to a topic; how many had asked stays known.
 *
 * @param people null for all
 * @returns those who had
 */
export async function forgetAskers(
  all: Transaction<Tables>,
  topic: string,
  people: readonly string[] | null,
): Promise<ReadonlySet<string>> {
  const { count } = await all
    .selectFrom('ledger_asked')
    .innerJoin('ledger_wording', 'ledger_wording.id', 'ledger_asked.wording')
    .where('topic', '=', topic)
    .select(({ fn }) => fn.count<number>('person').distinct().as('count'))
    .executeTakeFirstOrThrow();
  await all
    .updateTable('ledger_topic')
    .set({ former_people: Number(count) })
    .where('id', '=', topic)
    .where('former_people', '<', Number(count))
    .execute();
  const of = all
    .deleteFrom('ledger_asked')
    .where('wording', 'in', (from) =>
      from.selectFrom('ledger_wording').where('topic', '=', topic).select('ledger_wording.id'),
    );
  const gone = await (people === null ? of : of.where('person', 'in', [...people]))
    .returning('person')
    .execute();
  return new Set(gone.map(({ person }) => person));
}

/** Forgets who asked what was answered or set aside long ago. */
export async function forgetLongAgo(database: Kysely<Tables>, now: Date): Promise<void> {
  const { newest } = await database
    .selectFrom('ledger_asked')
    .select(({ fn }) => fn.max('at').as('newest'))
    .executeTakeFirstOrThrow();
  if (newest === null) return;
  const { changed } = await database
    .selectFrom('ledger_topic')
    .select(({ fn }) => fn.max('changed_at').as('changed'))
    .executeTakeFirstOrThrow();
  const latest = Math.max(Date.parse(newest), Date.parse(changed ?? newest));
  const today = Math.min(now.getTime(), latest + FURTHEST_MS);
  const before = new Date(today - ASKERS_KEPT_DAYS * DAY_MS).toISOString();
  const topics = await database
    .selectFrom('ledger_topic')
    .where('state', 'in', ['answered', 'set-aside'])
    .where('changed_at', '<', before)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('ledger_wording')
          .innerJoin('ledger_asked', 'ledger_asked.wording', 'ledger_wording.id')
          .whereRef('ledger_wording.topic', '=', 'ledger_topic.id')
          .where('at', '<', before)
          .select('ledger_wording.id'),
      ),
    )
    .select('id')
    .execute();
  for (const { id } of topics) {
    await database.transaction().execute(async (all) => {
      await forgetAskers(all, id, null);
    });
  }
}
