import type { Transaction } from 'kysely';
import type { PeopleChange } from '../people/store.ts';
import { wipeDeliveries } from './delivery/wipe-deliveries.ts';
import { freeTopics } from './ledger/free-topics.ts';
import { forgetRespondent } from './questionnaire/forget-respondent.ts';
import type { Tables } from './schema.ts';
import { wipeSession } from './seminar/close-session.ts';
import { lockSession } from './seminar/lock-session.ts';

/** Carries out one change of people and classes. */
export async function changePeople(
  all: Transaction<Tables>,
  change: PeopleChange,
): Promise<unknown> {
  switch (change.kind) {
    case 'consent':
      return all
        .updateTable('person')
        .set({ consented_at: change.at })
        .where('id', '=', change.person)
        .execute();
    case 'rename':
      return all
        .updateTable('person')
        .set({ name: change.name })
        .where('id', '=', change.person)
        .execute();
    case 'add-class': {
      const { id, name, startsOn, endsOn } = change.class;
      const days = { starts_on: startsOn, ends_on: endsOn };
      const row = { id, name, ...days, created_at: change.at };
      return all.insertInto('class').values(row).execute();
    }
    case 'change-class': {
      const { id, name, startsOn, endsOn } = change.class;
      const fields = { name, starts_on: startsOn, ends_on: endsOn };
      return all.updateTable('class').set(fields).where('id', '=', id).execute();
    }
    case 'add-person':
      return all
        .insertInto('person')
        .values({ ...change.person, created_at: change.at })
        .execute();
    case 'join': {
      const { person, classId, part, at } = change;
      return all
        .insertInto('class_member')
        .values({ class: classId, person, part, joined_at: at })
        .onConflict((conflict) => conflict.columns(['class', 'person']).doUpdateSet({ part }))
        .execute();
    }
    case 'leave':
      return leave(all, change.person, change.classId);
    case 'invite': {
      const { id, codeHash, note, places, role, classId, person } = change.invitation;
      const { createdAt, expiresAt } = change.invitation;
      const times = { created_at: createdAt, expires_at: expiresAt };
      const row = { id, code_hash: codeHash, note, places, role, class: classId, person };
      return all
        .insertInto('invitation')
        .values({ ...row, ...times })
        .execute();
    }
    case 'sign-out-others': {
      const { person, keep } = change;
      await all
        .deleteFrom('account')
        .where('person', '=', person)
        .where((row) => row.or([row('channel', '!=', keep.channel), row('key', '!=', keep.key)]))
        .execute();
      return all.deleteFrom('invitation').where('person', '=', person).execute();
    }
    case 'void-codes':
      return all.deleteFrom('invitation').where('person', '=', change.person).execute();
    case 'remove-person':
      return removePerson(all, change.person);
    case 'audit': {
      const { actorName, ...deed } = change.deed;
      return all
        .insertInto('audit')
        .values({ ...deed, actor_name: actorName })
        .execute();
    }
    default:
      return change satisfies never;
  }
}

/** What was shared with the class is shared with nobody then. */
async function leave(all: Transaction<Tables>, person: string, classId: string): Promise<void> {
  await all
    .deleteFrom('class_member')
    .where('class', '=', classId)
    .where('person', '=', person)
    .execute();
  await all
    .updateTable('learning_entry')
    .set({ shared_with: null })
    .where('person', '=', person)
    .where('shared_with', '=', classId)
    .execute();
}

/**
 * Everything else of theirs goes with the row, by its foreign keys; conversations have none, nor has
 * what others said in a seminar of theirs, nor what messages to them said, nor their part in surveys.
 */
async function removePerson(all: Transaction<Tables>, person: string): Promise<void> {
  const accounts = await all
    .selectFrom('account')
    .where('person', '=', person)
    .select(['channel', 'key'])
    .execute();
  for (const { channel, key } of [...accounts, { channel: 'web', key: person }]) {
    await all
      .deleteFrom('conversation')
      .where('channel', '=', channel)
      .where((row) => row.or([row('key', '=', key), row('key', 'like', `%/${key}`)]))
      .execute();
  }
  const sessions = await all
    .selectFrom('seminar_session')
    .where('owner', '=', person)
    .where('closed_at', 'is', null)
    .select('id')
    .execute();
  for (const { id } of sessions) {
    await lockSession(all, id);
    await wipeSession(all, id);
  }
  await wipeDeliveries(all, person);
  await forgetRespondent(all, person, accounts);
  await freeTopics(all, person);
  await all.deleteFrom('person').where('id', '=', person).execute();
}
