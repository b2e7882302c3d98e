import type { Plain } from '../plain-item.ts';

/** Which fields have no counterpart, in a sentence; empty where all have. */
export function unused(where: string, of: Plain, used: readonly string[]): string[] {
  const names = Object.keys(of).filter((name) => !used.includes(name));
  if (names.length === 0) return [];
  return [`${where}：没有用到 ${names.join('、').slice(0, 120)}，已略过。`];
}
