import { questionHead } from '../../conversation/plain-text.ts';
import type { ChoiceGroup, QuestionBlock, ShownButton } from '../../conversation/reply.ts';
import type { Rendering } from './rendering.ts';

/** One question in lines; where a number is an answer by itself, the ways on are typed as words. */
export function renderQuestion(block: QuestionBlock<ShownButton>): Rendering {
  const { groups, back, forward, more, input } = block;
  const ways = [...(back === null ? [] : [back]), forward, ...more];
  const takesNumbers = groups.length === 0;
  const choices = takesNumbers
    ? []
    : [...groups.flatMap((group) => group.choices.map(({ button }) => button)), ...ways];
  let number = 0;
  const lines = questionHead(block);
  for (const group of groups) {
    if (group.as === 'marks') lines.push(`${group.label}（1 ${group.low}，5 ${group.high}）：`);
    lines.push(...group.choices.map((one) => `  ${++number}. ${labelled(group, one)}`));
  }
  if (input !== null) lines.push(`请直接输入${input.as === 'number' ? '数字' : input.label}。`);
  const offered = ways.map(({ label }) => (takesNumbers ? label : `${++number}. ${label}`));
  lines.push(
    '',
    takesNumbers ? `也可以输入：${offered.join('、')}` : `可选：${offered.join('　')}`,
  );
  return { text: lines.join('\n'), choices, takesNumbers };
}

function labelled(
  { as }: ChoiceGroup<ShownButton>,
  { button, isChosen, place }: ChoiceGroup<ShownButton>['choices'][number],
): string {
  const what = as === 'marks' ? `${button.label} 分` : button.label;
  if (place !== null) return `${what}（第 ${place} 位）`;
  return isChosen ? `${what}（已选）` : what;
}
