import type { Kysely } from 'kysely';
import type { Contribution, Round } from '../../seminar/session/session.ts';
import type { SeminarStore } from '../../seminar/store.ts';
import { explained } from '../explain-failure.ts';
import type { Tables } from '../schema.ts';

type Reading = Pick<
  SeminarStore,
  'contributions' | 'contributors' | 'own' | 'votes' | 'ballots' | 'hasVoted' | 'notes'
>;

export function readRounds(database: Kysely<Tables>): Reading {
  const on = <Result>(work: () => Promise<Result>) => explained(null, work);
  const given = (session: string, round: Round) =>
    database
      .selectFrom('seminar_contribution')
      .where('session', '=', session)
      .where('round', '=', round);

  return {
    contributions: (session, round) =>
      on(async () => {
        const rows = await given(session, round).selectAll().orderBy('number').execute();
        return rows.map(contributionFrom);
      }),
    contributors: (session, round) =>
      on(async () => {
        const { people } = await given(session, round)
          .select((row) => row.fn.count<number>('author').distinct().as('people'))
          .executeTakeFirstOrThrow();
        return Number(people);
      }),
    own: (session, round, person) =>
      on(async () => {
        const rows = await given(session, round)
          .where('author', '=', person)
          .selectAll()
          .orderBy('number')
          .execute();
        return rows.map(contributionFrom);
      }),
    votes: (session, round) =>
      on(async () => {
        const rows = await database
          .selectFrom('seminar_vote')
          .where('session', '=', session)
          .where('round', '=', round)
          .selectAll()
          .execute();
        return new Map(
          rows.map(({ contribution, first, second, third }) => [
            contribution,
            [first, second, third] as const,
          ]),
        );
      }),
    ballots: (session, round) =>
      on(async () => {
        const row = await database
          .selectFrom('seminar_round')
          .where('session', '=', session)
          .where('round', '=', round)
          .select('ballots')
          .executeTakeFirst();
        return row?.ballots ?? 0;
      }),
    hasVoted: (session, round, person) =>
      on(async () => {
        const row = await database
          .selectFrom('seminar_ballot')
          .where('session', '=', session)
          .where('round', '=', round)
          .where('person', '=', person)
          .select('person')
          .executeTakeFirst();
        return row !== undefined;
      }),
    notes: (session) =>
      on(async () => {
        const rows = await database
          .selectFrom('seminar_note')
          .where('session', '=', session)
          .select(['id', 'kind', 'text'])
          .orderBy('ordinal')
          .orderBy('id')
          .execute();
        return rows.map(({ id, kind, text }) => ({
          ...{ id, text },
          of: kind as 'disagreement' | 'report-point',
        }));
      }),
  };
}

function contributionFrom(row: Tables['seminar_contribution']): Contribution {
  const { id, round, number, text, category, responsible, deadline, feasibility } = row;
  return {
    ...{ id, number, text, category, responsible, deadline, feasibility },
    round: round as Round,
    mergedInto: row.merged_into,
  };
}
