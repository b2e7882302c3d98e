import type { Transaction } from 'kysely';
import { UserFacingError } from '../../errors.ts';
import { stateAfterStep } from '../../suggestion/rules.ts';
import type { SuggestionChange } from '../../suggestion/store.ts';
import type { NewSuggestion } from '../../suggestion/suggestion.ts';
import { addMailing } from '../delivery/add-mailing.ts';
import type { Tables } from '../schema.ts';
import { readSuggestion } from './read-suggestions.ts';

const GONE = '没有找到这件意见建议。请发送“意见办理”重新打开列表。';
const CHANGED =
  '这件意见建议刚刚由别人办理过，您的这一步没有记入。请重新打开，看清现在的状态再办。';

/** Carries out one change of 意见建议. */
export async function changeSuggestion(
  all: Transaction<Tables>,
  change: SuggestionChange,
): Promise<unknown> {
  switch (change.kind) {
    case 'take-suggestion-step':
      return takeStep(all, change);
    case 'wish-suggestion-answer':
      return addWish(all, change.suggestion, change.person);
    case 'drop-suggestion-wishes': {
      const wishes = all.deleteFrom('suggestion_wish').where('person', '=', change.person);
      return (change.of === 'all' ? wishes : wishes.where('told_at', 'is not', null)).execute();
    }
    default:
      return change satisfies never;
  }
}

/** One that comes in, beside the turn that brings it. */
export async function addSuggestion(
  all: Transaction<Tables>,
  { id, text, day, codeHash, wisher }: NewSuggestion,
): Promise<void> {
  await all.insertInto('suggestion').values({ id, text, at: day, code_hash: codeHash }).execute();
  if (wisher !== null) await addWish(all, id, wisher);
}

/** Whoever has left meanwhile is told nothing. */
async function addWish(
  all: Transaction<Tables>,
  suggestion: string,
  person: string,
): Promise<void> {
  await all
    .insertInto('suggestion_wish')
    .columns(['suggestion', 'person'])
    .expression(({ selectFrom, val }) =>
      selectFrom('person')
        .where('id', '=', person)
        .select([val(suggestion).as('suggestion'), 'id']),
    )
    .onConflict((conflict) => conflict.columns(['person', 'suggestion']).doNothing())
    .execute();
}

type TakeStep = Extract<SuggestionChange, { kind: 'take-suggestion-step' }>;

async function takeStep(
  all: Transaction<Tables>,
  { suggestion: id, revision, step, telling }: TakeStep,
): Promise<void> {
  const now = await readSuggestion(all, 'id', id);
  if (now === null) throw new UserFacingError(GONE);
  const state = stateAfterStep(now.state, step.did);
  if (state === null) throw new UserFacingError(CHANGED);
  const { numUpdatedRows } = await all
    .updateTable('suggestion')
    .set({ state, revision: revision + 1, steps: JSON.stringify([...now.steps, step]) })
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n || now.revision !== revision) throw new UserFacingError(CHANGED);
  if (step.did === 'reopen') await tellAnew(all, id);
  if (telling !== null) await tellWishers(all, id, step.at, telling);
}

async function tellAnew(all: Transaction<Tables>, suggestion: string): Promise<void> {
  await all
    .updateTable('suggestion_wish')
    .set({ told_at: null })
    .where('suggestion', '=', suggestion)
    .execute();
}

async function tellWishers(
  all: Transaction<Tables>,
  suggestion: string,
  at: string,
  { mailing, delivery, newId }: NonNullable<TakeStep['telling']>,
): Promise<void> {
  const told = await all
    .updateTable('suggestion_wish')
    .set({ told_at: at })
    .where('suggestion', '=', suggestion)
    .where('told_at', 'is', null)
    .returning('person')
    .execute();
  if (told.length === 0) return;
  const deliveries = told.map(({ person }) => ({
    ...{ id: newId(), person, notAfter: null, ...delivery },
  }));
  await addMailing(all, mailing, deliveries);
}
