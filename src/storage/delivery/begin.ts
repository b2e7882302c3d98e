import type { Transaction } from 'kysely';
import { isPausedOn } from '../../reminder/wished/change-wishes.ts';
import type { StudyWishes } from '../../reminder/wishes.ts';
import { portionsOf } from '../portions.ts';
import type { Tables } from '../schema.ts';
import { DECIDED_ANEW } from './states.ts';

/**
 * Writes down that messages are on their way, and looks once more whether they may be: they may have been
 * ready for hours. What may not go any more waits, and is decided on anew.
 *
 * @returns those that may now be sent
 */
export async function begin(
  all: Transaction<Tables>,
  ids: readonly string[],
  holder: string,
  now: Date,
): Promise<ReadonlySet<string>> {
  const allowed = new Set<string>();
  for (const some of portionsOf(ids)) {
    const begun = await all
      .updateTable('delivery')
      .set({ state: 'sending', holder })
      .where('id', 'in', some)
      .where('state', '=', 'ready')
      .returning('id')
      .execute();
    if (begun.length === 0) continue;
    const rows = await standingOf(
      all,
      begun.map(({ id }) => id),
    );
    for (const row of rows) if (mayGo(row, now)) allowed.add(row.id);
    const refused = begun.map(({ id }) => id).filter((id) => !allowed.has(id));
    if (refused.length === 0) continue;
    await all.updateTable('delivery').set(DECIDED_ANEW).where('id', 'in', refused).execute();
  }
  return allowed;
}

/** Those whose account is still their person's own. */
function standingOf(all: Transaction<Tables>, ids: readonly string[]) {
  return all
    .selectFrom('delivery')
    .innerJoin('mailing', 'mailing.id', 'delivery.mailing')
    .innerJoin('account', (join) =>
      join
        .onRef('account.channel', '=', 'delivery.channel')
        .onRef('account.key', '=', 'delivery.key')
        .onRef('account.person', '=', 'delivery.person'),
    )
    .leftJoin('reminder', 'reminder.id', 'mailing.reminder')
    .leftJoin('study_wishes', 'study_wishes.person', 'delivery.person')
    .where('delivery.id', 'in', ids)
    .select(['delivery.id', 'not_after', 'mailing.kind', 'reminder.state', 'is_on', 'pause'])
    .select(['shut_at', 'expires_at'])
    .execute();
}

type Row = Awaited<ReturnType<typeof standingOf>>[number];

function mayGo(row: Row, now: Date): boolean {
  const at = now.toISOString();
  if (row.not_after !== null && row.not_after <= at) return false;
  if (row.shut_at !== null || (row.expires_at !== null && row.expires_at <= at)) return false;
  if (row.state === 'stopped') return false;
  return row.kind !== 'study' || (row.is_on !== 0 && !isPausedAnywhere(row.pause, now));
}

const FOURTEEN_HOURS_MS = 14 * 3_600_000;

/** Whether a pause lasts in whatever zone: what decides anew knows the zone, and must agree. */
function isPausedAnywhere(json: string | null, now: Date): boolean {
  if (json === null) return false;
  const pause = JSON.parse(json) as StudyWishes['pause'];
  const latest = new Date(now.getTime() + FOURTEEN_HOURS_MS).toISOString().slice(0, 10);
  return isPausedOn({ pause }, latest);
}
