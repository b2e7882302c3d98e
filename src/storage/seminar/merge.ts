import type { Transaction } from 'kysely';
import { UserFacingError } from '../../errors.ts';
import type { Tables } from '../schema.ts';
import type { SeminarChangeOf } from './change-of.ts';
import { lockOpenSession } from './lock-session.ts';

const NOT_MERGING = '现在不是归并阶段，没有归并。请刷新后查看进行到哪一步。';
const NOT_ON_LIST = '其中有一条不在本轮清单上，没有归并。请刷新后再试。';

/** Nothing is ever merged into what is merged itself: all stand directly below what stands. */
export async function merge(
  all: Transaction<Tables>,
  { session, ids, into }: SeminarChangeOf<'merge'>,
): Promise<void> {
  const now = await lockOpenSession(all, session);
  if (now.phase !== 'merge') throw new UserFacingError(NOT_MERGING);
  const list = await all
    .selectFrom('seminar_contribution')
    .where('session', '=', session)
    .where('round', '=', now.round)
    .select(['id', 'merged_into'])
    .execute();
  const above = new Map(list.map(({ id, merged_into }) => [id, merged_into]));
  const named = into === null ? ids : [...ids, into];
  if (named.some((id) => !above.has(id))) throw new UserFacingError(NOT_ON_LIST);
  const target = into === null ? null : (above.get(into) ?? into);
  const moved = ids.filter((id) => id !== target);
  if (moved.length === 0) return;
  await all
    .updateTable('seminar_contribution')
    .set({ merged_into: target })
    .where((row) =>
      target === null
        ? row('id', 'in', moved)
        : row.or([row('id', 'in', moved), row('merged_into', 'in', moved)]),
    )
    .execute();
}
