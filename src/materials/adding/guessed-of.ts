import type { ManifestEntry } from '../../corpus/manifest.ts';
import { DETAIL_NAMES } from '../lifecycle/check-details.ts';
import type { MaterialDetails } from '../material.ts';

/** Behind the names of the fields, as the reason of the step by which a material came in. */
export const GUESSED = '由系统从文中识别';

/** What was read off the text of a version and nobody has changed since. */
export function guessedOf({ steps }: ManifestEntry): readonly (keyof MaterialDetails)[] {
  const guessed = steps
    .filter(({ did, reason }) => did === 'add' && reason.endsWith(GUESSED))
    .flatMap(({ reason }) => namesIn(reason));
  const changed = changedOf({ steps });
  return (Object.keys(DETAIL_NAMES) as (keyof MaterialDetails)[]).filter(
    (field) => guessed.includes(DETAIL_NAMES[field]) && !changed.includes(DETAIL_NAMES[field]),
  );
}

/** Names of what people have registered themselves since a version came in. */
export function changedOf({ steps }: Pick<ManifestEntry, 'steps'>): readonly string[] {
  return steps.filter(({ did }) => did === 'change').flatMap((one) => namesIn(one.reason));
}

function namesIn(reason: string): string[] {
  return reason.replace(GUESSED, '').split('、');
}
