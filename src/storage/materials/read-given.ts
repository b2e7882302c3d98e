import { type Kysely, sql } from 'kysely';
import type {
  ComparedCites,
  GivenCite,
  GivenTotals,
  KeptCite,
  Recipient,
} from '../../materials/recall/store.ts';
import { portionsOf } from '../portions.ts';
import type { Tables } from '../schema.ts';

/** Cites that were found changed and have gone out all the same since, from an older index. */
function givenSince(database: Kysely<Tables>) {
  return database
    .selectFrom('given_cite')
    .where('told_at', 'is not', null)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('given_answer_cite')
          .whereRef('cite', '=', 'given_cite.id')
          .where('recalled_at', 'is', null)
          .select('answer'),
      ),
    );
}

export async function readCompared(database: Kysely<Tables>): Promise<readonly ComparedCites[]> {
  return database
    .selectFrom('given_cite')
    .select(['material', 'version', 'compared'])
    .union(
      givenSince(database).select(['material', 'version', sql<null>`null`.as('compared')]) as never,
    )
    .orderBy('material')
    .orderBy('version')
    .execute();
}

export async function readCites(
  database: Kysely<Tables>,
  material: string,
  version: number,
  mark: string,
): Promise<readonly GivenCite[]> {
  const rows = await database
    .selectFrom('given_cite')
    .where('material', '=', material)
    .where('version', '=', version)
    .where((row) =>
      row.or([
        row('compared', 'is', null),
        row('compared', '!=', mark),
        row('id', 'in', givenSince(database).select('id')),
      ]),
    )
    .orderBy('start')
    .orderBy('id')
    .select(['id', 'material', 'version', 'place', 'start', 'end', 'text'])
    .execute();
  return rows;
}

export async function readRecipients(
  database: Kysely<Tables>,
  cites: readonly string[],
): Promise<readonly Recipient[]> {
  const found: Recipient[] = [];
  for (const some of portionsOf(cites)) {
    const rows = await database
      .selectFrom('given_answer_cite')
      .innerJoin('given_answer', 'given_answer.id', 'given_answer_cite.answer')
      .where('cite', 'in', some)
      .where('recalled_at', 'is', null)
      .groupBy(['cite', 'person'])
      .select(['cite', 'person', ({ fn }) => fn.max('at').as('at')])
      .execute();
    found.push(...rows);
  }
  return found;
}

export async function readCitedTo(
  database: Kysely<Tables>,
  person: string,
): Promise<readonly KeptCite[]> {
  return database
    .selectFrom('given_answer')
    .innerJoin('given_answer_cite', 'given_answer_cite.answer', 'given_answer.id')
    .innerJoin('given_cite', 'given_cite.id', 'given_answer_cite.cite')
    .where('person', '=', person)
    .orderBy('at', 'desc')
    .orderBy('given_answer.id')
    .orderBy('start')
    .select(['answer', 'material', 'version', 'place', 'text', 'at', 'recalled_at as recalledAt'])
    .execute();
}

export async function readTotals(
  database: Kysely<Tables>,
  material: string,
  since: string,
): Promise<GivenTotals> {
  const given = database
    .selectFrom('given_answer')
    .innerJoin('given_answer_cite', 'given_answer_cite.answer', 'given_answer.id')
    .innerJoin('given_cite', 'given_cite.id', 'given_answer_cite.cite')
    .where('material', '=', material)
    .where('at', '>=', since);
  const recalled = given.where('recalled_at', 'is not', null);
  const counted = async (query: typeof given, column: 'answer' | 'person') => {
    const { count } = await query
      .select(({ fn }) => fn.count<number>(column).distinct().as('count'))
      .executeTakeFirstOrThrow();
    return Number(count);
  };
  return {
    answers: await counted(given, 'answer'),
    told: await counted(recalled, 'person'),
    notSignedIn: await counted(recalled.where('person', 'is', null), 'answer'),
  };
}
