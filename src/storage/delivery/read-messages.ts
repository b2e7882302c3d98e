import { type Kysely, sql } from 'kysely';
import type { DeliveryState, Message } from '../../delivery/delivery.ts';
import type { MailingKind } from '../../delivery/mailing.ts';
import type { DeliveryStore } from '../../delivery/store.ts';
import { explained } from '../explain-failure.ts';
import type { Tables } from '../schema.ts';
import { ARRIVED } from './states.ts';

/** A tap on a button proves that it arrived, whether or not the sending is written down yet. */
const TAPPABLE: readonly DeliveryState[] = [...ARRIVED, 'sending'];

export function readMessages(
  database: Kysely<Tables>,
): Pick<DeliveryStore, 'messages' | 'message' | 'unread'> {
  const on = <Result>(work: () => Promise<Result>) => explained(null, work);
  const own = (person: string) =>
    database
      .selectFrom('delivery')
      .innerJoin('mailing', 'mailing.id', 'delivery.mailing')
      .where('person', '=', person)
      // One that came back with a backup before its time may have no words.
      .where('text', 'is not', null)
      .select(['delivery.id', 'kind', 'title', 'text', 'buttons', 'opened_at', 'ordinal'])
      .select(['state', 'channel'])
      .select((row) => row.fn.coalesce('at', 'not_before').as('at'));

  return {
    messages: (person, limit, before) =>
      on(async () => {
        let query = own(person).where('state', 'in', ARRIVED);
        if (before !== undefined) {
          const last = await own(person).where('delivery.id', '=', before).executeTakeFirst();
          if (last === undefined) return { messages: [], hasMore: false };
          query = query.where(sql<boolean>`(at, ordinal) < (${last.at}, ${last.ordinal})`);
        }
        const rows = await query
          .orderBy('at', 'desc')
          .orderBy('ordinal', 'desc')
          .limit(limit + 1)
          .execute();
        return { messages: rows.slice(0, limit).map(messageFrom), hasMore: rows.length > limit };
      }),
    message: (person, id) =>
      on(async () => {
        const row = await own(person)
          .where('delivery.id', '=', id)
          .where('state', 'in', TAPPABLE)
          .executeTakeFirst();
        return row === undefined ? null : messageFrom(row);
      }),
    unread: (person) =>
      on(async () => {
        const { count } = await database
          .selectFrom('delivery')
          .where('person', '=', person)
          .where('opened_at', 'is', null)
          .where('text', 'is not', null)
          .where((row) =>
            row.or([
              row('state', 'in', ['failed', 'uncertain']),
              row.and([row('state', '=', 'sent'), row('channel', '=', 'web')]),
            ]),
          )
          .select((row) => row.fn.countAll<number>().as('count'))
          .executeTakeFirstOrThrow();
        return Number(count);
      }),
  };
}

/** As `unread` counts them. */
function isUnread({ opened_at, state, channel }: Row): boolean {
  return opened_at === null && (state === 'sent' ? channel === 'web' : state !== 'sending');
}

type Row = Pick<Tables['delivery'], 'id' | 'text' | 'opened_at' | 'state' | 'channel'> &
  Pick<Tables['mailing'], 'kind' | 'title' | 'buttons'> & { readonly at: string };

function messageFrom(row: Row): Message {
  const { id, kind, title, text, buttons, at, opened_at } = row;
  return {
    ...{ id, kind: kind as MailingKind, title, text: text ?? '', at, openedAt: opened_at },
    buttons: JSON.parse(buttons) as Message['buttons'],
    isUnread: isUnread(row),
  };
}
