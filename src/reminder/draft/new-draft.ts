import type { Reminder } from '../reminder.ts';

type Given = Pick<Reminder, 'id' | 'kind' | 'audience' | 'zone'> &
  Partial<Pick<Reminder, 'text' | 'timing' | 'isUrgent'>>;

/**
 * A draft; what is not given is still to be said.
 *
 * @param author `id` is null for the operator
 */
export function newDraft(
  given: Given,
  author: { readonly id: string | null; readonly name: string },
  now: Date,
): Reminder {
  return {
    ...{ text: '', timing: { kind: 'now' }, isUrgent: false },
    ...given,
    ...{ state: 'draft', author: author.id, authorName: author.name },
    createdAt: now.toISOString(),
    ...{ confirmedAt: null, confirmedByName: null, plannedUntil: null },
  };
}
