import type { Answer } from '../answers.ts';
import {
  excludesOthers,
  isOther,
  type MultipleItem,
  type NumberItem,
  type QuestionItem,
  type RankingItem,
  TYPE_NAMES,
} from '../questionnaire.ts';

/** Characters beside 其他. */
export const LONGEST_OTHER = 100;

/** How many places a ranking gives. */
export function placesGiven({ most, options }: RankingItem): number {
  return Math.min(most ?? options.length, options.length);
}

/**
 * Why an answer cannot be kept, in words that say what to do; null where it can. One that is not yet
 * whole (one mark of two, too few options) can be kept.
 */
export function checkAnswer(item: QuestionItem, answer: Answer): string | null {
  switch (answer.kind) {
    case 'single':
      if (item.type !== 'single') return otherKind(item);
      return problemOfOptions(item.options, [answer.option]) ?? problemOfOther(answer.other);
    case 'multiple':
      if (item.type !== 'multiple') return otherKind(item);
      return (
        problemOfOptions(item.options, answer.options) ??
        problemOfMany(item, answer.options) ??
        problemOfOther(answer.other)
      );
    case 'ranking':
      if (item.type !== 'ranking') return otherKind(item);
      return problemOfOptions(item.options, answer.order) ?? problemOfOrder(item, answer.order);
    case 'scale-pair':
      if (item.type !== 'scale-pair') return otherKind(item);
      return [answer.importance, answer.competence].every(isMark)
        ? null
        : '请用 1 到 5 的整数评分。';
    case 'not-applicable':
      if (item.type !== 'scale-pair') return otherKind(item);
      return item.hasNotApplicable ? null : '这一题请用 1 到 5 的整数评分，没有“不适用”。';
    case 'number':
      return item.type === 'number' ? problemOfNumber(item, answer.value) : otherKind(item);
    case 'text':
      return item.type === 'text' ? problemOfText(item.most, answer.text) : otherKind(item);
    default:
      return answer satisfies never;
  }
}

function otherKind({ type }: QuestionItem): string {
  return `这一题是${TYPE_NAMES[type]}，请按题目的要求回答。`;
}

function isMark(mark: number | null): boolean {
  return mark === null || (Number.isInteger(mark) && mark >= 1 && mark <= 5);
}

function problemOfOptions(options: readonly string[], chosen: readonly number[]): string | null {
  const unknown = chosen.find((one) => !Number.isInteger(one) || !(one in options));
  if (unknown !== undefined) {
    return `没有第 ${unknown + 1} 个选项，请在 1 到 ${options.length} 中选择。`;
  }
  return new Set(chosen).size === chosen.length ? null : '同一个选项只能选一次，请重新选择。';
}

function problemOfMany(item: MultipleItem, chosen: readonly number[]): string | null {
  if (item.most !== null && chosen.length > item.most) {
    return `这一题最多选 ${item.most} 项，请先取消一项，再选其他的。`;
  }
  const alone = chosen.find((one) => excludesOthers(item.options[one] ?? ''));
  if (alone === undefined || chosen.length === 1) return null;
  return `“${item.options[alone]}”不能与其他选项同时选。`;
}

function problemOfOrder(item: RankingItem, order: readonly number[]): string | null {
  const places = placesGiven(item);
  return order.length <= places ? null : `这一题只排前 ${places} 位，请减少后重新排序。`;
}

function problemOfNumber({ least, most, isWhole, unit }: NumberItem, value: number): string | null {
  if (!Number.isFinite(value)) return '请填写一个数字。';
  if (isWhole && !Number.isInteger(value)) return '请填写整数。';
  if (least !== null && most !== null && (value < least || value > most)) {
    return `请填写 ${least} 到 ${most} 之间的数${unit === '' ? '' : `（${unit}）`}。`;
  }
  if (least !== null && value < least) return `请填写不小于 ${least} 的数。`;
  return most !== null && value > most ? `请填写不大于 ${most} 的数。` : null;
}

function problemOfText(most: number, text: string): string | null {
  const length = [...text].length;
  return length <= most
    ? null
    : `最多 ${most} 个字，现在有 ${length} 个字，没有保存。请删减后重新发送。`;
}

function problemOfOther(other: string): string | null {
  const length = [...other].length;
  return length <= LONGEST_OTHER
    ? null
    : `“其他”后面最多写 ${LONGEST_OTHER} 个字，现在有 ${length} 个字，没有保存。请删减后重新发送。`;
}

/** Whether words may stand beside the answer: 其他 is chosen. */
export function takesOther(item: QuestionItem, answer: Answer | null): boolean {
  if (item.type === 'single' && answer?.kind === 'single') {
    return isOther(item.options[answer.option] ?? '');
  }
  if (item.type === 'multiple' && answer?.kind === 'multiple') {
    return answer.options.some((one) => isOther(item.options[one] ?? ''));
  }
  return false;
}
