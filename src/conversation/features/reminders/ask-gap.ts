import { withoutGap } from '../../../reminder/draft/gaps.ts';
import { gapsIn } from '../../../reminder/draft/templates.ts';
import type { Reminder } from '../../../reminder/reminder.ts';
import { type Button, choices, lead, plain } from '../../blocks.ts';
import type { FeatureReply, PersonalOccasion } from '../../feature.ts';

/**
 * Asks for the words of the first gap that a text still has, and shows them in their place.
 *
 * @param total how many gaps there were at the beginning
 * @throws where the text has no gap, which is a defect
 */
export function askGap(
  { id, text }: Reminder,
  { state }: PersonalOccasion,
  total = gapsIn(text).length,
  problem: string | null = null,
): FeatureReply {
  const gaps = gapsIn(text);
  const [gap] = gaps;
  if (gap === undefined) throw new Error(`Cannot ask for a gap of "${id}": its text has none`);
  const skip: Button[] =
    withoutGap(text, gap) === null
      ? []
      : [['跳过这一项', { kind: 'skip-gap', reminder: id, gap, total }]];
  return {
    placement: 'turn',
    state: {
      ...state,
      expecting: 'words-for-reminder',
      reminderWords: { reminder: id, what: 'gap', gap: { name: gap, total } },
    },
    blocks: [
      ...(problem === null ? [] : [lead(problem)]),
      plain(text),
      lead(`${gap.slice(1, -1)}是？（第 ${total - gaps.length + 1} 项，共 ${total} 项）`),
      choices(
        '内容',
        ...skip,
        ['整段改写', { kind: 'write-in-reminder', reminder: id, what: 'text' }],
        ['换个模板', { kind: 'choose-template', reminder: id }],
        ['先放着', { kind: 'list-reminders', from: 0 }],
      ),
    ],
  };
}
