import type { Transaction } from 'kysely';
import type { LearningEntry } from '../checkin/entry.ts';
import type { EntryFields, LearningChange } from '../checkin/store.ts';
import type { Tables } from './schema.ts';

/** Carries out one change of what a person keeps of their learning. */
export async function changeLearning(
  all: Transaction<Tables>,
  change: LearningChange,
): Promise<unknown> {
  switch (change.kind) {
    case 'add-entry':
      return all.insertInto('learning_entry').values(rowOf(change.entry)).execute();
    case 'change-entry':
      return entry(all, change)
        .set((row) => ({ ...fieldsOf(change.fields), revision: row('revision', '+', 1) }))
        .execute();
    case 'withdraw-entry':
      return entry(all, change)
        .set((row) => ({
          ...{ withdrawn_at: change.at, studied: '', reflection: '' },
          ...{ material: null, place: null, chapter: null, class: null, shared_with: null },
          revision: row('revision', '+', 1),
        }))
        .execute();
    case 'share-entry':
      return entry(all, change).set({ shared_with: change.classId }).execute();
    case 'answer-recall':
      return answer(all, change);
    case 'forget-learning':
      for (const table of ['learning_entry', 'recall_card', 'recall_answer'] as const) {
        await all.deleteFrom(table).where('person', '=', change.person).execute();
      }
      return undefined;
    default:
      return change satisfies never;
  }
}

function entry(all: Transaction<Tables>, { person, id }: { person: string; id: string }) {
  return all
    .updateTable('learning_entry')
    .where('id', '=', id)
    .where('person', '=', person)
    .where('withdrawn_at', 'is', null);
}

function rowOf(entry: LearningEntry): Tables['learning_entry'] {
  return {
    id: entry.id,
    person: entry.person,
    studied_on: entry.studiedOn,
    recorded_at: entry.recordedAt,
    is_made_up: entry.isMadeUp ? 1 : 0,
    kind: entry.kind,
    material: entry.material,
    place: entry.place,
    chapter: entry.chapter,
    studied: entry.studied,
    reflection: entry.reflection,
    class: entry.classId,
    shared_with: entry.sharedWith,
    revision: entry.revision,
    withdrawn_at: entry.withdrawnAt,
  };
}

/** Of the fields that are given; the others stay as they are. */
function fieldsOf(fields: EntryFields): Partial<Tables['learning_entry']> {
  const { studiedOn, isMadeUp, classId, ...same } = fields;
  return {
    ...same,
    ...(studiedOn === undefined ? {} : { studied_on: studiedOn }),
    ...(isMadeUp === undefined ? {} : { is_made_up: isMadeUp ? 1 : 0 }),
    ...(classId === undefined ? {} : { class: classId }),
  };
}

async function answer(
  all: Transaction<Tables>,
  { answer, card }: Extract<LearningChange, { kind: 'answer-recall' }>,
): Promise<void> {
  const { isRight, ...row } = answer;
  const fresh = await all
    .insertInto('recall_answer')
    .values({ ...row, is_right: isRight ? 1 : 0 })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (fresh === undefined) return;
  const { person, item, isRecalled, state, ...fields } = card;
  const kept = { ...fields, is_recalled: isRecalled ? 1 : 0, state: JSON.stringify(state) };
  await all
    .insertInto('recall_card')
    .values({ person, item, ...kept })
    .onConflict((conflict) => conflict.columns(['person', 'item']).doUpdateSet(kept))
    .execute();
}
