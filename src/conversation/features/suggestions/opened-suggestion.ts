import type { Suggestion } from '../../../suggestion/suggestion.ts';
import { choices, lead } from '../../blocks.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import type { FeatureReply, PersonalOccasion, SoonReplied } from '../../feature.ts';
import { suggestionBlocks } from './suggestion-page.ts';

const GONE = '没有找到这件意见建议。请重新打开列表。';
const CHANGED = '这件意见建议刚刚由别人办理过，您的这一步没有记入。现在的状态如下。';

/** Goes on with one, where it is there. */
async function withSuggestion(
  id: string,
  on: PersonalOccasion,
  then: (suggestion: Suggestion) => SoonReplied,
): Promise<FeatureReply> {
  const found = await on.suggestions.suggestion(id);
  if (found !== null) return then(found);
  return {
    placement: 'turn',
    blocks: [
      lead(GONE),
      choices('意见办理', ['意见办理', { kind: 'list-suggestions', of: 'pending', from: 0 }]),
    ],
  };
}

/** Goes on with one that is as it was looked at; else shows how it stands. */
export function withRevision(
  { suggestion: id, revision }: { readonly suggestion: string; readonly revision: number },
  on: PersonalOccasion,
  then: (suggestion: Suggestion) => SoonReplied,
): Promise<FeatureReply> {
  return withSuggestion(id, on, (suggestion) =>
    suggestion.revision === revision
      ? then(suggestion)
      : { placement: 'turn', blocks: [lead(CHANGED), ...suggestionBlocks(suggestion, on)] },
  );
}

export function openSuggestion(
  { suggestion: id }: DeedOf<'open-suggestion'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withSuggestion(id, on, (suggestion) => ({
    placement: 'turn',
    blocks: suggestionBlocks(suggestion, on),
  }));
}
