import type { Transaction } from 'kysely';
import type { Speaker } from '../conversation/incoming.ts';
import { AlreadyAnswered, type Change, type Kept } from '../conversation/store.ts';
import type { Tally } from '../insight/tally.ts';
import { addTallies } from './add-tallies.ts';
import { changeDelivery } from './change-delivery.ts';
import { changeGivenAnswer } from './change-given-answer.ts';
import { changeLearning } from './change-learning.ts';
import { changeLedger } from './change-ledger.ts';
import { changePeople } from './change-people.ts';
import { changeQuestionnaire } from './change-questionnaire.ts';
import { changeReminder } from './change-reminder.ts';
import { changeSeminar } from './change-seminar.ts';
import type { SurveyKeys } from './questionnaire/survey-keys.ts';
import { withoutSubmitted } from './questionnaire/without-submitted.ts';
import type { Tables } from './schema.ts';
import { lockOpenSession } from './seminar/lock-session.ts';
import { withoutEnded } from './seminar/without-ended.ts';
import { addSuggestion, changeSuggestion } from './suggestion/change-suggestion.ts';
import { forgetTraces, forgetWriting } from './suggestion/forget-traces.ts';

/** Expired sets of buttons that are cleared away with each message. */
const CLEARED_AT_ONCE = 100;

/** Writes all that a message left behind. */
export async function keep(
  database: Transaction<Tables>,
  kept: Kept,
  keys: SurveyKeys,
): Promise<void> {
  const { turn, files, rating, suggestion, tallies = [] } = kept;
  await carryOut(database, kept.changes, keys);
  // Else what is wiped at the end of a seminar would come back behind it.
  if (turn?.session !== undefined) await lockOpenSession(database, turn.session);
  const goingOn = await withoutEnded(database, kept);
  const { state, actions } = await withoutSubmitted(database, kept.speaker, goingOn);
  const conversation = await conversationFor(database, kept.speaker, state, kept.at);
  if (turn !== null) {
    const blocks = JSON.stringify(turn.blocks);
    const { numInsertedOrUpdatedRows } = await database
      .insertInto('turn')
      .values({ ...turn, conversation, blocks })
      .onConflict((conflict) => conflict.columns(['conversation', 'message']).doNothing())
      .executeTakeFirstOrThrow();
    if (numInsertedOrUpdatedRows === 0n) throw new AlreadyAnswered();
  }
  if (actions !== null) {
    await database
      .insertInto('action_set')
      .values({
        id: actions.id,
        conversation,
        person: kept.speaker.person,
        deeds: JSON.stringify(actions.deeds),
        expires_at: actions.expiresAt,
      })
      .execute();
  }
  for (const { id, name, mediaType, bytes } of files) {
    const row = { id, conversation, name, media_type: mediaType, bytes: Buffer.from(bytes) };
    await database.insertInto('file').values(row).execute();
  }
  const rated = rating === null ? [] : await rate(database, conversation, rating);
  if (suggestion !== null) {
    await addSuggestion(database, suggestion);
    await forgetWriting(database, conversation, suggestion.text);
  }
  await clearExpired(database, kept.at);
  // Last, so that what others wait for is held for the shortest time.
  await addTallies(database, [...tallies, ...rated]);
}

export async function carryOut(
  database: Transaction<Tables>,
  changes: readonly Change[],
  keys: SurveyKeys,
): Promise<void> {
  for (const change of changes) await carryOutOne(database, change, keys);
}

async function carryOutOne(
  database: Transaction<Tables>,
  one: Change,
  keys: SurveyKeys,
): Promise<unknown> {
  switch (one.of) {
    case 'learning':
      return changeLearning(database, one.change);
    case 'people':
      return changePeople(database, one.change);
    case 'seminar':
      return changeSeminar(database, one.change);
    case 'delivery':
      return changeDelivery(database, one.change);
    case 'reminder':
      return changeReminder(database, one.change);
    case 'questionnaire':
      return changeQuestionnaire(database, one.change, keys);
    case 'given-answer':
      return changeGivenAnswer(database, one.change);
    case 'ledger':
      return changeLedger(database, one.change);
    case 'suggestion':
      return changeSuggestion(database, one.change);
    default:
      return one satisfies never;
  }
}

async function conversationFor(
  database: Transaction<Tables>,
  { channel, conversation: key }: Speaker,
  state: unknown,
  now: string,
): Promise<number> {
  const json = state === null ? null : JSON.stringify(state);
  const { id } = await database
    .insertInto('conversation')
    .values({ channel, key, state: json, created_at: now })
    .onConflict((conflict) =>
      conflict.columns(['channel', 'key']).doUpdateSet((row) => ({
        state: row.fn.coalesce('excluded.state', 'conversation.state'),
      })),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/**
 * On a turn of the same conversation alone.
 *
 * @returns what it changes of the totals: of several ratings of a turn the last one counts
 */
async function rate(
  database: Transaction<Tables>,
  conversation: number,
  { turn, verdict, at, day }: NonNullable<Kept['rating']>,
): Promise<readonly Tally[]> {
  const rated = await database
    .selectFrom('turn')
    .where('id', '=', turn)
    .where('conversation', '=', conversation)
    .select('id')
    .executeTakeFirst();
  if (rated === undefined) return [];
  const added: Tally = { day, of: 'rating', name: verdict, by: 1 };
  const { numInsertedOrUpdatedRows } = await database
    .insertInto('rating')
    .values({ turn, verdict, at, day })
    .onConflict((conflict) => conflict.column('turn').doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows === 1n) return [added];
  // An update holds the row, so that two who rate at once count one after the other.
  const before = await database
    .updateTable('rating')
    .set({ at })
    .where('turn', '=', turn)
    .returning(['verdict', 'day'])
    .executeTakeFirstOrThrow();
  if (before.verdict === verdict) return [];
  await database.updateTable('rating').set({ verdict, day }).where('turn', '=', turn).execute();
  // One of before there were totals is in none.
  return before.day === null
    ? [added]
    : [added, { day: before.day, of: 'rating', name: before.verdict, by: -1 }];
}

async function clearExpired(database: Transaction<Tables>, now: string): Promise<void> {
  const expired = database
    .selectFrom('action_set')
    .where('expires_at', '<=', now)
    .select('id')
    .limit(CLEARED_AT_ONCE);
  await database.deleteFrom('action_set').where('id', 'in', expired).execute();
  await forgetTraces(database, now);
}
