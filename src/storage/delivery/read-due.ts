import type { Kysely } from 'kysely';
import type { DueDelivery, Reach } from '../../delivery/delivery.ts';
import type { MailingKind } from '../../delivery/mailing.ts';
import { MESSAGE_CHANNELS } from '../../reminder/wishes.ts';
import { portionsOf } from '../portions.ts';
import type { Tables } from '../schema.ts';
import { inState } from './states.ts';

export async function readDue(
  database: Kysely<Tables>,
  now: Date,
  limit: number,
): Promise<readonly DueDelivery[]> {
  const rows = await database
    .selectFrom('delivery')
    .innerJoin('mailing', 'mailing.id', 'delivery.mailing')
    .where('state', '=', inState('waiting'))
    .where('not_before', '<=', now.toISOString())
    .where('person', 'is not', null)
    .select(['delivery.id', 'person', 'text', 'not_before', 'not_after', 'delivery.mailing'])
    .select(['source', 'kind', 'reminder', 'is_urgent'])
    .orderBy('not_before')
    .orderBy('ordinal')
    .limit(limit)
    .execute();
  return rows.map(({ person, kind, not_before, not_after, is_urgent, ...row }) => ({
    ...row,
    ...{ person: person as string, kind: kind as MailingKind, isUrgent: is_urgent === 1 },
    ...{ notBefore: not_before, notAfter: not_after },
  }));
}

export async function readReach(
  database: Kysely<Tables>,
  people: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, Reach>> {
  const found = new Map<string, Reach>();
  for (const some of portionsOf(people)) {
    const rows = await database
      .selectFrom('person')
      .leftJoin('study_wishes', 'study_wishes.person', 'person.id')
      .where('person.id', 'in', some)
      .select(['person.id', 'study_wishes.channel'])
      .execute();
    for (const { id, channel } of rows) found.set(id, { open: [], shut: [], chosen: channel });
    for (const { person, channel, key, shut_at } of await accountsOf(database, some, now)) {
      const reach = found.get(person);
      if (reach === undefined) continue;
      found.set(
        person,
        shut_at === null
          ? { ...reach, open: [...reach.open, { channel, key }] }
          : { ...reach, shut: [...new Set([...reach.shut, channel])] },
      );
    }
  }
  return found;
}

function accountsOf(database: Kysely<Tables>, people: readonly string[], now: Date) {
  return database
    .selectFrom('account')
    .where('person', 'in', people)
    .where('channel', 'in', MESSAGE_CHANNELS)
    .where((row) =>
      row.or([row('expires_at', 'is', null), row('expires_at', '>', now.toISOString())]),
    )
    .select(['person', 'channel', 'key', 'shut_at'])
    .orderBy('admitted_at')
    .orderBy('key')
    .execute();
}
