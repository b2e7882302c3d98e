import type { Kysely, Transaction } from 'kysely';
import type { InboxStore, Plan, ReceivedUpdate } from '../channels/telegram/store.ts';
import { UserFacingError } from '../errors.ts';
import { explained } from './explain-failure.ts';
import type { Tables } from './schema.ts';
import type { Scrub } from './scrub.ts';
import type { SealedTexts } from './sealed-texts.ts';

/** Telegram delivers an update for a day at most; after a week its numbers may start anew. */
const REMEMBERED_MS = 3 * 86_400_000;
/** Old updates that are cleared away with each batch. */
const CLEARED_AT_ONCE = 500;

const OTHER_KEY =
  '这条消息由另一台服务器收下，本机没有它的密钥文件，无法接着处理。请运维把两台服务器的 questionnaire.key 换成同一个。';

/** @param texts seals what may hold an answer on its way */
export function createInboxStore(
  database: Kysely<Tables>,
  texts: SealedTexts,
  scrub: Scrub,
): InboxStore {
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
        const shut = await Promise.all(
          updates.map(async ({ id, body }) => ({
            id,
            body: await texts.shut(body, about(bot, id)),
          })),
        );
        return database.transaction().execute(async (all) => {
          const received_at = now.toISOString();
          // Before the comparison: an old number may have come up anew.
          await forgetOld(all, bot, updates, new Date(now.getTime() - REMEMBERED_MS));
          const fresh = await all
            .insertInto('telegram_update')
            .values(shut.map(({ id, body }) => ({ bot, id, body, received_at })))
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
        const opened = await Promise.all(
          rows.map(async ({ id, body }) => ({
            id: Number(id),
            body: await texts.opened(body ?? '', about(bot, Number(id))),
          })),
        );
        // What cannot be opened here is left to a process that has its key.
        return opened.flatMap(({ id, body }) => (body === null ? [] : [{ id, body }]));
      }),
    progress: (bot, update) =>
      on(async () => {
        const row = await unfinished(bot)
          .where('id', '=', update)
          .select(['plan', 'sent', 'is_sending', 'interim'])
          .executeTakeFirst();
        if (row === undefined) return null;
        const opened = row.plan === null ? '' : await texts.opened(row.plan, about(bot, update));
        if (opened === null) throw new UserFacingError(OTHER_KEY);
        const plan = opened === '' ? null : (JSON.parse(opened) as Plan);
        const interim = row.interim === null ? null : Number(row.interim);
        return { plan, sent: row.sent, isSending: row.is_sending === 1, interim };
      }),
    save: (bot, update, { plan, sent, isSending, interim }) =>
      on(async () => {
        const shut =
          plan === null ? null : await texts.shut(JSON.stringify(plan), about(bot, update));
        await change(bot, update)
          .set({
            plan: shut,
            sent,
            is_sending: isSending ? 1 : 0,
            interim,
          })
          .execute();
      }),
    finish: (bot, update, now, isTakenBack = false) =>
      on(async () => {
        const done_at = now.toISOString();
        const nothing = { body: null, plan: null, is_sending: 0, interim: null };
        await change(bot, update)
          .set({ ...nothing, done_at })
          .execute();
        if (isTakenBack) await scrub('taken-back');
      }),
  };
}

function about(bot: number, update: number): string {
  return `update ${bot} ${update}`;
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
