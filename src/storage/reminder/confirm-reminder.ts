import type { Transaction } from 'kysely';
import { UserFacingError } from '../../errors.ts';
import type { Tables } from '../schema.ts';
import type { ReminderChangeOf } from './change-of.ts';

/**
 * Of several who confirm at once, one does, and what they confirm is what they have seen.
 *
 * @throws UserFacingError for the others
 */
export async function confirmReminder(
  all: Transaction<Tables>,
  { id, text, byName, at }: ReminderChangeOf<'confirm-reminder'>,
): Promise<void> {
  const confirmed = await all
    .updateTable('reminder')
    .set({ state: 'active', confirmed_at: at, confirmed_by_name: byName, planned_until: at })
    .where('id', '=', id)
    .where('state', '=', 'draft')
    .where('text', '=', text)
    .returning('id')
    .executeTakeFirst();
  if (confirmed === undefined) throw new UserFacingError(await whyNot(all, id));
}

async function whyNot(all: Transaction<Tables>, id: string): Promise<string> {
  const row = await all
    .selectFrom('reminder')
    .where('id', '=', id)
    .select(['state', 'confirmed_by_name as name'])
    .executeTakeFirst();
  if (row === undefined) return '没有这份提醒，可能已经删除。请打开提醒列表查看。';
  if (row.state === 'draft') return '草稿刚被修改过，请重新预览以后再确认。';
  if (row.state === 'stopped') return '这份提醒已经停止，没有确认。需要发送时，请另写一份。';
  return row.name === null
    ? '这份提醒已经确认，不用再确认。'
    : `这份提醒已由${row.name}确认，不用再确认。`;
}
