import type { Kysely } from 'kysely';
import { type ClassTotals, SMALLEST_GROUP } from '../checkin/store.ts';
import type { Tables } from './schema.ts';

/** Counts people, never records; a number of fewer than five people does not leave the database. */
export async function classTotals(
  database: Kysely<Tables>,
  classId: string,
  from: string,
  to: string,
): Promise<ClassTotals> {
  const { learners } = await database
    .selectFrom('class_member')
    .where('class', '=', classId)
    .where('part', '=', 'learner')
    .select((row) => row.fn.countAll<number>().as('learners'))
    .executeTakeFirstOrThrow();
  const studied = database
    .selectFrom('class_member')
    .innerJoin('learning_entry', 'learning_entry.person', 'class_member.person')
    .where('class_member.class', '=', classId)
    .where('part', '=', 'learner')
    .where('withdrawn_at', 'is', null)
    .where('studied_on', '>=', from)
    .where('studied_on', '<=', to);
  const active = await studied
    .select((row) => row.fn.count<number>('learning_entry.person').distinct().as('people'))
    .having((row) => row.fn.count('learning_entry.person').distinct(), '>=', SMALLEST_GROUP)
    .executeTakeFirst();
  const chapters = await studied
    .where('material', 'is not', null)
    .where('chapter', 'is not', null)
    .groupBy(['material', 'chapter'])
    .having((row) => row.fn.count('learning_entry.person').distinct(), '>=', SMALLEST_GROUP)
    .select((row) => [
      row.ref('material').$notNull().as('material'),
      row.ref('chapter').$notNull().as('chapter'),
      row.fn.count<number>('learning_entry.person').distinct().as('people'),
    ])
    .execute();
  return {
    learners: Number(learners),
    active: active === undefined ? null : Number(active.people),
    chapters: chapters.map((row) => ({ ...row, people: Number(row.people) })),
  };
}
