import type { Kysely } from 'kysely';
import type { Role } from '../people/abilities.ts';
import type { Membership, Part, Person } from '../people/person.ts';
import type { Account, PeopleStore } from '../people/store.ts';
import { changePeople } from './change-people.ts';
import { explained } from './explain-failure.ts';
import { listInvitations, redeem, withdraw } from './invitations.ts';
import type { Tables } from './schema.ts';
import { type Scrub, scrubAfter } from './scrub.ts';

export function createPeopleStore(database: Kysely<Tables>, scrub: Scrub): PeopleStore {
  const on = <Result>(work: () => Promise<Result>) => explained(null, work);
  const accounts = ({ channel, key }: Account) =>
    database.selectFrom('account').where('channel', '=', channel).where('key', '=', key);

  return {
    personOf: (account, now) =>
      on(async () => {
        const row = await accounts(account)
          .where((row) =>
            row.or([row('expires_at', 'is', null), row('expires_at', '>', now.toISOString())]),
          )
          .select('person')
          .executeTakeFirst();
        return row === undefined ? null : readPerson(database, row.person);
      }),
    person: (id) => on(() => readPerson(database, id)),
    hasAnyone: () =>
      on(async () => {
        const row = await database.selectFrom('person').select('id').limit(1).executeTakeFirst();
        return row !== undefined;
      }),
    people: () => on(() => readPeople(database)),
    classes: () =>
      on(async () => {
        const rows = await database
          .selectFrom('class')
          .leftJoin('class_member', 'class_member.class', 'class.id')
          .groupBy('class.id')
          .select(['class.id', 'name', 'starts_on as startsOn', 'ends_on as endsOn'])
          .select((row) => [
            row.fn.count<number>('person').filterWhere('part', '=', 'learner').as('learners'),
            row.fn.count<number>('person').filterWhere('part', '=', 'trainer').as('trainers'),
          ])
          .orderBy('starts_on', 'desc')
          .orderBy('class.id')
          .execute();
        return rows.map((row) => ({
          ...row,
          learners: Number(row.learners),
          trainers: Number(row.trainers),
        }));
      }),
    class: (id) =>
      on(async () => {
        const row = await database
          .selectFrom('class')
          .where('id', '=', id)
          .select(['id', 'name', 'starts_on as startsOn', 'ends_on as endsOn'])
          .executeTakeFirst();
        return row ?? null;
      }),
    members: (classId) =>
      on(async () => {
        const rows = await database
          .selectFrom('class_member')
          .innerJoin('person', 'person.id', 'class_member.person')
          .where('class', '=', classId)
          .select(['person.id as person', 'name', 'unit', 'part', 'signed_in_at'])
          .orderBy('part', 'desc')
          .orderBy('name')
          .orderBy('person.id')
          .execute();
        return rows.map(({ signed_in_at, part, ...row }) => ({
          ...row,
          part: part as Part,
          hasSignedIn: signed_in_at !== null,
        }));
      }),
    audit: (limit) =>
      on(() =>
        database
          .selectFrom('audit')
          .select(['at', 'actor', 'deed', 'detail', 'actor_name as actorName'])
          .orderBy('at', 'desc')
          .orderBy('audit.id')
          .limit(limit)
          .execute(),
      ),
    redeem: (codeHash, account, now, expires) =>
      on(() =>
        database.transaction().execute((all) => redeem(all, codeHash, account, now, expires)),
      ),
    extend: (account, expires) =>
      on(async () => {
        await database
          .updateTable('account')
          .set({ expires_at: expires.toISOString() })
          .where('channel', '=', account.channel)
          .where('key', '=', account.key)
          .execute();
      }),
    signOut: ({ channel, key }) =>
      on(async () => {
        await database
          .deleteFrom('account')
          .where('channel', '=', channel)
          .where('key', '=', key)
          .execute();
      }),
    accounts: (person) =>
      on(() =>
        database
          .selectFrom('account')
          .where('person', '=', person)
          .select(['channel', 'key'])
          .orderBy('admitted_at')
          .execute(),
      ),
    invitations: () => on(() => listInvitations(database)),
    withdraw: (id) => on(() => database.transaction().execute((all) => withdraw(all, id))),
    change: (changes) =>
      on(async () => {
        await database.transaction().execute(async (all) => {
          for (const change of changes) await changePeople(all, change);
        });
        await scrubAfter(scrub, changes);
      }),
  };
}

async function readPerson(database: Kysely<Tables>, id: string): Promise<Person | null> {
  const row = await database
    .selectFrom('person')
    .where('id', '=', id)
    .selectAll()
    .executeTakeFirst();
  if (row === undefined) return null;
  const memberships = await database
    .selectFrom('class_member')
    .where('person', '=', id)
    .select(['class as classId', 'part'])
    .orderBy('joined_at')
    .orderBy('class')
    .execute();
  return personFrom(row, memberships);
}

async function readPeople(database: Kysely<Tables>): Promise<Person[]> {
  const rows = await database
    .selectFrom('person')
    .selectAll()
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  const memberships = await database
    .selectFrom('class_member')
    .select(['person', 'class as classId', 'part'])
    .execute();
  const ofPerson = new Map<string, typeof memberships>();
  for (const one of memberships) {
    ofPerson.set(one.person, [...(ofPerson.get(one.person) ?? []), one]);
  }
  return rows.map((row) => personFrom(row, ofPerson.get(row.id) ?? []));
}

function personFrom(
  row: Tables['person'],
  memberships: readonly { classId: string; part: string }[],
): Person {
  return {
    id: row.id,
    name: row.name,
    unit: row.unit,
    role: row.role as Role,
    createdAt: row.created_at,
    consentedAt: row.consented_at,
    memberships: memberships.map(
      ({ classId, part }): Membership => ({ classId, part: part as Part }),
    ),
  };
}
