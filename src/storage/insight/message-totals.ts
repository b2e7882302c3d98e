import type { Kysely } from 'kysely';
import type { MessageTotals } from '../../insight/store.ts';
import type { StudyWishes } from '../../reminder/wishes.ts';
import { inState, NOT_ENDED } from '../delivery/states.ts';
import type { Tables } from '../schema.ts';

/** After its time, a message that is still under way is late. */
const LATE_MS = 3_600_000;

export async function messageTotals(
  database: Kysely<Tables>,
  from: Date,
  now: Date,
): Promise<MessageTotals> {
  const ended = await database
    .selectFrom('delivery')
    .where('at', '>=', from.toISOString())
    .where('at', '<=', now.toISOString())
    .groupBy(['state', 'reason'])
    .select(['state', 'reason', (row) => row.fn.countAll<number>().as('count')])
    .execute();
  const groups = ended.map(({ count, ...row }) => ({ ...row, count: Number(count) }));
  const sumOf = (state: string) =>
    groups.reduce((sum, one) => (one.state === state ? sum + one.count : sum), 0);
  const byReason = (state: string) =>
    groups
      .filter((one) => one.state === state)
      .map(({ reason, count }) => ({ reason: reason ?? '', count }))
      .toSorted((one, other) => other.count - one.count || (one.reason < other.reason ? -1 : 1));
  return {
    sent: sumOf('sent'),
    uncertain: sumOf('uncertain'),
    failed: byReason('failed'),
    skipped: byReason('skipped'),
    ...(await underWay(database, now)),
    wishes: await wishes(database),
  };
}

/** Each state has an index of its own, which a list of them would not be looked up in. */
async function underWay(
  database: Kysely<Tables>,
  now: Date,
): Promise<Pick<MessageTotals, 'waiting' | 'late'>> {
  const since = new Date(now.getTime() - LATE_MS).toISOString();
  let waiting = 0;
  let late = 0;
  for (const state of NOT_ENDED) {
    const those = database.selectFrom('delivery').where('state', '=', inState(state));
    const count = async (query: typeof those) =>
      Number(
        (await query.select((row) => row.fn.countAll<number>().as('count')).executeTakeFirst())
          ?.count ?? 0,
      );
    waiting += await count(those);
    late += await count(those.where('not_before', '<', since));
  }
  return { waiting, late };
}

/** Told apart by what little a pause can be: who paused by themselves goes on from a day of their own. */
async function wishes(database: Kysely<Tables>): Promise<MessageTotals['wishes']> {
  const rows = await database
    .selectFrom('study_wishes')
    .where('is_on', '=', 1)
    .groupBy('pause')
    .select(['pause', (row) => row.fn.countAll<number>().as('count')])
    .execute();
  const counts = { going: 0, ignored: 0 };
  for (const { pause, count } of rows) {
    const why = pause === null ? null : (JSON.parse(pause) as StudyWishes['pause'])?.why;
    counts[why === 'ignored' ? 'ignored' : 'going'] += Number(count);
  }
  return counts;
}
