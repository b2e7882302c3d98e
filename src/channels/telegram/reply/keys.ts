import type { ShownButton } from '../../../conversation/reply.ts';
import type { TAP } from './section.ts';
import type { Key } from './step.ts';

/** Keys in rows that a phone can show. */
export function inRows(keys: readonly Key[], most: number): Key[][] {
  const rows = Math.ceil(keys.length / most);
  const size = Math.ceil(keys.length / Math.max(rows, 1));
  return Array.from({ length: rows }, (_, row) => keys.slice(row * size, (row + 1) * size));
}

export function tapKey(
  { action }: ShownButton,
  from: (typeof TAP)[keyof typeof TAP],
  text: string,
): Key {
  return { text, callback_data: from + action };
}
