import { type Told, UNTOLD_NOTE } from '../../../insight/told.ts';
import { remark } from '../../blocks.ts';
import type { TextBlock } from '../../reply.ts';

/** What the signs mean, where there is one. */
export function untoldNote(counts: readonly Told[]): TextBlock[] {
  return counts.some((count) => typeof count !== 'number') ? [remark(UNTOLD_NOTE)] : [];
}
