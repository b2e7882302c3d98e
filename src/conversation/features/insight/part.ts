import type { Button } from '../../blocks.ts';
import type { TableBlock, TextBlock } from '../../reply.ts';

/** Rows that are listed; the workbook has all of them. */
export const MOST_LISTED = 10;

/** One side of the totals, with the buttons that lead to where something can be done. */
export interface Part {
  readonly title: string;
  readonly blocks: readonly (TextBlock | TableBlock)[];
  readonly desks: readonly Button[];
}
