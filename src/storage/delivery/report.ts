import type { Kysely } from 'kysely';
import { SMALLEST_GROUP } from '../../checkin/store.ts';
import type { FailureReason, SkipReason } from '../../delivery/delivery.ts';
import type { DeliveryReport, Unreached } from '../../delivery/report.ts';
import type { Tables } from '../schema.ts';
import { NOT_ENDED } from './states.ts';

interface Group {
  readonly mailing: string;
  readonly state: string;
  readonly reason: string | null;
  readonly count: number;
  readonly opened: number;
}

export async function report(
  database: Kysely<Tables>,
  reminder: string,
  mailing: string | null,
): Promise<DeliveryReport> {
  const rows = await of(database, reminder, mailing)
    .groupBy(['delivery.mailing', 'state', 'reason'])
    .select(['delivery.mailing', 'state', 'reason'])
    .select((row) => [
      row.fn.countAll<number>().as('count'),
      row.fn.count<number>('opened_at').as('opened'),
    ])
    .execute();
  const groups: readonly Group[] = rows.map(({ count, opened, ...row }) => ({
    ...{ ...row, count: Number(count), opened: Number(opened) },
  }));
  const isIn = (state: string) => groups.filter((group) => group.state === state);
  return {
    waiting: sum(groups.filter(({ state }) => (NOT_ENDED as readonly string[]).includes(state))),
    sent: sum(isIn('sent')),
    failed: byReason<FailureReason>(isIn('failed')),
    uncertain: sum(isIn('uncertain')),
    skipped: sum(isIn('skipped')),
    // An occurrence by itself, so that the whole less the others tells no more than it does.
    skippedBy: byReason<SkipReason>(byMailing(isIn('skipped')).flatMap(tellable)),
    opened: isIn('sent').reduce((total, { opened }) => total + opened, 0),
  };
}

/** Who has left is nobody any more, and is in no list. */
export async function unreached(
  database: Kysely<Tables>,
  reminder: string,
  mailing: string | null,
): Promise<readonly Unreached[]> {
  const rows = await of(database, reminder, mailing)
    .innerJoin('person', 'person.id', 'delivery.person')
    .where('state', 'in', ['failed', 'uncertain'])
    .distinct()
    .select(['person.id as person', 'name', 'unit', 'state', 'reason'])
    .orderBy('name')
    .orderBy('unit')
    .orderBy('person.id')
    .orderBy('state')
    .orderBy('reason')
    .execute();
  return rows.map(({ state, reason, ...row }) => ({
    ...row,
    ...{ state: state as Unreached['state'], reason: reason as FailureReason | null },
  }));
}

function of(database: Kysely<Tables>, reminder: string, mailing: string | null) {
  const all = database
    .selectFrom('delivery')
    .innerJoin('mailing', 'mailing.id', 'delivery.mailing')
    .where('reminder', '=', reminder);
  return mailing === null ? all : all.where('mailing.id', '=', mailing);
}

/**
 * Groups of five or more. Where all but one are told, the one could be found by subtraction, so the
 * next smallest is not told either.
 */
function tellable(groups: readonly Group[]): readonly Group[] {
  const ordered = groups.toSorted(
    (one, other) =>
      other.count - one.count || String(one.reason).localeCompare(String(other.reason)),
  );
  const told = ordered.filter(({ count }) => count >= SMALLEST_GROUP);
  return ordered.length - told.length === 1 ? told.slice(0, -1) : told;
}

function byMailing(groups: readonly Group[]): readonly (readonly Group[])[] {
  const found = new Map<string, Group[]>();
  for (const group of groups) {
    const others = found.get(group.mailing);
    if (others === undefined) found.set(group.mailing, [group]);
    else others.push(group);
  }
  return [...found.values()];
}

/** The most frequent first. */
function byReason<Reason>(
  groups: readonly Group[],
): readonly { readonly reason: Reason; readonly count: number }[] {
  const counts = new Map<string | null, number>();
  for (const { reason, count } of groups) counts.set(reason, (counts.get(reason) ?? 0) + count);
  return [...counts]
    .map(([reason, count]) => ({ reason: reason as Reason, count }))
    .toSorted((one, other) => other.count - one.count);
}

function sum(groups: readonly Group[]): number {
  return groups.reduce((total, { count }) => total + count, 0);
}
