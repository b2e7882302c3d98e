import type { Kysely } from 'kysely';
import type { AnsweredTopic, OwnAsked, ToTell } from '../../materials/ledger/store.ts';
import type { TopicState } from '../../materials/ledger/topic.ts';
import type { Tables } from '../schema.ts';

/** What a person asked, the latest first. */
export async function readOwnAsked(
  database: Kysely<Tables>,
  person: string,
): Promise<readonly OwnAsked[]> {
  const rows = await database
    .selectFrom('ledger_asked')
    .innerJoin('ledger_wording', 'ledger_wording.id', 'ledger_asked.wording')
    .leftJoin('ledger_topic', 'ledger_topic.id', 'ledger_wording.topic')
    .where('person', '=', person)
    .orderBy('at', 'desc')
    .orderBy('ledger_wording.id')
    .select(['text', 'at', 'state'])
    .execute();
  return rows.map(({ text, at, state }) => ({ text, at, state: (state ?? 'open') as TopicState }));
}

export async function readAnswered(database: Kysely<Tables>): Promise<readonly AnsweredTopic[]> {
  const rows = await database
    .selectFrom('ledger_topic')
    .where('state', '=', 'answered')
    .where('pair', 'is not', null)
    .orderBy('id')
    .select(['id as topic', 'pair', 'revision'])
    .execute();
  return rows.flatMap(({ pair, ...row }) => (pair === null ? [] : [{ ...row, pair }]));
}

/** Answered topics with those who asked and were not told, in the order of their ids. */
export async function readToTell(
  database: Kysely<Tables>,
  limit: number,
  after: string | null,
): Promise<readonly ToTell[]> {
  const topics = await database
    .selectFrom('ledger_topic')
    .where('state', '=', 'answered')
    .where('pair', 'is not', null)
    .where('id', '>', after ?? '')
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('ledger_wording')
          .innerJoin('ledger_asked', 'ledger_asked.wording', 'ledger_wording.id')
          .whereRef('ledger_wording.topic', '=', 'ledger_topic.id')
          .select('ledger_wording.id'),
      ),
    )
    .orderBy('id')
    .limit(limit)
    .select(['id', 'pair'])
    .execute();
  const found: ToTell[] = [];
  for (const { id: topic, pair } of topics) {
    const asked = await database
      .selectFrom('ledger_asked')
      .innerJoin('ledger_wording', 'ledger_wording.id', 'ledger_asked.wording')
      .where('topic', '=', topic)
      .orderBy('person')
      .orderBy('at', 'desc')
      .orderBy('ledger_wording.id')
      .select(['person', 'text'])
      .execute();
    if (pair !== null) found.push({ topic, pair, asked });
  }
  return found;
}
