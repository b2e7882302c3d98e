import type { Exclusion } from '../corpus/corpus.ts';

/** Up to this many with one reason are named one by one. */
const NAMED_ONE_BY_ONE = 3;

/** A line for each exclusion, or one for many that share a reason. */
export function exclusionLines(exclusions: readonly Exclusion[]): string[] {
  const byReason = new Map<string, string[]>();
  for (const { id, reason } of exclusions) {
    byReason.set(reason, [...(byReason.get(reason) ?? []), id]);
  }
  return [...byReason].flatMap(([reason, ids]) =>
    ids.length <= NAMED_ONE_BY_ONE
      ? ids.map((id) => `${id}：${reason}`)
      : [`${ids.slice(0, NAMED_ONE_BY_ONE).join('、')} 等 ${ids.length} 项：${reason}`],
  );
}
