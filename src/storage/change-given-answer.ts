import { createHash } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { Cite, GivenAnswer } from '../materials/recall/given-answer.ts';
import type { GivenAnswerChange } from '../materials/recall/store.ts';
import type { Tables } from './schema.ts';

/** Carries out one change of what answers cited. */
export async function changeGivenAnswer(
  all: Transaction<Tables>,
  change: GivenAnswerChange,
): Promise<unknown> {
  switch (change.kind) {
    case 'give-answer':
      return give(all, change.answer);
    case 'forget-given':
      return all.deleteFrom('given_answer').where('person', '=', change.person).execute();
    default:
      return change satisfies never;
  }
}

/** Whoever has left meanwhile is nobody in it. */
async function give(all: Transaction<Tables>, answer: GivenAnswer): Promise<void> {
  const { id, person, at } = answer;
  const cites = rowsOf(answer.cites);
  if (cites.length === 0) return;
  const there = await all
    .selectFrom('person')
    .where('id', '=', person ?? '')
    .select('id')
    .executeTakeFirst();
  await all
    .insertInto('given_answer')
    .values({ id, at, person: there?.id ?? null })
    .execute();
  await all
    .insertInto('given_cite')
    .values(cites)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
  await all
    .insertInto('given_answer_cite')
    .values(cites.map((cite) => ({ answer: id, cite: cite.id, recalled_at: null })))
    .execute();
}

/** In the order of their keys: two who write the same ones would else wait for each other. */
function rowsOf(cites: readonly Cite[]): readonly Tables['given_cite'][] {
  const rows = new Map(cites.map((cite) => [idOf(cite), cite]));
  return [...rows]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([id, { material, version, place, start, end, text }]) => ({
      ...{ id, material, version, place, start, end, text, compared: null, told_at: null },
    }));
}

function idOf({ material, version, place, start, end, text }: Cite): string {
  const all = JSON.stringify([material, version, place, start, end, text]);
  return createHash('sha256').update(all).digest('base64url');
}
