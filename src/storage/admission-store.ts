import { type Kysely, sql, type Transaction } from 'kysely';
import type { Account, AdmissionStore } from '../people/admission.ts';
import { explained } from './explain-failure.ts';
import type { Tables } from './schema.ts';

export function createAdmissionStore(database: Kysely<Tables>): AdmissionStore {
  const on = <Result>(work: () => Promise<Result>) => explained(null, work);
  return {
    isAdmitted: (account) => on(() => isAdmitted(database, account)),
    invite: ({ id, codeHash, note, createdAt, expiresAt, places }) =>
      on(async () => {
        const times = { created_at: createdAt, expires_at: expiresAt };
        await database
          .insertInto('invitation')
          .values({ id, code_hash: codeHash, note, places, ...times })
          .execute();
      }),
    redeem: (codeHash, account, now) =>
      on(() =>
        database.transaction().execute(async (all) => {
          const invitation = await all
            .selectFrom('invitation')
            .where('code_hash', '=', codeHash)
            .select(['id', 'expires_at', 'places'])
            .executeTakeFirst();
          if (invitation === undefined) return 'unknown';
          if (await isAdmitted(all, account)) return 'admitted';
          if (invitation.expires_at <= now.toISOString()) return 'expired';
          const { taken } = await all
            .selectFrom('account')
            .where('invitation', '=', invitation.id)
            .select((row) => row.fn.countAll<number>().as('taken'))
            .executeTakeFirstOrThrow();
          if (Number(taken) >= invitation.places) return 'used-up';
          const { channel, key } = account;
          await all
            .insertInto('account')
            .values({ channel, key, invitation: invitation.id, admitted_at: now.toISOString() })
            .execute();
          return 'admitted';
        }),
      ),
    invitations: () =>
      on(async () => {
        const rows = await database
          .selectFrom('invitation')
          .leftJoin('account', 'account.invitation', 'invitation.id')
          .groupBy('invitation.id')
          .select(['invitation.id', 'note', 'created_at', 'expires_at', 'places'])
          .select((row) => row.fn.count<number>('account.key').as('taken'))
          .orderBy('created_at', 'desc')
          .orderBy('invitation.id')
          .execute();
        return rows.map(({ id, note, places, taken, created_at, expires_at }) => ({
          id,
          note,
          places,
          taken: Number(taken),
          createdAt: created_at,
          expiresAt: expires_at,
        }));
      }),
    withdraw: (id) =>
      on(() =>
        database.transaction().execute(async (all) => {
          const shutOut = await all
            .deleteFrom('account')
            .where('invitation', '=', id)
            .returning(sql`1`.as('one'))
            .execute();
          const gone = await all
            .deleteFrom('invitation')
            .where('id', '=', id)
            .returning('id')
            .executeTakeFirst();
          return gone === undefined ? null : shutOut.length;
        }),
      ),
  };
}

async function isAdmitted(
  database: Kysely<Tables> | Transaction<Tables>,
  { channel, key }: Account,
): Promise<boolean> {
  const found = await database
    .selectFrom('account')
    .where('channel', '=', channel)
    .where('key', '=', key)
    .select('key')
    .executeTakeFirst();
  return found !== undefined;
}
