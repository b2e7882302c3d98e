import { withoutTitleMarks } from '../../../text/title-marks.ts';
import {
  type Item,
  isQuestion,
  PAIR_WORDS,
  type Questionnaire,
  SCALE,
  TYPE_NAMES,
} from '../../questionnaire.ts';
import { questionNumbers } from '../report-words.ts';

export interface Codebook {
  readonly header: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** What every item asks, how it is answered and where it comes from. */
export function codebook(questionnaire: Questionnaire): Codebook {
  const numbers = questionNumbers(questionnaire);
  return {
    header: [
      ...['题号', '题目编号', '题型', '题目', '必答', '选项', '量表或范围', '显示条件', '依据'],
    ],
    rows: questionnaire.items.map((item) => [
      numbers.get(item.id) ?? '',
      ...[item.id, TYPE_NAMES[item.type]],
      item.hint === '' ? item.text : `${item.text}（${item.hint}）`,
      isQuestion(item) ? (item.isRequired ? '是' : '否') : '',
      ...[optionsOf(item), scaleOf(item), conditionOf(item), basisOf(item)],
    ]),
  };
}

function optionsOf(item: Item): string {
  return 'options' in item
    ? item.options.map((option, at) => `${at + 1}. ${option}`).join('\n')
    : '';
}

function scaleOf(item: Item): string {
  switch (item.type) {
    case 'single':
      return item.isBand ? '分组题' : '';
    case 'multiple':
      return rangeOf(item.least, item.most, '项');
    case 'ranking':
      return item.most === null ? '全部排序' : `排出前${item.most}项`;
    case 'scale-pair': {
      const { importance, competence } = PAIR_WORDS[item.pair];
      const told = [importance, competence].map(
        ({ name, low, high }) => `${name}：${SCALE[0]}${low}—${SCALE.at(-1)}${high}`,
      );
      return [...told, ...(item.hasNotApplicable ? ['可选“不适用”'] : [])].join('\n');
    }
    case 'number':
      return [rangeOf(item.least, item.most, item.unit), item.isWhole ? '整数' : '']
        .filter((words) => words !== '')
        .join('，');
    case 'text':
      return `最多${item.most}字`;
    case 'section':
      return '';
    default:
      return item satisfies never;
  }
}

function rangeOf(least: number | null, most: number | null, unit: string): string {
  if (least === null && most === null) return '不限';
  if (least === null) return `最多${most}${unit}`;
  return most === null ? `至少${least}${unit}` : `${least}至${most}${unit}`;
}

function conditionOf({ showIf }: Item): string {
  return showIf === null ? '' : `${showIf.item}选择：${showIf.is.join('；')}`;
}

function basisOf({ basis }: Item): string {
  return basis === null ? '' : `《${withoutTitleMarks(basis.title)}》${basis.place}：${basis.text}`;
}
