import type { MultipleItem, NumberItem, QuestionItem } from '../questionnaire.ts';
import { placesGiven } from './check-answer.ts';

/** How a question is answered, in a line that stands under it: 必答，可多选，最多 3 项. */
export function ruleInWords(item: QuestionItem): string {
  return `${item.isRequired ? '必答' : '选答'}，${ruleOf(item)}`;
}

/** What the author adds to it: sentences that say no more than the rule are left out. */
export function hintBesideRule({ hint }: QuestionItem): string {
  return hint
    .replace(
      /(?:^|(?<=[。；]))(?:[可请]?最多(?:可以)?选\s*\d+\s*项|选答|必答|单选|可多选)(?:[。；]|$)/gu,
      '',
    )
    .trim();
}

function ruleOf(item: QuestionItem): string {
  switch (item.type) {
    case 'single':
      return '单选';
    case 'multiple':
      return manyInWords(item);
    case 'scale-pair':
      return '两项都用 1 到 5 评分';
    case 'ranking': {
      const places = placesGiven(item);
      return places === item.options.length
        ? '请依次点选，第一位最重要'
        : `请依次点选前 ${places} 位，第一位最重要`;
    }
    case 'number':
      return numberInWords(item);
    case 'text':
      return `最多 ${item.most} 个字`;
    default:
      return item satisfies never;
  }
}

function manyInWords({ least, most, options }: MultipleItem): string {
  const atMost = most === null || most >= options.length ? null : most;
  if (least !== null && least > 1 && atMost !== null) {
    return least === atMost ? `请选 ${least} 项` : `请选 ${least} 到 ${atMost} 项`;
  }
  if (least !== null && least > 1) return `可多选，至少 ${least} 项`;
  return atMost === null ? '可多选' : `可多选，最多 ${atMost} 项`;
}

function numberInWords({ least, most, isWhole, unit }: NumberItem): string {
  const what = `请填写${isWhole ? '整数' : '数字'}`;
  const of = unit === '' ? '' : `（${unit}）`;
  if (least !== null && most !== null) return `${what}，${least} 到 ${most}${of}`;
  if (least !== null) return `${what}，不小于 ${least}${of}`;
  return most !== null ? `${what}，不大于 ${most}${of}` : `${what}${of}`;
}
