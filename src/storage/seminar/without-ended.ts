import type { Transaction } from 'kysely';
import type { Speaker } from '../../conversation/incoming.ts';
import type { Kept } from '../../conversation/store.ts';
import type { Tables } from '../schema.ts';
import { withoutSeminar } from './wipe-dialogues.ts';

/** Deeds and states name a session under this key alone. */
const NAMED = /"session":"([^"\\]+)"/gu;

type Left = Pick<Kept, 'state' | 'actions'>;

/**
 * What a message leaves in a dialogue, without the sessions that ended while it was answered: else
 * what was wiped at their end would come back behind it. Those that go on are held until the
 * transaction ends. A button keeps its place in the set, and does nothing.
 */
export async function withoutEnded(
  all: Transaction<Tables>,
  { speaker, state, actions }: Kept,
): Promise<Left> {
  const named = namesIn([state, actions?.deeds]);
  if (named.length === 0) return { state, actions };
  const there = await all
    .updateTable('seminar_session')
    .set((session) => ({ step: session.ref('step') }))
    .where('id', 'in', named)
    .returning(['id', 'owner', 'closed_at'])
    .execute();
  const person = await personBehind(all, speaker);
  const isOver = (one: (typeof there)[number]) => one.closed_at !== null && one.owner !== person;
  const closed = there.filter(isOver).map(({ id }) => id);
  // Went with whoever steered it; its buttons lead nowhere and say so.
  const gone = named.filter((name) => !there.some(({ id }) => id === name));
  const deeds = (actions?.deeds ?? []).map((deed) =>
    namesIn(deed).some((id) => closed.includes(id)) ? null : deed,
  );
  return {
    state: withoutSeminar(state, [...closed, ...gone]),
    actions: actions === null ? null : { ...actions, deeds },
  };
}

function namesIn(data: unknown): string[] {
  const found = (JSON.stringify(data) ?? '').matchAll(NAMED);
  return [...new Set([...found].map(([, id]) => id as string))].toSorted();
}

/** Null for a stranger; whoever steers a session goes on seeing its record sheet. */
async function personBehind(
  all: Transaction<Tables>,
  { channel, account, person: key }: Speaker,
): Promise<string | null> {
  const row = await all
    .selectFrom('account')
    .where('channel', '=', channel)
    .where('key', '=', account ?? key)
    .select('person')
    .executeTakeFirst();
  return row?.person ?? null;
}
