import { nameOf } from '../../../people/person.ts';
import type { Unaddressed } from '../../../suggestion/store.ts';
import type { Suggestion, SuggestionStep } from '../../../suggestion/suggestion.ts';
import { lead } from '../../blocks.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import type { FeatureReply, PersonalOccasion } from '../../feature.ts';
import { audited } from '../people/audited.ts';
import { withRevision } from './opened-suggestion.ts';
import { nameOfSuggestion, suggestionBlocks } from './suggestion-page.ts';

/** A step, and the page as it is after it. What people wrote is not for the audit. */
export function takeStep(
  suggestion: Suggestion,
  step: Pick<SuggestionStep, 'did' | 'words'>,
  told: {
    readonly words: string;
    readonly deed: string;
    readonly after: Suggestion['state'];
    readonly telling: Unaddressed | null;
  },
  on: PersonalOccasion,
): FeatureReply {
  const { id, revision, steps } = suggestion;
  const by = { person: on.person.id, name: nameOf(on.person) };
  const taken: SuggestionStep = { ...step, by, at: on.now.toISOString() };
  const now = {
    ...suggestion,
    state: told.after,
    revision: revision + 1,
    steps: [...steps, taken],
  };
  return {
    placement: 'turn',
    changes: [
      {
        of: 'suggestion',
        change: {
          ...{ kind: 'take-suggestion-step', suggestion: id, revision, step: taken },
          telling: told.telling,
        },
      },
      audited(told.deed, nameOfSuggestion(suggestion), on),
    ],
    blocks: [lead(told.words), ...suggestionBlocks(now, on)],
  };
}

export function takeInHand(
  named: DeedOf<'take-suggestion'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withRevision(named, on, (suggestion) =>
    takeStep(
      suggestion,
      { did: 'take', words: null },
      {
        ...{ words: '已记下由您办理。', deed: '办理意见建议', after: 'in-hand', telling: null },
      },
      on,
    ),
  );
}

export function reopenSuggestion(
  named: DeedOf<'reopen-suggestion'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withRevision(named, on, (suggestion) =>
    takeStep(
      suggestion,
      { did: 'reopen', words: null },
      {
        words: '已重新办理。原来的答复仍然保留，提意见的人看得到。',
        ...{ deed: '重新办理意见建议', after: 'in-hand', telling: null },
      },
      on,
    ),
  );
}
