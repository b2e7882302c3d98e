import type { Item } from '../../../../questionnaire/questionnaire.ts';
import { FEWEST } from '../../../../questionnaire/survey.ts';
import { identityMask } from '../../../../text/identity/mask-identities.ts';
import { type Button, choices, heading, lead, plain, remark } from '../../../blocks.ts';
import type { DeedOf } from '../../../deeds/deed.ts';
import { type FeatureReply, type PersonalOccasion, say } from '../../../feature.ts';
import { withReported } from './reported.ts';

const PAGE = 30;

/**
 * What was written in answer to one question, masked, in the order of the words themselves: it says
 * nothing of who wrote what else. It takes the place of the report's buttons, and is kept nowhere.
 */
export function listOpenAnswers(
  { published, item, from }: DeedOf<'list-open-answers'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withReported(published, on, async ({ content }, responses) => {
    const asked = content.items.find(({ id }) => id === item);
    if (asked?.type !== 'text') return say('这一题没有文字回答。');
    const mask = identityMask((await on.people.people()).map(({ name }) => name));
    const answers = responses
      .flatMap((one) => {
        const answer = one[item];
        return answer?.kind === 'text' && answer.text.trim() !== '' ? [answer.text.trim()] : [];
      })
      .map(mask)
      .toSorted((one, other) => one.localeCompare(other, 'zh'));
    const back: Button = ['返回报告', { kind: 'open-survey-report', published }];
    if (answers.length < FEWEST) {
      return {
        placement: 'turn',
        blocks: [lead(`这一题的文字回答不足 ${FEWEST} 条，不显示。`), choices('报告', back)],
      };
    }
    const different = counted(answers.map((text) => text.replace(/\s+/gu, ' ')));
    const shown = different.slice(from, from + PAGE);
    const more: Button[] =
      different.length > from + PAGE
        ? [['下一页', { kind: 'list-open-answers', published, item, from: from + PAGE }]]
        : [];
    return {
      placement: 'in-place',
      blocks: [
        heading(asked.text),
        plain(shown.map((line) => `· ${line}`).join('\n')),
        remark(
          `共 ${answers.length} 条，按文字排列，与填写的先后无关；姓名、电话、证件号码已经隐去。请不要猜测是谁写的。`,
        ),
        choices('报告', ...more, back),
      ],
    };
  });
}

/** What several wrote in the same words stands once, with how many they are. */
function counted(answers: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const text of answers) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].map(([text, count]) => (count === 1 ? text : `${text}（${count} 条相同）`));
}

/** Questions that were answered in words. */
export function openQuestions(items: readonly Item[]): readonly Item[] {
  return items.filter(({ type }) => type === 'text');
}
