import type { CreateTableBuilder, Kysely } from 'kysely';

/** Kits of 结构化研讨, their live sessions, and what of the history belongs to a session. */
export async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('seminar_kit')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('owner', 'text', (column) =>
      column.notNull().references('person.id').onDelete('cascade'),
    )
    .addColumn('class', 'text', (column) => column.references('class.id').onDelete('set null'))
    .addColumn('held_on', 'text')
    .addColumn('topic', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('changed_at', 'text', (column) => column.notNull())
    .execute();
  await schema.createIndex('seminar_kit_of_owner').on('seminar_kit').column('owner').execute();
  await schema
    .createTable('seminar_version')
    .addColumn('kit', 'text', (column) =>
      column.notNull().references('seminar_kit.id').onDelete('cascade'),
    )
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('content', 'text', (column) => column.notNull())
    .addColumn('note', 'text', (column) => column.notNull())
    .addColumn('changed_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('seminar_version_key', ['kit', 'version'])
    .execute();
  await schema
    .createTable('seminar_share')
    .addColumn('kit', 'text', (column) =>
      column.notNull().references('seminar_kit.id').onDelete('cascade'),
    )
    .addColumn('person', 'text', (column) =>
      column.notNull().references('person.id').onDelete('cascade'),
    )
    .addPrimaryKeyConstraint('seminar_share_key', ['kit', 'person'])
    .execute();
  await schema.createIndex('seminar_share_with').on('seminar_share').column('person').execute();
  await createSessions(schema);
  await schema.alterTable('turn').addColumn('session', 'text').execute();
  await schema
    .createIndex('turn_of_session')
    .on('turn')
    .column('session')
    .where('session' as never, 'is not', null)
    .execute();
}

type Schema = Kysely<unknown>['schema'];

async function createSessions(schema: Schema): Promise<void> {
  await schema
    .createTable('seminar_session')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('code', 'text', (column) => column.notNull())
    .addColumn('kit', 'text', (column) => column.references('seminar_kit.id').onDelete('set null'))
    .addColumn('class', 'text', (column) => column.references('class.id').onDelete('set null'))
    .addColumn('owner', 'text', (column) =>
      column.notNull().references('person.id').onDelete('cascade'),
    )
    .addColumn('topic', 'text', (column) => column.notNull())
    .addColumn('team', 'text', (column) => column.notNull())
    .addColumn('focus', 'text', (column) => column.notNull())
    .addColumn('round', 'text', (column) => column.notNull())
    .addColumn('phase', 'text', (column) => column.notNull())
    .addColumn('step', 'integer', (column) => column.notNull())
    .addColumn('timer', 'text')
    .addColumn('people', 'integer')
    .addColumn('opened_at', 'text', (column) => column.notNull())
    .addColumn('closed_at', 'text')
    .execute();
  // Of open sessions no two have the same code; closed ones give theirs back.
  await schema
    .createIndex('seminar_session_open')
    .on('seminar_session')
    .column('code')
    .unique()
    .where('closed_at' as never, 'is', null)
    .execute();
  for (const column of ['owner', 'kit']) {
    const index = schema.createIndex(`seminar_session_of_${column}`);
    await index.on('seminar_session').column(column).execute();
  }
  await ofSession(schema, 'seminar_round')
    .addColumn('round', 'text', (column) => column.notNull())
    .addColumn('given', 'integer', (column) => column.notNull())
    .addColumn('ballots', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('seminar_round_key', ['session', 'round'])
    .execute();
  await ofSession(schema, 'seminar_member')
    .addColumn('person', 'text', (column) =>
      column.notNull().references('person.id').onDelete('cascade'),
    )
    .addColumn('is_here', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('seminar_member_key', ['session', 'person'])
    .execute();
  await schema
    .createIndex('seminar_member_by_person')
    .on('seminar_member')
    .column('person')
    .execute();
  // That someone has voted, and never for what: votes are counts, and ballots are wiped when counted.
  await ofSession(schema, 'seminar_ballot')
    .addColumn('round', 'text', (column) => column.notNull())
    .addColumn('person', 'text', (column) =>
      column.notNull().references('person.id').onDelete('cascade'),
    )
    .addPrimaryKeyConstraint('seminar_ballot_key', ['session', 'round', 'person'])
    .execute();
  await ofSession(schema, 'seminar_contribution')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('round', 'text', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('author', 'text', (column) => column.references('person.id').onDelete('set null'))
    .addColumn('merged_into', 'text')
    .addColumn('category', 'text', (column) => column.notNull())
    .addColumn('responsible', 'text', (column) => column.notNull())
    .addColumn('deadline', 'text', (column) => column.notNull())
    .addColumn('feasibility', 'text', (column) => column.notNull())
    .addUniqueConstraint('seminar_contribution_number', ['session', 'round', 'number'])
    .execute();
  await ofSession(schema, 'seminar_vote')
    .addColumn('round', 'text', (column) => column.notNull())
    .addColumn('contribution', 'text', (column) =>
      column.notNull().references('seminar_contribution.id').onDelete('cascade'),
    )
    .addColumn('first', 'integer', (column) => column.notNull())
    .addColumn('second', 'integer', (column) => column.notNull())
    .addColumn('third', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('seminar_vote_key', ['contribution'])
    .execute();
  await schema
    .createIndex('seminar_vote_of_session')
    .on('seminar_vote')
    .columns(['session', 'round'])
    .execute();
  await ofSession(schema, 'seminar_note')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('ordinal', 'integer', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .execute();
}

function ofSession(schema: Schema, table: string): CreateTableBuilder<string, string> {
  return schema
    .createTable(table)
    .addColumn('session', 'text', (column) =>
      column.notNull().references('seminar_session.id').onDelete('cascade'),
    );
}
