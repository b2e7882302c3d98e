import { nameOf } from '../../../people/person.ts';
import type { Suggestion } from '../../../suggestion/suggestion.ts';
import { choices, decision, heading, lead, plain, remark } from '../../blocks.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import type { Settling } from '../../deeds/suggestions.ts';
import { type FeatureReply, type PersonalOccasion, say } from '../../feature.ts';
import { problemOfDeed } from '../../permission.ts';
import { withRevision } from './opened-suggestion.ts';
import { nameOfSuggestion } from './suggestion-page.ts';
import { takeStep } from './take-step.ts';
import { tellingOfAnswer } from './tell.ts';

const ASKS: Readonly<Record<Settling, string>> = {
  answer: '请写答复，直接发给我。',
  decline: '请写明为什么不予采纳，直接发给我。',
};
const SEEN_BY_SENDER = '提意见的人凭查询码能看到您写的话和您的姓名。写好以后还会请您确认。';
const NOTHING_ASKED = '现在没有等待填写的答复。发送“意见办理”可以打开列表。';

/** Asks for the words with which one is settled. */
export function askForWords(
  { as, ...named }: DeedOf<'write-to-sender'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withRevision(named, on, (suggestion) => ({
    placement: 'turn',
    state: {
      ...{ ...on.state, expecting: 'words-for-suggestion' },
      suggestionWords: { suggestion: suggestion.id, revision: suggestion.revision, as },
    },
    blocks: [
      lead(ASKS[as]),
      plain(suggestion.text),
      remark(SEEN_BY_SENDER),
      choices(nameOfSuggestion(suggestion), [
        '返回',
        { kind: 'open-suggestion', suggestion: suggestion.id },
      ]),
    ],
  }));
}

/** The next text, where these words were asked for: shown as the sender will read them. */
export async function takeWordsToSender(
  words: string,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  const asked = on.pending.suggestionWords;
  if (asked === null) return say(NOTHING_ASKED);
  const { as, ...named } = asked;
  const deed = { kind: 'settle-suggestion' as const, ...named, as, words };
  // They may have been asked for while the person still answered.
  const problem = problemOfDeed(deed, on.person, on.isPublic);
  if (problem !== null) return say(problem);
  return withRevision(named, on, (suggestion) => ({
    placement: 'turn',
    blocks: [
      lead('提意见的人将看到：'),
      plain(`状态：${as === 'answer' ? '已答复' : '不予采纳'}\n${nameOf(on.person)}：${words}`),
      heading('原文'),
      plain(suggestion.text),
      decision(
        '确认',
        ['确定', deed],
        ['重新写', { kind: 'write-to-sender', ...named, as }],
        ['先不办', { kind: 'open-suggestion', suggestion: suggestion.id }],
      ),
    ],
  }));
}

export function settleSuggestion(
  { as, words, ...named }: DeedOf<'settle-suggestion'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withRevision(named, on, (suggestion: Suggestion) =>
    takeStep(
      suggestion,
      { did: as, words },
      as === 'answer'
        ? {
            words: '已答复。提意见的人可以凭查询码看到。',
            ...{ deed: '答复意见建议', after: 'answered', telling: tellingOfAnswer(on) },
          }
        : {
            words: '已记为不予采纳。提意见的人可以凭查询码看到原因。',
            ...{ deed: '不采纳意见建议', after: 'declined', telling: tellingOfAnswer(on) },
          },
      on,
    ),
  );
}
