import type { Button } from '../../blocks.ts';
import type { Deed } from '../../deeds/deed.ts';

type Paged = Extract<Deed, { readonly kind: string; readonly from: number }>;

/** To the page before and the page after, where there is one. */
export function turnPages(shown: Paged, page: number, total: number): readonly Button[] {
  const { from } = shown;
  return [
    ...(from > 0 ? [['上一页', { ...shown, from: Math.max(0, from - page) }] as const] : []),
    ...(from + page < total ? [['下一页', { ...shown, from: from + page }] as const] : []),
  ];
}
