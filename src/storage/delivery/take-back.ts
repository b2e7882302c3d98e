import type { Kysely } from 'kysely';
import { UNHURRIED_SOURCES } from '../../delivery/unhurried-source.ts';
import type { Tables } from '../schema.ts';
import { DECIDED_ANEW, inState, ofKind } from './states.ts';

/** No rest is as long as this: what is put off further was so by a clock that was wrong. */
const FURTHEST_MS = 62 * 86_400_000;

export async function readyNotices(
  database: Kysely<Tables>,
): Promise<readonly { readonly mailing: string; readonly reminder: string | null }[]> {
  return database
    .selectFrom('delivery')
    .innerJoin('mailing', 'mailing.id', 'delivery.mailing')
    .where('state', '=', inState('ready'))
    .where('is_urgent', '=', 0)
    .where((row) =>
      row.or([
        row.and([row('kind', '=', 'class'), row('reminder', 'is not', null)]),
        ...UNHURRIED_SOURCES.map((beginning) => row('source', 'like', `${beginning}%`)),
      ]),
    )
    .distinct()
    .select(['delivery.mailing', 'reminder'])
    .execute();
}

export async function takeBack(
  database: Kysely<Tables>,
  mailings: readonly string[],
  now: Date,
): Promise<void> {
  const at = now.toISOString();
  await database
    .updateTable('delivery')
    .set(DECIDED_ANEW)
    .where('state', '=', inState('ready'))
    .where((row) =>
      row.or([
        row('not_after', '<=', at),
        ...(mailings.length === 0 ? [] : [row('mailing', 'in', mailings)]),
      ]),
    )
    .execute();
  await database
    .updateTable('delivery')
    .set({ not_before: at })
    .where('state', '=', inState('waiting'))
    .where('not_before', '>', new Date(now.getTime() + FURTHEST_MS).toISOString())
    .where(ofKind('class'))
    .execute();
}
