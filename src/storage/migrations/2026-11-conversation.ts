import type { Kysely } from 'kysely';
import { columnTypes } from './column-types.ts';

/** Conversations with their turns, buttons, files and feedback; suggestions apart from them. */
export async function up(database: Kysely<never>): Promise<void> {
  const { schema } = database;
  const { counter, bytes } = columnTypes(database);
  await schema
    .createTable('conversation')
    .addColumn('id', 'integer', counter)
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('state', 'text')
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addUniqueConstraint('conversation_by_key', ['channel', 'key'])
    .execute();
  await schema
    .createTable('turn')
    .addColumn('ordinal', 'integer', counter)
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('conversation', 'integer', (column) =>
      column.notNull().references('conversation.id').onDelete('cascade'),
    )
    .addColumn('message', 'text', (column) => column.notNull())
    .addColumn('said', 'text', (column) => column.notNull())
    .addColumn('blocks', 'text', (column) => column.notNull())
    .addColumn('outcome', 'text')
    .addColumn('at', 'text', (column) => column.notNull())
    .addUniqueConstraint('turn_by_message', ['conversation', 'message'])
    .execute();
  await schema
    .createIndex('turn_in_order')
    .on('turn')
    .columns(['conversation', 'ordinal'])
    .execute();
  await schema
    .createTable('action_set')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('conversation', 'integer', (column) =>
      column.notNull().references('conversation.id').onDelete('cascade'),
    )
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('deeds', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .execute();
  await schema.createIndex('action_set_expiry').on('action_set').column('expires_at').execute();
  await schema.createIndex('action_set_owner').on('action_set').column('conversation').execute();
  await schema
    .createTable('file')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('conversation', 'integer', (column) =>
      column.notNull().references('conversation.id').onDelete('cascade'),
    )
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('media_type', 'text', (column) => column.notNull())
    .addColumn('bytes', bytes, (column) => column.notNull())
    .execute();
  await schema.createIndex('file_owner').on('file').column('conversation').execute();
  await schema
    .createTable('rating')
    .addColumn('turn', 'text', (column) =>
      column.primaryKey().references('turn.id').onDelete('cascade'),
    )
    .addColumn('verdict', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .execute();
  await schema
    .createTable('suggestion')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .execute();
}
