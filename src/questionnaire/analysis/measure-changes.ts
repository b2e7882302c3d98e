import type { ChangeResult } from './analysis.ts';
import type { Content } from './borich.ts';

/** How well each content was mastered before a class and is now, in means. */
export function measureChanges(contents: readonly Content[]): readonly ChangeResult[] {
  return contents.map(({ id, text, sums }) => ({
    ...{ id, text },
    before: sums.importance / sums.people,
    after: sums.competence / sums.people,
    answered: sums.people,
  }));
}
