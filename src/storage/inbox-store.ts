import type { Kysely, Transaction } from 'kysely';
import type { InboxStore, Plan, ReceivedUpdate } from '../channels/telegram/store.ts';
import { explained } from './explain-failure.ts';
import type { Tables } from './schema.ts';

/** Telegram delivers an update for a day at most; after a week its numbers may start anew. */
const REMEMBERED_MS = 3 * 86_400_000;
/** Old updates that are cleared away with each batch. */
const CLEARED_AT_ONCE = 500;

export function createInboxStore(database: Kysely<Tables>): InboxStore {
  const on = <Result>(work: () => Promise<Result>) => explained(null, work);
  const unfinished = (bot: number) =>
    database.selectFrom('telegram_update').where('bot', '=', bot).where('done_at', 'is', null);
  const change = (bot: number, update: number) =>
    database
      .updateTable('telegram_update')
      .where('bot', '=', bot)
      .where('id', '=', update)
      .where('done_at', 'is', null);

  return {
    accept: (bot, updates, now) =>
      on(async () => {
        if (updates.length === 0) return [];
        return database.transaction().execute(async (all) => {
          const received_at = now.toISOString();
          // Before the comparison: an old number may have come up anew.
          await forgetOld(all, bot, updates, new Date(now.getTime() - REMEMBERED_MS));
          const fresh = await all
            .insertInto('telegram_update')
            .values(updates.map(({ id, body }) => ({ bot, id, body, received_at })))
            .onConflict((conflict) => conflict.columns(['bot', 'id']).doNothing())
            .returning('id')
            .execute();
          const seen = new Set(fresh.map(({ id }) => Number(id)));
          // A batch that names an update twice has it once.
          return updates.filter(({ id }) => seen.delete(id));
        });
      }),
    pending: (bot) =>
      on(async () => {
        const rows = await unfinished(bot).select(['id', 'body']).orderBy('id').execute();
        return rows.map(({ id, body }) => ({ id: Number(id), body: body ?? '' }));
      }),
    progress: (bot, update) =>
      on(async () => {
        const row = await unfinished(bot)
          .where('id', '=', update)
          .select(['plan', 'sent', 'is_sending', 'interim'])
          .executeTakeFirst();
        if (row === undefined) return null;
        const plan = row.plan === null ? null : (JSON.parse(row.plan) as Plan);
        const interim = row.interim === null ? null : Number(row.interim);
        return { plan, sent: row.sent, isSending: row.is_sending === 1, interim };
      }),
    save: (bot, update, { plan, sent, isSending, interim }) =>
      on(async () => {
        await change(bot, update)
          .set({
            plan: plan === null ? null : JSON.stringify(plan),
            sent,
            is_sending: isSending ? 1 : 0,
            interim,
          })
          .execute();
      }),
    finish: (bot, update, now) =>
      on(async () => {
        const done_at = now.toISOString();
        const nothing = { body: null, plan: null, is_sending: 0, interim: null };
        await change(bot, update)
          .set({ ...nothing, done_at })
          .execute();
      }),
  };
}

/** What was done before an instant: some of all that, and whatever has a number of this batch. */
async function forgetOld(
  all: Transaction<Tables>,
  bot: number,
  updates: readonly ReceivedUpdate[],
  before: Date,
): Promise<void> {
  const done = () =>
    all
      .selectFrom('telegram_update')
      .where('bot', '=', bot)
      .where('done_at', '<', before.toISOString())
      .select('id');
  const ids = updates.map(({ id }) => id);
  for (const old of [done().limit(CLEARED_AT_ONCE), done().where('id', 'in', ids)]) {
    await all.deleteFrom('telegram_update').where('bot', '=', bot).where('id', 'in', old).execute();
  }
}
