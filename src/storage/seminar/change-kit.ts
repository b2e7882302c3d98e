import type { Transaction } from 'kysely';
import { UserFacingError } from '../../errors.ts';
import type { Tables } from '../schema.ts';
import type { SeminarChangeOf } from './change-of.ts';

const CHANGED_MEANWHILE =
  '这份研讨方案刚刚被改动过，这次修改没有保存。请重新打开方案，看过新的内容再改。';
const KIT_GONE = '这份研讨方案已经删除，这次修改没有保存。';

export async function addKit(
  all: Transaction<Tables>,
  { id, owner, classId, kit, note, at }: SeminarChangeOf<'add-kit'>,
): Promise<void> {
  const { topic } = kit.order;
  const row = { id, owner, class: classId, held_on: null, topic, version: 1, changed_at: at };
  await all.insertInto('seminar_kit').values(row).execute();
  await addVersion(all, { kit: id, version: 1, content: kit, note, changed_at: at });
}

/** The version is counted up only where nobody else was quicker. */
export async function saveVersion(
  all: Transaction<Tables>,
  { id, before, kit, note, at }: SeminarChangeOf<'save-version'>,
): Promise<void> {
  const version = before + 1;
  const saved = await all
    .updateTable('seminar_kit')
    .set({ version, topic: kit.order.topic, changed_at: at })
    .where('id', '=', id)
    .where('version', '=', before)
    .returning('id')
    .executeTakeFirst();
  if (saved === undefined) {
    const kept = await all.selectFrom('seminar_kit').where('id', '=', id).select('id').execute();
    throw new UserFacingError(kept.length === 0 ? KIT_GONE : CHANGED_MEANWHILE);
  }
  await addVersion(all, { kit: id, version, content: kit, note, changed_at: at });
}

async function addVersion(
  all: Transaction<Tables>,
  { content, ...row }: Omit<Tables['seminar_version'], 'content'> & { readonly content: unknown },
): Promise<void> {
  await all
    .insertInto('seminar_version')
    .values({ ...row, content: JSON.stringify(content) })
    .execute();
}

export async function setKit(
  all: Transaction<Tables>,
  id: string,
  fields: Partial<Pick<Tables['seminar_kit'], 'class' | 'held_on'>>,
): Promise<void> {
  await all.updateTable('seminar_kit').set(fields).where('id', '=', id).execute();
}

export async function shareKit(
  all: Transaction<Tables>,
  { id, person }: SeminarChangeOf<'share-kit'>,
): Promise<void> {
  await all
    .insertInto('seminar_share')
    .values({ kit: id, person })
    .onConflict((conflict) => conflict.columns(['kit', 'person']).doNothing())
    .execute();
}

export async function unshareKit(
  all: Transaction<Tables>,
  { id, person }: SeminarChangeOf<'unshare-kit'>,
): Promise<void> {
  await all
    .deleteFrom('seminar_share')
    .where('kit', '=', id)
    .where('person', '=', person)
    .execute();
}
