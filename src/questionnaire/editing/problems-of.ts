import { MOST_ITEMS, type Questionnaire } from '../questionnaire.ts';
import {
  problemOfIntroduction,
  problemOfOptions,
  problemOfQuestion,
  problemOfTitle,
} from './check-words.ts';
import { hasOptions, nameOfItem } from './item-kinds.ts';
import { problemOfShowIf } from './show-if.ts';

/** What keeps a questionnaire from being published, each in words; none where it can be. */
export function problemsOf({ title, introduction, items }: Questionnaire): readonly string[] {
  const whole = [
    problemOfTitle(title),
    problemOfIntroduction(introduction),
    items.some(({ type }) => type !== 'section') ? null : '问卷里还没有题目。请先添加题目。',
    items.length > MOST_ITEMS ? `一份问卷最多 ${MOST_ITEMS} 项，现在有 ${items.length} 项。` : null,
  ];
  const each = items.flatMap((item) => {
    const found = [
      problemOfQuestion(item.text),
      hasOptions(item) ? problemOfOptions(item.options) : null,
      item.showIf === null ? null : problemOfShowIf(item, item.showIf, items),
    ];
    return found.flatMap((one) => (one === null ? [] : [`${nameOfItem(item, items)}：${one}`]));
  });
  return [...whole.flatMap((one) => (one === null ? [] : [one])), ...each];
}
