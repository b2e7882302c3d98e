import { type Kysely, sql } from 'kysely';
import type { PairAnswer } from '../../materials/faq/pairs.ts';
import type { Exemplar, LedgerTotals, TopicFilter } from '../../materials/ledger/store.ts';
import { TOPIC_STATES, type Topic, type TopicState } from '../../materials/ledger/topic.ts';
import { FEWEST } from '../../questionnaire/survey.ts';
import type { Tables } from '../schema.ts';
import { nearFrom } from './read-wordings.ts';

/** Wordings that speak for one topic. */
const SPEAK_FOR_IT = 5;
const NOT_ANSWERED: readonly TopicState[] = ['open', 'assigned', 'submitted'];

/** Topics with what is counted over their wordings. */
function counted(database: Kysely<Tables>) {
  return database
    .selectFrom('ledger_topic')
    .innerJoin(
      (from) =>
        from
          .selectFrom('ledger_wording')
          .where('topic', 'is not', null)
          .groupBy('topic')
          .select(['topic', ({ fn }) => fn.countAll<number>().as('wordings')])
          .select(({ fn }) => [
            fn.sum<number>('times').as('times'),
            fn.min('first_at').as('first_at'),
            fn.max('last_at').as('last_at'),
          ])
          .as('of_wordings'),
      (join) => join.onRef('of_wordings.topic', '=', 'ledger_topic.id'),
    )
    .leftJoin(
      (from) =>
        from
          .selectFrom('ledger_asked')
          .innerJoin('ledger_wording', 'ledger_wording.id', 'ledger_asked.wording')
          .where('topic', 'is not', null)
          .groupBy('topic')
          .select(['topic', ({ fn }) => fn.count<number>('person').distinct().as('present')])
          .as('of_people'),
      (join) => join.onRef('of_people.topic', '=', 'ledger_topic.id'),
    );
}

const people = sql<number>`CASE WHEN coalesce(of_people.present, 0) > ledger_topic.former_people
  THEN of_people.present ELSE ledger_topic.former_people END`;

export async function readTopics(
  database: Kysely<Tables>,
  { states, assignee, from, limit }: TopicFilter,
): Promise<{ readonly topics: readonly Topic[]; readonly total: number }> {
  if (states.length === 0) return { topics: [], total: 0 };
  let query = counted(database).where('state', 'in', [...states]);
  if (assignee !== null) query = query.where('assignee', '=', assignee);
  const { count } = await query
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  const rows = await query
    .selectAll('ledger_topic')
    .select(['wordings', 'times', 'first_at', 'last_at', people.as('people')])
    .orderBy(people, 'desc')
    .orderBy('last_at', 'desc')
    .orderBy('ledger_topic.id')
    .offset(from)
    .limit(limit)
    .execute();
  return { topics: await withQuestions(database, rows), total: Number(count) };
}

export async function readTopic(database: Kysely<Tables>, id: string): Promise<Topic | null> {
  const rows = await counted(database)
    .where('ledger_topic.id', '=', id)
    .selectAll('ledger_topic')
    .select(['wordings', 'times', 'first_at', 'last_at', people.as('people')])
    .execute();
  const [topic = null] = await withQuestions(database, rows);
  return topic;
}

type CountedRow = Tables['ledger_topic'] & {
  wordings: number;
  times: number;
  people: number;
  first_at: string;
  last_at: string;
};

async function withQuestions(
  database: Kysely<Tables>,
  rows: readonly CountedRow[],
): Promise<readonly Topic[]> {
  if (rows.length === 0) return [];
  const speaking = await ranked(
    database,
    rows.map(({ id }) => id),
    1,
  );
  const first = new Map(speaking.map((one) => [one.topic, one]));
  return rows.flatMap((row) => {
    const wording = first.get(row.id);
    return wording === undefined ? [] : [topicFrom(row, wording)];
  });
}

/** What names somebody speaks for others no better than what names nobody. */
const isMasked = sql<number>`CASE WHEN text LIKE '%已隐去）%' THEN 1 ELSE 0 END`;

/** The first wordings of each topic: by how many asked, then the oldest. */
async function ranked(
  database: Kysely<Tables>,
  topics: readonly string[] | null,
  most: number,
): Promise<readonly { topic: string; text: string; near: string | null }[]> {
  const rows = await database
    .selectFrom((from) => {
      const all = from
        .selectFrom('ledger_wording')
        .where('topic', 'is not', null)
        .select(['topic', 'text', 'near'])
        .select(({ fn }) =>
          fn
            .agg<number>('row_number')
            .over((over) =>
              over
                .partitionBy('topic')
                .orderBy('times', 'desc')
                .orderBy(isMasked)
                .orderBy('first_at')
                .orderBy('id'),
            )
            .as('rank'),
        );
      return (topics === null ? all : all.where('topic', 'in', [...topics])).as('ranked');
    })
    .where('rank', '<=', most)
    .select(['topic', 'text', 'near'])
    .orderBy('topic')
    .orderBy('rank')
    .execute();
  return rows.flatMap(({ topic, ...row }) => (topic === null ? [] : [{ topic, ...row }]));
}

function topicFrom(row: CountedRow, { text, near }: { text: string; near: string | null }): Topic {
  const actor = (name: string | null, person: string | null) =>
    name === null ? null : { name, person };
  return {
    ...{ id: row.id, state: row.state as TopicState, question: text, near: nearFrom(near) },
    ...{ wordings: Number(row.wordings), times: Number(row.times), people: Number(row.people) },
    ...{ firstAt: row.first_at, lastAt: row.last_at, assignee: row.assignee },
    answer: row.answer === null ? null : (JSON.parse(row.answer) as PairAnswer),
    answeredBy: actor(row.answered_by_name, row.answered_by),
    decidedBy: actor(row.decided_by_name, row.decided_by),
    ...{ reason: row.reason, pair: row.pair, revision: row.revision },
  };
}

export async function readExemplars(database: Kysely<Tables>): Promise<readonly Exemplar[]> {
  const states = await database.selectFrom('ledger_topic').select(['id', 'state']).execute();
  const stateOf = new Map(states.map(({ id, state }) => [id, state as TopicState]));
  const rows = await ranked(database, null, SPEAK_FOR_IT);
  return rows.flatMap(({ topic, text, near }) => {
    const state = stateOf.get(topic);
    return state === undefined ? [] : [{ topic, state, text, near: nearFrom(near) }];
  });
}

export async function readTotals(database: Kysely<Tables>): Promise<LedgerTotals> {
  const counts = await database
    .selectFrom('ledger_topic')
    .groupBy('state')
    .select(['state', ({ fn }) => fn.countAll<number>().as('count')])
    .execute();
  const byState = new Map(counts.map(({ state, count }) => [state, Number(count)]));
  const rows = await counted(database)
    .where('state', 'in', NOT_ANSWERED)
    .where(people, '>=', FEWEST)
    .selectAll('ledger_topic')
    .select(['wordings', 'times', 'first_at', 'last_at', people.as('people')])
    .orderBy(people, 'desc')
    .orderBy('ledger_topic.id')
    .execute();
  const large = await withQuestions(database, rows);
  const states = TOPIC_STATES.map((state) => [state, byState.get(state) ?? 0] as const);
  return {
    states: Object.fromEntries(states) as LedgerTotals['states'],
    large: large.map(({ question, people: count }) => ({ question, people: count })),
  };
}
