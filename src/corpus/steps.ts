import { createHash } from 'node:crypto';
import type { ManifestEntry, MaterialStep } from './manifest.ts';

/** A step before its mark is set. */
export type NewStep = Omit<MaterialStep, 'mark'>;

/** The step with its mark, which holds it to all that came before. */
export function markStep(before: readonly MaterialStep[], step: NewStep): MaterialStep {
  return { ...step, mark: markOf(before.at(-1)?.mark ?? '', step) };
}

/** Number of the first step that does not follow from those before it, counted from 1; null where all do. */
export function firstBrokenStep(steps: readonly MaterialStep[]): number | null {
  const at = steps.findIndex(
    ({ mark, ...step }, index) => mark !== markOf(steps[index - 1]?.mark ?? '', step),
  );
  return at === -1 ? null : at + 1;
}

/** The last step that brought an entry to where it stands; undefined for one that is kept by hand. */
export function lastTurn({ steps }: ManifestEntry): MaterialStep | undefined {
  return steps.findLast(({ did }) => did !== 'change');
}

/** The fields in a fixed order, whatever the order in the file. */
function markOf(previous: string, { did, by, person, at, sha256, reason }: NewStep): string {
  const written = JSON.stringify({ did, by, person, at, sha256, reason });
  return createHash('sha256').update(previous).update(written).digest('hex');
}
