import { LONGEST_HINT } from '../../../../questionnaire/editing/check-words.ts';
import {
  hasOptions,
  nameOfItem,
  takesOptions,
} from '../../../../questionnaire/editing/item-kinds.ts';
import {
  LONGEST_INTRODUCTION,
  LONGEST_OPTION,
  LONGEST_QUESTION,
  LONGEST_TITLE,
  MOST_OPTIONS,
  TYPE_NAMES,
} from '../../../../questionnaire/questionnaire.ts';
import type { QuestionnaireRecord } from '../../../../questionnaire/store.ts';
import type { Button } from '../../../blocks.ts';
import type { QuestionnaireWords } from '../../../state.ts';
import type { Edit } from './edit.ts';
import { limitsOf } from './item-words.ts';

/** Words of a questionnaire itself that the next text says. */
export type Asked = Extract<QuestionnaireWords, { of: 'questionnaire' }>;

interface Question {
  readonly question: string;
  /** What stands there now; empty where nothing does. */
  readonly now: string;
  readonly how: string;
  readonly buttons?: readonly Button[];
}

const OPTIONS = `一行一个选项，最多 ${MOST_OPTIONS} 个，每个最多 ${LONGEST_OPTION} 个字。以“其他”开头的，填写时可以写明。`;

/** How words are asked for, with what stands there now. */
export function askedFor(asked: Asked, { version, content }: QuestionnaireRecord): Question {
  const { questionnaire, what, target, type } = asked;
  const item = content.items.find(({ id }) => id === target);
  const name = item === undefined ? '' : nameOfItem(item, content.items);
  const empty = (label: string, edit: Edit): Button[] => [
    [label, { kind: 'edit-questionnaire', questionnaire, before: version, edit }],
  ];
  switch (what) {
    case 'title':
      return {
        question: '请写新的标题。',
        ...{ now: content.title, how: `最多 ${LONGEST_TITLE} 个字。` },
      };
    case 'introduction':
      return {
        ...{ question: '请写新的填写说明。', now: content.introduction },
        how: `写明目的、用途和截止时间，最多 ${LONGEST_INTRODUCTION} 个字。怎样保密由助手统一说明，不用写。`,
      };
    case 'text':
      return {
        ...{ question: `请写${name}新的题目。`, now: item?.text ?? '' },
        how: `一题只问一件事，最多 ${LONGEST_QUESTION} 个字。`,
      };
    case 'hint':
      return {
        ...{ question: `请写${name}的提示。`, now: item?.hint ?? '' },
        how: `显示在题目下面，最多 ${LONGEST_HINT} 个字。`,
        buttons:
          item === undefined || item.hint === ''
            ? []
            : empty('去掉提示', { kind: 'set-hint', item: target, text: '' }),
      };
    case 'options':
      return {
        question: `请把${name}改好的全部选项发给我。`,
        ...{ now: item !== undefined && hasOptions(item) ? item.options.join('\n') : '' },
        how: OPTIONS,
      };
    case 'type':
      return {
        question: `改为${type === null ? '' : TYPE_NAMES[type]}，请写选项。`,
        ...{ now: '', how: OPTIONS },
      };
    case 'limits':
      return {
        ...{ question: `${name}的数量限制改为多少？` },
        now: item === undefined ? '' : (limitsOf(item) ?? ''),
        how: '例如“最多3项”“2至5”“不限”；简答题写字数，例如“200字”。',
        buttons:
          item?.type === 'text'
            ? []
            : empty('不限', { kind: 'set-limits', item: target, least: null, most: null }),
      };
    case 'add':
      return {
        question: `请写新的${type === null ? '题目' : TYPE_NAMES[type]}。`,
        ...{ now: item === undefined ? '' : `放在${name}后面。` },
        how:
          type !== null && takesOptions(type)
            ? `第一行写题目，从第二行起写选项。${OPTIONS}`
            : `最多 ${LONGEST_QUESTION} 个字。`,
      };
    default:
      return what satisfies never;
  }
}
