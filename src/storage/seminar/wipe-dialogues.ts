import type { Transaction } from 'kysely';
import { OUT_OF_SEMINAR } from '../../conversation/state.ts';
import type { Tables } from '../schema.ts';

/**
 * Takes a session that ends out of the dialogues: its turns, the buttons that name it, and where its
 * participants stood. Not even that they were in one is left.
 */
export async function wipeDialogues(all: Transaction<Tables>, session: string): Promise<void> {
  await all.deleteFrom('turn').where('session', '=', session).execute();
  // Deeds and states name a session under this key alone.
  const named = `%"session":${JSON.stringify(session)}%`;
  await all.deleteFrom('action_set').where('deeds', 'like', named).execute();
  const conversations = await all
    .selectFrom('conversation')
    .where('state', 'like', named)
    .select(['id', 'state'])
    .execute();
  for (const { id, state } of conversations) {
    await all
      .updateTable('conversation')
      .set({ state: JSON.stringify(withoutSeminar(JSON.parse(state ?? 'null'), [session])) })
      .where('id', '=', id)
      .execute();
  }
}

/** Whoever steers one is known to steer it: their state goes on naming it, for the record sheet. */
export function withoutSeminar(state: unknown, ended: readonly string[]): unknown {
  const { seminar } = (state ?? {}) as { seminar?: { session?: string; part?: string } | null };
  const isWiped = ended.includes(seminar?.session ?? '') && seminar?.part !== 'owner';
  return isWiped ? { ...(state as object), ...OUT_OF_SEMINAR } : state;
}
