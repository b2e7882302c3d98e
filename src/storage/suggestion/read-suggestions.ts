import type { Kysely, Selectable } from 'kysely';
import type { SuggestionFilter } from '../../suggestion/store.ts';
import {
  SUGGESTION_STATES,
  type Suggestion,
  type SuggestionState,
} from '../../suggestion/suggestion.ts';
import type { Tables } from '../schema.ts';

type Row = Selectable<Tables['suggestion']>;

export async function readSuggestions(
  database: Kysely<Tables>,
  { states, from, limit }: SuggestionFilter,
): Promise<{ readonly suggestions: readonly Suggestion[]; readonly total: number }> {
  if (states.length === 0) return { suggestions: [], total: 0 };
  const asked = database.selectFrom('suggestion').where('state', 'in', states);
  const { total } = await asked
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await asked
    .selectAll()
    .orderBy((row) => {
      const rank = states.reduce(
        (chosen, state, at) => chosen.when('state', '=', state).then(at),
        row.case().when('state', '=', '').then(-1),
      );
      return rank.else(states.length).end();
    })
    .orderBy('at')
    .orderBy('id')
    .offset(from)
    .limit(limit)
    .execute();
  return { suggestions: rows.map(suggestionFrom), total: Number(total) };
}

export async function readSuggestion(
  database: Kysely<Tables>,
  by: 'id' | 'code_hash',
  value: string,
): Promise<Suggestion | null> {
  const row = await database
    .selectFrom('suggestion')
    .where(by, '=', value)
    .selectAll()
    .executeTakeFirst();
  return row === undefined ? null : suggestionFrom(row);
}

export async function readWished(
  database: Kysely<Tables>,
  person: string,
): Promise<readonly Suggestion[]> {
  const rows = await database
    .selectFrom('suggestion_wish')
    .innerJoin('suggestion', 'suggestion.id', 'suggestion_wish.suggestion')
    .where('person', '=', person)
    .selectAll('suggestion')
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows.map(suggestionFrom);
}

export async function readSuggestionTotals(
  database: Kysely<Tables>,
): Promise<Readonly<Record<SuggestionState, number>>> {
  const rows = await database
    .selectFrom('suggestion')
    .groupBy('state')
    .select(['state', ({ fn }) => fn.countAll<number>().as('count')])
    .execute();
  const counted = new Map(rows.map(({ state, count }) => [state, Number(count)]));
  const of = (state: SuggestionState) => counted.get(state) ?? 0;
  return Object.fromEntries(SUGGESTION_STATES.map((state) => [state, of(state)])) as Record<
    SuggestionState,
    number
  >;
}

function suggestionFrom({ id, text, at, state, revision, steps }: Row): Suggestion {
  return {
    ...{ id, text, revision, day: at.slice(0, 'YYYY-MM-DD'.length) },
    state: state as SuggestionState,
    steps: JSON.parse(steps) as Suggestion['steps'],
  };
}
