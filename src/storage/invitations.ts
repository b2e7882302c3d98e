import { randomBytes } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { Role } from '../people/abilities.ts';
import type { Account, Invitation, Redeemed } from '../people/store.ts';
import { moveDeliveries } from './delivery/wipe-deliveries.ts';
import type { Tables } from './schema.ts';

type InvitationRow = Pick<
  Tables['invitation'],
  'id' | 'expires_at' | 'places' | 'class' | 'person'
> & { taken: number; role: string };

/** See `PeopleStore.redeem`. */
export async function redeem(
  all: Transaction<Tables>,
  codeHash: string,
  account: Account,
  now: Date,
  expires: Date | null,
): Promise<Redeemed> {
  // Taken first, so that the last place goes to one of those who come at once.
  const invitation = await all
    .updateTable('invitation')
    .set({ code_hash: codeHash })
    .where('code_hash', '=', codeHash)
    .returning(['id', 'expires_at', 'places', 'taken', 'role', 'class', 'person'])
    .executeTakeFirst();
  if (invitation === undefined) return { kind: 'unknown' };
  const known = await personOf(all, account, now);
  const admitted = (person: string): Redeemed => ({
    kind: 'admitted',
    person,
    joined: invitation.class,
    role: invitation.role as Role,
  });
  if (known !== null && (await hasAll(all, known, invitation))) return admitted(known);
  const isForAnother = known !== null && invitation.person !== null;
  if (isForAnother && (await hasSignedIn(all, invitation.person as string))) {
    return { kind: 'taken' };
  }
  if (invitation.expires_at <= now.toISOString()) return { kind: 'expired' };
  if (invitation.taken >= invitation.places) return { kind: 'used-up' };
  if (isForAnother) {
    await takeOver(all, invitation.person as string, known, now);
    return admitted(known);
  }
  const person = known ?? invitation.person ?? (await addPerson(all, invitation.role, now));
  if (known === null) await addAccount(all, account, person, invitation.id, now, expires);
  await give(all, person, invitation, now);
  await all
    .updateTable('invitation')
    .set((row) => ({ taken: row('taken', '+', 1) }))
    .where('id', '=', invitation.id)
    .execute();
  if (invitation.person !== null) await voidOthers(all, invitation.person, invitation.id);
  return admitted(person);
}

async function hasSignedIn(all: Transaction<Tables>, person: string): Promise<boolean> {
  const row = await all
    .selectFrom('person')
    .where('id', '=', person)
    .select('signed_in_at')
    .executeTakeFirst();
  return row !== undefined && row.signed_in_at !== null;
}

/** Someone on a list turns out to be here already: what the list says becomes theirs. */
async function takeOver(
  all: Transaction<Tables>,
  listed: string,
  person: string,
  now: Date,
): Promise<void> {
  const entry = await all
    .selectFrom('person')
    .where('id', '=', listed)
    .selectAll()
    .executeTakeFirstOrThrow();
  const classes = await all
    .selectFrom('class_member')
    .where('person', '=', listed)
    .select(['class', 'part'])
    .execute();
  for (const { class: joined, part } of classes) {
    const role = part === 'trainer' ? 'trainer' : 'learner';
    await give(all, person, { class: joined, role }, now);
  }
  await give(all, person, { class: null, role: entry.role }, now);
  await all
    .updateTable('person')
    .set({ name: entry.name, unit: entry.unit })
    .where('id', '=', person)
    .where('name', '=', '')
    .execute();
  await moveDeliveries(all, listed, person);
  await all.deleteFrom('person').where('id', '=', listed).execute();
}

/** Nobody who kept an older code comes in later as someone who has records by then. */
async function voidOthers(all: Transaction<Tables>, person: string, id: string): Promise<void> {
  await all.deleteFrom('invitation').where('person', '=', person).where('id', '!=', id).execute();
}

async function personOf(
  all: Transaction<Tables>,
  { channel, key }: Account,
  now: Date,
): Promise<string | null> {
  const row = await all
    .selectFrom('account')
    .where('channel', '=', channel)
    .where('key', '=', key)
    .select(['person', 'expires_at'])
    .executeTakeFirst();
  if (row === undefined) return null;
  if (row.expires_at === null || row.expires_at > now.toISOString()) return row.person;
  await all.deleteFrom('account').where('channel', '=', channel).where('key', '=', key).execute();
  return null;
}

/** Whether the person has already what the invitation gives. */
async function hasAll(
  all: Transaction<Tables>,
  person: string,
  invitation: InvitationRow,
): Promise<boolean> {
  if (invitation.person !== null) return invitation.person === person;
  const row = await all
    .selectFrom('person')
    .where('id', '=', person)
    .select('role')
    .executeTakeFirstOrThrow();
  if (rank(invitation.role) > rank(row.role)) return false;
  if (invitation.class === null) return true;
  const member = await all
    .selectFrom('class_member')
    .where('class', '=', invitation.class)
    .where('person', '=', person)
    .select('part')
    .executeTakeFirst();
  return member !== undefined && (member.part === 'trainer' || partFor(invitation) === 'learner');
}

/** A role is only ever raised by a code, and a part in a class too. */
async function give(
  all: Transaction<Tables>,
  person: string,
  invitation: Pick<InvitationRow, 'class' | 'role'>,
  now: Date,
): Promise<void> {
  const { role } = await all
    .selectFrom('person')
    .where('id', '=', person)
    .select('role')
    .executeTakeFirstOrThrow();
  if (rank(invitation.role) > rank(role)) {
    await all
      .updateTable('person')
      .set({ role: invitation.role })
      .where('id', '=', person)
      .execute();
  }
  if (invitation.class === null) return;
  const part = partFor(invitation);
  await all
    .insertInto('class_member')
    .values({ class: invitation.class, person, part, joined_at: now.toISOString() })
    .onConflict((conflict) =>
      part === 'trainer'
        ? conflict.columns(['class', 'person']).doUpdateSet({ part })
        : conflict.columns(['class', 'person']).doNothing(),
    )
    .execute();
}

function partFor({ role }: Pick<InvitationRow, 'role'>): 'learner' | 'trainer' {
  return role === 'learner' ? 'learner' : 'trainer';
}

/** Each has what those before it have; what concerns a class goes by one's part in it. */
const RANKS: readonly Role[] = ['learner', 'trainer', 'operator', 'admin'];

function rank(role: string): number {
  return RANKS.indexOf(role as Role);
}

async function addPerson(all: Transaction<Tables>, role: string, now: Date): Promise<string> {
  const id = randomBytes(12).toString('base64url');
  const created_at = now.toISOString();
  await all.insertInto('person').values({ id, name: '', unit: '', role, created_at }).execute();
  return id;
}

async function addAccount(
  all: Transaction<Tables>,
  { channel, key }: Account,
  person: string,
  invitation: string,
  now: Date,
  expires: Date | null,
): Promise<void> {
  const times = {
    admitted_at: now.toISOString(),
    expires_at: expires === null ? null : expires.toISOString(),
  };
  await all
    .insertInto('account')
    .values({ channel, key, person, invitation, ...times })
    .execute();
  await all
    .updateTable('person')
    .set({ signed_in_at: now.toISOString() })
    .where('id', '=', person)
    .where('signed_in_at', 'is', null)
    .execute();
}

export async function listInvitations(database: Kysely<Tables>): Promise<Invitation[]> {
  return database
    .selectFrom('invitation')
    .select(['id', 'note', 'places', 'taken', 'person'])
    .select(['created_at as createdAt', 'expires_at as expiresAt', 'class as classId'])
    .select((row) => row.ref('role').$castTo<Role>().as('role'))
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute();
}

/** See `PeopleStore.withdraw`. */
export async function withdraw(all: Transaction<Tables>, id: string): Promise<number | null> {
  const came = await all
    .selectFrom('account')
    .where('invitation', '=', id)
    .select('person')
    .distinct()
    .execute();
  const people = came.map(({ person }) => person);
  // The accounts that they made themselves with codes of their own go too.
  const own = all.selectFrom('invitation').where('person', 'in', people).select('id');
  const shutOut = await all
    .deleteFrom('account')
    .where((row) =>
      people.length === 0
        ? row('invitation', '=', id)
        : row.or([row('invitation', '=', id), row('invitation', 'in', own)]),
    )
    .returning('key')
    .execute();
  if (people.length > 0) {
    await all.deleteFrom('invitation').where('person', 'in', people).execute();
  }
  const gone = await all
    .deleteFrom('invitation')
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst();
  return gone === undefined ? null : shutOut.length;
}
