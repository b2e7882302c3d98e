import type { Transaction } from 'kysely';
import { BALLOT } from '../../conversation/store.ts';
import type { Tables } from '../schema.ts';

/**
 * Takes what a voter chose out of their dialogues, once it is counted: the turns in which they made
 * out their ballot, and the choices behind the buttons, which stay and say that they have voted.
 */
export async function wipeBallot(
  all: Transaction<Tables>,
  session: string,
  person: string,
): Promise<void> {
  const sets = await ownSets(all, session, person);
  for (const { id, deeds } of sets) {
    await all
      .updateTable('action_set')
      .set({ deeds: JSON.stringify((JSON.parse(deeds) as unknown[]).map(withoutPicks)) })
      .where('id', '=', id)
      .execute();
  }
  if (sets.length === 0) return;
  await all
    .deleteFrom('turn')
    .where('session', '=', session)
    .where('outcome', '=', BALLOT)
    .where('conversation', 'in', [...new Set(sets.map(({ conversation }) => conversation))])
    .execute();
}

/** Buttons of theirs that name the session, in whatever conversation of theirs. */
async function ownSets(all: Transaction<Tables>, session: string, person: string) {
  const accounts = await all
    .selectFrom('account')
    .where('person', '=', person)
    .select(['channel', 'key'])
    .execute();
  // In the web chat buttons belong to the person, and elsewhere to the account.
  const keys = [{ channel: 'web', key: person }, ...accounts];
  const sets = await all
    .selectFrom('action_set')
    .innerJoin('conversation', 'conversation.id', 'action_set.conversation')
    .where('person', 'in', [...new Set(keys.map(({ key }) => key))])
    .where('deeds', 'like', `%"session":${JSON.stringify(session)}%`)
    .select(['action_set.id', 'deeds', 'conversation', 'person', 'channel'])
    .execute();
  return sets.filter((set) =>
    keys.some(({ channel, key }) => channel === set.channel && key === set.person),
  );
}

function withoutPicks(deed: unknown): unknown {
  const hasPicks = typeof deed === 'object' && deed !== null && 'picks' in deed;
  return hasPicks ? { ...deed, picks: [] } : deed;
}
