import type { Kysely } from 'kysely';

/** The message that shows the beginning of a reply while the rest is still made. */
export async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema.alterTable('telegram_update').addColumn('interim', 'bigint').execute();
}
