import { type Kysely, sql } from 'kysely';
import type { LearningEntry, RecallAnswer } from '../checkin/entry.ts';
import type { RecallCard } from '../checkin/schedule.ts';
import type { LearningStore } from '../checkin/store.ts';
import { changeLearning } from './change-learning.ts';
import { classTotals } from './class-totals.ts';
import { explained } from './explain-failure.ts';
import type { Tables } from './schema.ts';

export function createLearningStore(database: Kysely<Tables>): LearningStore {
  const on = <Result>(work: () => Promise<Result>) => explained(null, work);
  const entriesOf = (person: string) =>
    database.selectFrom('learning_entry').where('person', '=', person);
  const standing = (person: string) => entriesOf(person).where('withdrawn_at', 'is', null);

  return {
    entry: (person, id) =>
      on(async () => {
        const row = await standing(person).where('id', '=', id).selectAll().executeTakeFirst();
        return row === undefined ? null : entryFrom(row);
      }),
    entries: (person, limit, before) =>
      on(async () => {
        let query = standing(person).selectAll();
        if (before !== undefined) {
          const last = await entriesOf(person)
            .where('id', '=', before)
            .selectAll()
            .executeTakeFirst();
          if (last === undefined) return { entries: [], hasMore: false };
          const { studied_on, recorded_at, id } = last;
          query = query.where(
            sql<boolean>`(studied_on, recorded_at, id) < (${studied_on}, ${recorded_at}, ${id})`,
          );
        }
        const rows = await query
          .orderBy('studied_on', 'desc')
          .orderBy('recorded_at', 'desc')
          .orderBy('id', 'desc')
          .limit(limit + 1)
          .execute();
        return { entries: rows.slice(0, limit).map(entryFrom), hasMore: rows.length > limit };
      }),
    allEntries: (person) =>
      on(async () => {
        const rows = await entriesOf(person)
          .selectAll()
          .orderBy('studied_on')
          .orderBy('recorded_at')
          .orderBy('id')
          .execute();
        return rows.map(entryFrom);
      }),
    days: (person, from) =>
      on(async () => {
        const rows = await standing(person)
          .where('studied_on', '>=', from)
          .groupBy('studied_on')
          .select(['studied_on as date', (row) => row.fn.countAll<number>().as('entries')])
          .orderBy('studied_on')
          .execute();
        return rows.map(({ date, entries }) => ({ date, entries: Number(entries) }));
      }),
    chapters: (person) =>
      on(async () => {
        const rows = await standing(person)
          .where('material', 'is not', null)
          .where('chapter', 'is not', null)
          .groupBy(['material', 'chapter'])
          .select((row) => [
            row.ref('material').$notNull().as('material'),
            row.ref('chapter').$notNull().as('chapter'),
            row.fn.countAll<number>().as('entries'),
            row.fn.max('studied_on').as('lastOn'),
          ])
          .execute();
        return rows.map((row) => ({ ...row, entries: Number(row.entries) }));
      }),
    cards: (person) =>
      on(async () => {
        const rows = await database
          .selectFrom('recall_card')
          .where('person', '=', person)
          .selectAll()
          .orderBy('due')
          .orderBy('item')
          .execute();
        return rows.map(cardFrom);
      }),
    hasAnswered: (person, asked) =>
      on(async () => {
        const row = await database
          .selectFrom('recall_answer')
          .where('id', '=', asked)
          .where('person', '=', person)
          .select('id')
          .executeTakeFirst();
        return row !== undefined;
      }),
    answers: (person) =>
      on(async () => {
        const rows = await database
          .selectFrom('recall_answer')
          .where('person', '=', person)
          .selectAll()
          .orderBy('at')
          .orderBy('id')
          .execute();
        return rows.map(
          ({ is_right, ...row }): RecallAnswer => ({ ...row, isRight: is_right === 1 }),
        );
      }),
    shared: (classId, limit) =>
      on(async () => {
        const rows = await database
          .selectFrom('learning_entry')
          .innerJoin('person', 'person.id', 'learning_entry.person')
          .where('shared_with', '=', classId)
          .where('withdrawn_at', 'is', null)
          .selectAll('learning_entry')
          .select(['person.name', 'person.unit'])
          .orderBy('studied_on', 'desc')
          .orderBy('recorded_at', 'desc')
          .limit(limit)
          .execute();
        return rows.map(({ name, unit, ...row }) => ({ entry: entryFrom(row), name, unit }));
      }),
    totals: (classId, from, to) => on(() => classTotals(database, classId, from, to)),
    change: (changes) =>
      on(() =>
        database.transaction().execute(async (all) => {
          for (const change of changes) await changeLearning(all, change);
        }),
      ),
  };
}

function entryFrom(row: Tables['learning_entry']): LearningEntry {
  return {
    id: row.id,
    person: row.person,
    studiedOn: row.studied_on,
    recordedAt: row.recorded_at,
    isMadeUp: row.is_made_up === 1,
    kind: row.kind as LearningEntry['kind'],
    material: row.material,
    place: row.place,
    chapter: row.chapter,
    studied: row.studied,
    reflection: row.reflection,
    classId: row.class,
    sharedWith: row.shared_with,
    revision: row.revision,
    withdrawnAt: row.withdrawn_at,
  };
}

function cardFrom({ is_recalled, state, ...row }: Tables['recall_card']): RecallCard {
  return { ...row, isRecalled: is_recalled === 1, state: parse(state) };
}

/** The scheduler starts anew with what cannot be read. */
function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
