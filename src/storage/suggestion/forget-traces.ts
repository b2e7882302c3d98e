import type { Transaction } from 'kysely';
import { SUGGESTION_TURN } from '../../conversation/store.ts';
import type { Tables } from '../schema.ts';

/** That long a message which comes twice is known by its turn. */
const TURN_MS = 3_600_000;
/** An answer that nobody reads is told for this long. */
const WISH_MS = 30 * 86_400_000;

/** Forgets that somebody has sent a 意见建议 lately, and who asked to be told of an answer long since there. */
export async function forgetTraces(all: Transaction<Tables>, now: string): Promise<void> {
  const before = (ms: number) => new Date(Date.parse(now) - ms).toISOString();
  await all
    .deleteFrom('turn')
    .where('outcome', '=', SUGGESTION_TURN)
    .where('at', '<=', before(TURN_MS))
    .execute();
  await all.deleteFrom('suggestion_wish').where('told_at', '<=', before(WISH_MS)).execute();
}

/** Forgets what of a dialogue led to one that is sent now: turns that hold its words, and the buttons. */
export async function forgetWriting(
  all: Transaction<Tables>,
  conversation: number,
  text: string,
): Promise<void> {
  const turns = await all
    .selectFrom('turn')
    .where('conversation', '=', conversation)
    .where('outcome', '=', SUGGESTION_TURN)
    .select(['id', 'said', 'blocks'])
    .execute();
  const inJson = JSON.stringify(text).slice(1, -1);
  const holding = turns.filter(
    ({ said, blocks }) => said.includes(text) || blocks.includes(inJson),
  );
  if (holding.length > 0) {
    const ids = holding.map(({ id }) => id);
    await all.deleteFrom('turn').where('id', 'in', ids).execute();
  }
  await forgetButtons(all, conversation);
}

/** A button keeps its place in its set and its decision, so that a second tap gets what the first got. */
async function forgetButtons(all: Transaction<Tables>, conversation: number): Promise<void> {
  const sets = await all
    .selectFrom('action_set')
    .where('conversation', '=', conversation)
    .where(({ or, eb }) => or(OF_SENDING.map((one) => eb('deeds', 'like', `%${one}%`))))
    .select(['id', 'deeds'])
    .execute();
  for (const { id, deeds } of sets) {
    const left = (JSON.parse(deeds) as Record<string, unknown>[]).map((deed) =>
      OF_SENDING.some((one) => JSON.stringify(deed).includes(one))
        ? { kind: 'cancel', ...(deed.decision === undefined ? {} : { decision: deed.decision }) }
        : deed,
    );
    await all
      .updateTable('action_set')
      .set({ deeds: JSON.stringify(left) })
      .where('id', '=', id)
      .execute();
  }
}

/** Of the invitation, and of what was asked for in plain speech. */
const OF_SENDING = ['"kind":"invite-suggestion"', '"intent":"suggest"'];
