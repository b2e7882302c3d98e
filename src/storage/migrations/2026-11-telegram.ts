import type { Kysely } from 'kysely';

/** The inbox of a Telegram bot, leases, and who has been let in by which invitation. */
export async function up(database: Kysely<unknown>): Promise<void> {
  const { schema } = database;
  await schema
    .createTable('telegram_update')
    .addColumn('bot', 'bigint', (column) => column.notNull())
    .addColumn('id', 'bigint', (column) => column.notNull())
    .addColumn('body', 'text')
    .addColumn('plan', 'text')
    .addColumn('sent', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('is_sending', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('received_at', 'text', (column) => column.notNull())
    .addColumn('done_at', 'text')
    .addPrimaryKeyConstraint('telegram_update_key', ['bot', 'id'])
    .execute();
  await schema
    .createIndex('telegram_update_pending')
    .on('telegram_update')
    .columns(['bot', 'id'])
    .where('done_at' as never, 'is', null)
    .execute();
  await schema
    .createIndex('telegram_update_done')
    .on('telegram_update')
    .column('done_at')
    .execute();
  await schema
    .createTable('lease')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('holder', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .execute();
  await schema
    .createTable('invitation')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('code_hash', 'text', (column) => column.notNull().unique())
    .addColumn('note', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .addColumn('places', 'integer', (column) => column.notNull())
    .execute();
  await schema
    .createTable('account')
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('invitation', 'text', (column) =>
      column.notNull().references('invitation.id').onDelete('cascade'),
    )
    .addColumn('admitted_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('account_key', ['channel', 'key'])
    .execute();
  await schema.createIndex('account_by_invitation').on('account').column('invitation').execute();
}
