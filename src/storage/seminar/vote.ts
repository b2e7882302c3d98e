import type { Transaction } from 'kysely';
import { UserFacingError } from '../../errors.ts';
import { POINTS, ROUND_NAMES } from '../../seminar/session/session.ts';
import type { Tables } from '../schema.ts';
import type { SeminarChangeOf } from './change-of.ts';
import { checkTakesPart, lockOpenSession } from './lock-session.ts';
import { wipeBallot } from './wipe-ballot.ts';

const VOTED_ALREADY = '您在本轮已经投过票，以第一次的为准，这一次没有计入。';
const PLACES = [
  'first',
  'second',
  'third',
] as const satisfies readonly (keyof Tables['seminar_vote'])[];

/** Counts a ballot: that someone has voted is kept, and for what is kept nowhere. */
export async function vote(
  all: Transaction<Tables>,
  { session, person, round, choices }: SeminarChangeOf<'vote'>,
): Promise<void> {
  const now = await lockOpenSession(all, session);
  if (now.round !== round || now.phase !== 'vote') {
    throw new UserFacingError(`${ROUND_NAMES[round]}的投票已经结束，这张选票没有计入。`);
  }
  await checkTakesPart(all, session, person);
  await checkChoices(all, session, round, choices);
  const fresh = await all
    .insertInto('seminar_ballot')
    .values({ session, round, person })
    .onConflict((conflict) => conflict.columns(['session', 'round', 'person']).doNothing())
    .returning('person')
    .executeTakeFirst();
  if (fresh === undefined) throw new UserFacingError(VOTED_ALREADY);
  for (const [at, contribution] of choices.entries()) {
    const place = PLACES[at] as (typeof PLACES)[number];
    const none = { session, round, contribution, first: 0, second: 0, third: 0 };
    await all
      .insertInto('seminar_vote')
      .values({ ...none, [place]: 1 })
      .onConflict((conflict) =>
        conflict
          .column('contribution')
          .doUpdateSet((row) => ({ [place]: row(`seminar_vote.${place}`, '+', 1) })),
      )
      .execute();
  }
  await all
    .updateTable('seminar_round')
    .set((row) => ({ ballots: row('ballots', '+', 1) }))
    .where('session', '=', session)
    .where('round', '=', round)
    .execute();
  await wipeBallot(all, session, person);
}

/** Three different ones that stand, or all where there are fewer. */
async function checkChoices(
  all: Transaction<Tables>,
  session: string,
  round: string,
  choices: readonly string[],
): Promise<void> {
  const list = await all
    .selectFrom('seminar_contribution')
    .where('session', '=', session)
    .where('round', '=', round)
    .select(['id', 'number', 'merged_into'])
    .execute();
  for (const choice of choices) {
    const found = list.find(({ id }) => id === choice);
    if (found === undefined) {
      throw new UserFacingError('所选的有一条不在清单上，这张选票没有计入。请刷新清单后重新选择。');
    }
    if (found.merged_into !== null) {
      const into = list.find(({ id }) => id === found.merged_into)?.number;
      throw new UserFacingError(
        `第 ${found.number} 条已归并到第 ${into} 条，这张选票没有计入。请重新选择。`,
      );
    }
  }
  const standing = list.filter(({ merged_into }) => merged_into === null).length;
  const wanted = Math.min(POINTS.length, standing);
  if (choices.length !== wanted || new Set(choices).size !== choices.length) {
    throw new UserFacingError(`请按顺序选 ${wanted} 条不同的，这张选票没有计入。`);
  }
}
