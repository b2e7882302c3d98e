import type { Transaction } from 'kysely';
import { UserFacingError } from '../../errors.ts';
import type { Questionnaire } from '../../questionnaire/questionnaire.ts';
import type { Tables } from '../schema.ts';
import type { QuestionnaireChangeOf } from './change-of.ts';

const CHANGED_MEANWHILE =
  '这份问卷刚刚被改动过，这次修改没有保存。请重新打开问卷，看过新的内容再改。';
const QUESTIONNAIRE_GONE = '这份问卷已经删除，这次修改没有保存。';

export async function addQuestionnaire(
  all: Transaction<Tables>,
  { id, owner, ownerName, classId, content, note, at }: QuestionnaireChangeOf<'add-questionnaire'>,
): Promise<void> {
  const { kind, title } = content;
  await all
    .insertInto('questionnaire')
    .values({
      ...{ id, owner, owner_name: ownerName, class: classId },
      ...{ version: 1, kind, title, changed_at: at },
    })
    .execute();
  await addVersion(all, { questionnaire: id, version: 1, content, note, changed_at: at });
}

/** The version is counted up only where nobody else was quicker. */
export async function saveQuestionnaire(
  all: Transaction<Tables>,
  { id, before, content, note, at }: QuestionnaireChangeOf<'save-questionnaire'>,
): Promise<void> {
  const version = before + 1;
  const { kind, title } = content;
  const saved = await all
    .updateTable('questionnaire')
    .set({ version, kind, title, changed_at: at })
    .where('id', '=', id)
    .where('version', '=', before)
    .returning('id')
    .executeTakeFirst();
  if (saved === undefined) {
    const there = await all.selectFrom('questionnaire').where('id', '=', id).select('id').execute();
    throw new UserFacingError(there.length === 0 ? QUESTIONNAIRE_GONE : CHANGED_MEANWHILE);
  }
  await addVersion(all, { questionnaire: id, version, content, note, changed_at: at });
}

type Version = Omit<Tables['questionnaire_version'], 'content'> & {
  readonly content: Questionnaire;
};

async function addVersion(all: Transaction<Tables>, { content, ...row }: Version): Promise<void> {
  await all
    .insertInto('questionnaire_version')
    .values({ ...row, content: JSON.stringify(content) })
    .execute();
}
