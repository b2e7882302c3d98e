import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';

/** People, classes, and who came in how; accounts of before become people of their own. */
export async function up(database: Kysely<never>): Promise<void> {
  await createPeople(database);
  await createClasses(database);
  await widenInvitations(database);
  await giveAccountsTheirPeople(database as unknown as Kysely<BeforeAndAfter>);
  await database.schema
    .createTable('audit')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('actor', 'text')
    .addColumn('actor_name', 'text')
    .addColumn('deed', 'text', (column) => column.notNull())
    .addColumn('detail', 'text', (column) => column.notNull())
    .execute();
  await database.schema.createIndex('audit_in_order').on('audit').column('at').execute();
}

async function createPeople({ schema }: Kysely<never>): Promise<void> {
  await schema
    .createTable('person')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('unit', 'text', (column) => column.notNull())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('consented_at', 'text')
    .addColumn('signed_in_at', 'text')
    .execute();
}

async function createClasses({ schema }: Kysely<never>): Promise<void> {
  await schema
    .createTable('class')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('starts_on', 'text', (column) => column.notNull())
    .addColumn('ends_on', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .execute();
  await schema
    .createTable('class_member')
    .addColumn('class', 'text', (column) =>
      column.notNull().references('class.id').onDelete('cascade'),
    )
    .addColumn('person', 'text', (column) =>
      column.notNull().references('person.id').onDelete('cascade'),
    )
    .addColumn('part', 'text', (column) => column.notNull())
    .addColumn('joined_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('class_member_key', ['class', 'person'])
    .execute();
  await schema.createIndex('class_member_by_person').on('class_member').column('person').execute();
}

async function widenInvitations({ schema }: Kysely<never>): Promise<void> {
  const table = () => schema.alterTable('invitation');
  await table()
    .addColumn('role', 'text', (column) => column.notNull().defaultTo('learner'))
    .execute();
  await table()
    .addColumn('taken', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  await table()
    .addColumn('class', 'text', (column) => column.references('class.id').onDelete('cascade'))
    .execute();
  await table()
    .addColumn('person', 'text', (column) => column.references('person.id').onDelete('cascade'))
    .execute();
}

interface AccountRow {
  channel: string;
  key: string;
  invitation: string | null;
  admitted_at: string;
}

interface BeforeAndAfter {
  account: AccountRow;
  account_of_person: AccountRow & { person: string; expires_at: string | null };
  person: {
    id: string;
    name: string;
    unit: string;
    role: string;
    created_at: string;
    signed_in_at: string;
  };
  invitation: { id: string; taken: number };
}

/** SQLite cannot give a table a column that refers to another and may not be empty. */
async function giveAccountsTheirPeople(database: Kysely<BeforeAndAfter>): Promise<void> {
  const { schema } = database;
  await schema
    .createTable('account_of_person')
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('person', 'text', (column) =>
      column.notNull().references('person.id').onDelete('cascade'),
    )
    .addColumn('invitation', 'text', (column) =>
      column.references('invitation.id').onDelete('set null'),
    )
    .addColumn('admitted_at', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'text')
    .addPrimaryKeyConstraint('account_of_person_key', ['channel', 'key'])
    .execute();
  const accounts = await database.selectFrom('account').selectAll().execute();
  for (const account of accounts) {
    const person = randomBytes(12).toString('base64url');
    const { admitted_at, invitation } = account;
    await database
      .insertInto('person')
      .values({
        ...{ id: person, name: '', unit: '', role: 'learner' },
        ...{ created_at: admitted_at, signed_in_at: admitted_at },
      })
      .execute();
    await database
      .insertInto('account_of_person')
      .values({ ...account, person, expires_at: null })
      .execute();
    await database
      .updateTable('invitation')
      .set((row) => ({ taken: row('taken', '+', 1) }))
      .where('id', '=', invitation as string)
      .execute();
  }
  await schema.dropTable('account').execute();
  await schema.alterTable('account_of_person').renameTo('account').execute();
  await schema.createIndex('account_by_person').on('account').column('person').execute();
  await schema.createIndex('account_by_invite').on('account').column('invitation').execute();
}
