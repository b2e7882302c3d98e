import type { Transaction } from 'kysely';
import { UserFacingError } from '../../errors.ts';
import type { Tables } from '../schema.ts';
import type { ReminderChangeOf } from './change-of.ts';

const GONE = '没有这份提醒，可能已经删除。请打开提醒列表查看。';
const NOT_DROPPED = '这份提醒已经确认，不能删除。不再需要时，请停止发送。';

/** @throws UserFacingError where it is no draft any more */
export async function changeDraft(
  all: Transaction<Tables>,
  { id, fields }: ReminderChangeOf<'change-draft'>,
): Promise<void> {
  const { kind, text, audience, timing, isUrgent } = fields;
  const row = {
    ...(kind === undefined ? {} : { kind }),
    ...(text === undefined ? {} : { text }),
    ...(audience === undefined ? {} : { audience: JSON.stringify(audience) }),
    ...(timing === undefined ? {} : { timing: JSON.stringify(timing) }),
    ...(isUrgent === undefined ? {} : { is_urgent: isUrgent ? 1 : 0 }),
  };
  const changed = await all
    .updateTable('reminder')
    .set((reminder) => ({ state: reminder.ref('state'), ...row }))
    .where('id', '=', id)
    .where('state', '=', 'draft')
    .returning('id')
    .executeTakeFirst();
  if (changed !== undefined) return;
  throw new UserFacingError(await whyNot(all, id));
}

async function whyNot(all: Transaction<Tables>, id: string): Promise<string> {
  const row = await all
    .selectFrom('reminder')
    .where('id', '=', id)
    .select('confirmed_by_name as name')
    .executeTakeFirst();
  if (row === undefined) return GONE;
  const by = row.name === null || row.name === '' ? '已经确认' : `已由${row.name}确认`;
  return `这份提醒${by}，不能再修改，这次没有保存。需要改动时，请先停止，再另写一份。`;
}

/**
 * One that was active before the records were restored has messages, which stay: it is stopped.
 *
 * @throws UserFacingError where it is no draft any more
 */
export async function dropDraft(
  all: Transaction<Tables>,
  { id }: ReminderChangeOf<'drop-draft'>,
): Promise<void> {
  const dropped = await all
    .updateTable('reminder')
    .set({ state: 'stopped' })
    .where('id', '=', id)
    .where('state', '=', 'draft')
    .returning('id')
    .executeTakeFirst();
  if (dropped === undefined && (await isThere(all, id))) throw new UserFacingError(NOT_DROPPED);
  if (dropped === undefined) return;
  await all
    .deleteFrom('reminder')
    .where('id', '=', id)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(selectFrom('mailing').whereRef('reminder', '=', 'reminder.id').select('mailing.id')),
      ),
    )
    .execute();
}

async function isThere(all: Transaction<Tables>, id: string): Promise<boolean> {
  const row = await all.selectFrom('reminder').where('id', '=', id).select('id').executeTakeFirst();
  return row !== undefined;
}
