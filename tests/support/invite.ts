import type { Role } from '../../src/people/abilities.ts';
import { hashCode, makeCode, makeInvitationId } from '../../src/people/invitation.ts';
import type { NewInvitation, PeopleStore } from '../../src/people/store.ts';

const DAY_MS = 86_400_000;

/** A fresh code, good for a day and one person unless told otherwise, with the id of its invitation. */
export async function inviteWithId(
  people: PeopleStore,
  role: Role,
  now: Date,
  changes: Partial<NewInvitation> = {},
): Promise<{ readonly id: string; readonly code: string }> {
  const [id, code] = [makeInvitationId(), makeCode()];
  const invitation = {
    ...{ id, codeHash: hashCode(code), note: '', places: 1, role, classId: null, person: null },
    createdAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + DAY_MS).toISOString(),
    ...changes,
  };
  await people.change([{ kind: 'invite', invitation }]);
  return { id, code };
}

export async function invite(...asked: Parameters<typeof inviteWithId>): Promise<string> {
  return (await inviteWithId(...asked)).code;
}
