import type { Kysely } from 'kysely';
import type { MessageButton } from '../../delivery/mailing.ts';
import type { Outbox } from '../../delivery/outbox.ts';
import { explained } from '../explain-failure.ts';
import { portionsOf } from '../portions.ts';
import type { Tables } from '../schema.ts';
import { begin } from './begin.ts';
import { retried } from './retried.ts';
import { settle } from './settle.ts';
import { inState } from './states.ts';

export function createOutbox(database: Kysely<Tables>): Outbox {
  const on = <Result>(work: () => Promise<Result>) => explained(null, () => retried(work));

  return {
    ready: (channel, limit) =>
      on(async () => {
        const rows = await database
          .selectFrom('delivery')
          .innerJoin('mailing', 'mailing.id', 'delivery.mailing')
          .where('state', '=', inState('ready'))
          .where('channel', '=', channel)
          .select(['delivery.id', 'key', 'text', 'buttons'])
          .orderBy('priority')
          .orderBy('not_before')
          .orderBy('ordinal')
          .limit(limit)
          .execute();
        return rows.map(({ id, key, text, buttons }) => ({
          ...{ id, key: key ?? '', text: text ?? '' },
          buttons: (JSON.parse(buttons) as MessageButton[]).map(({ label }) => label),
        }));
      }),
    begin: (ids, holder, now) =>
      on(() => database.transaction().execute((all) => begin(all, ids, holder, now))),
    settle: (results, holder, now) =>
      on(() =>
        database.transaction().execute(async (all) => {
          for (const some of portionsOf(results)) await settle(all, some, holder, now);
        }),
      ),
    giveUp: (channel, holder, now) =>
      on(async () => {
        const { numUpdatedRows } = await database
          .updateTable('delivery')
          .set({ state: 'uncertain', at: now.toISOString() })
          .where('state', '=', inState('sending'))
          .where('channel', '=', channel)
          .where('holder', '!=', holder)
          .executeTakeFirst();
        return Number(numUpdatedRows);
      }),
    reopen: (channel, key) =>
      on(async () => {
        await database
          .updateTable('account')
          .set({ shut_at: null })
          .where('channel', '=', channel)
          .where('key', '=', key)
          .where('shut_at', 'is not', null)
          .execute();
      }),
  };
}
