import { hintBesideRule, ruleInWords } from '../../../questionnaire/answering/answer-rule.ts';
import { LONGEST_OTHER, takesOther } from '../../../questionnaire/answering/check-answer.ts';
import { isWhole } from '../../../questionnaire/answering/is-whole.ts';
import { answeredCount, nextPlace, type Place } from '../../../questionnaire/answering/places.ts';
import { answerTo } from '../../../questionnaire/answering/visible-items.ts';
import type { Answer } from '../../../questionnaire/answers.ts';
import {
  NOT_APPLICABLE,
  PAIR_WORDS,
  type QuestionItem,
  SCALE,
  type ScalePairItem,
} from '../../../questionnaire/questionnaire.ts';
import type { ChoiceGroup, DraftButton, QuestionBlock, QuestionInput } from '../../reply.ts';
import { actAt, deedOf, type Sheet, titleOf } from './sheet.ts';

type Group = ChoiceGroup<DraftButton>;

/**
 * One question with its choices as they are now. Which buttons there are does not tell what was
 * chosen: their deeds are kept, and it is not.
 */
export function questionBlock(
  sheet: Sheet,
  places: readonly Place[],
  place: Place,
  notice: string,
): QuestionBlock<DraftButton> {
  const { item, number, total, part, opensPart } = place;
  const answer = answerTo(sheet.answers, item.id);
  const hasNext = nextPlace(places, place) !== null;
  const to = (label: string, does: 'back' | 'forward' | 'clear'): DraftButton => ({
    label,
    deed: actAt(sheet, item.id, { do: does }),
  });
  return {
    kind: 'question',
    title: titleOf(sheet),
    ...{ number, total },
    answered: answeredCount(places, sheet.answers),
    part: part?.text ?? '',
    partHint: opensPart ? (part?.hint ?? '') : '',
    text: item.text,
    hint: hintBesideRule(item),
    rule: ruleInWords(item),
    isAnswered: isWhole(item, answer),
    notice,
    groups: groupsOf(sheet, item, answer),
    input: inputOf(sheet, item, answer),
    back: number === 1 ? null : to('上一题', 'back'),
    forward: to(hasNext ? forwardLabel(item, answer) : '检查并提交', 'forward'),
    more: [
      to('清除本题', 'clear'),
      { label: '稍后再填', deed: deedOf(sheet, 'put-off') },
      ...(hasNext ? [{ label: '提交', deed: deedOf(sheet, 'review') }] : []),
    ],
  };
}

function forwardLabel(item: QuestionItem, answer: Answer | null): string {
  if (isWhole(item, answer)) return '下一题';
  return item.isRequired ? '先跳过' : '跳过';
}

function groupsOf(sheet: Sheet, item: QuestionItem, answer: Answer | null): Group[] {
  switch (item.type) {
    case 'single':
    case 'multiple':
    case 'ranking':
      return [optionsGroup(sheet, item, answer)];
    case 'scale-pair':
      return pairGroups(sheet, item, answer);
    case 'number':
    case 'text':
      return [];
    default:
      return item satisfies never;
  }
}

function optionsGroup(
  sheet: Sheet,
  item: Extract<QuestionItem, { options: readonly string[] }>,
  answer: Answer | null,
): Group {
  const as = ({ single: 'one', multiple: 'many', ranking: 'order' } as const)[item.type];
  const choices = item.options.map((label, option) => {
    const place = answer?.kind === 'ranking' ? answer.order.indexOf(option) : -1;
    return {
      button: { label, deed: actAt(sheet, item.id, { do: 'choose', option }) },
      isChosen: place >= 0 || chosenIn(answer).includes(option),
      place: place < 0 ? null : place + 1,
    };
  });
  return { as, label: '', low: '', high: '', choices };
}

function chosenIn(answer: Answer | null): readonly number[] {
  if (answer?.kind === 'single') return [answer.option];
  return answer?.kind === 'multiple' ? answer.options : [];
}

function pairGroups(sheet: Sheet, item: ScalePairItem, answer: Answer | null): Group[] {
  const rows = (['importance', 'competence'] as const).map((scale): Group => {
    const { name, low, high } = PAIR_WORDS[item.pair][scale];
    const given = answer?.kind === 'scale-pair' ? answer[scale] : null;
    const choices = SCALE.map((mark) => ({
      button: { label: String(mark), deed: actAt(sheet, item.id, { do: 'mark', scale, mark }) },
      isChosen: given === mark,
      place: null,
    }));
    return { as: 'marks', label: name, low, high, choices };
  });
  if (!item.hasNotApplicable) return rows;
  const deed = actAt(sheet, item.id, { do: 'not-applicable' });
  const isChosen = answer?.kind === 'not-applicable';
  const none = { button: { label: NOT_APPLICABLE, deed }, isChosen, place: null };
  return [...rows, { as: 'one', label: '', low: '', high: '', choices: [none] }];
}

function inputOf(
  sheet: Sheet,
  item: QuestionItem,
  answer: Answer | null,
): QuestionInput<DraftButton> | null {
  const button = { label: '保存', deed: actAt(sheet, item.id, { do: 'write' }) };
  if (item.type === 'text') {
    const value = answer?.kind === 'text' ? answer.text : '';
    return { as: 'text', label: '您的回答', value, most: item.most, unit: '', button };
  }
  if (item.type === 'number') {
    const value = answer?.kind === 'number' ? String(answer.value) : '';
    return { as: 'number', label: '您的回答', value, most: 20, unit: item.unit, button };
  }
  if (!takesOther(item, answer)) return null;
  const value = answer !== null && 'other' in answer ? answer.other : '';
  return { as: 'text', label: '请写明具体内容', value, most: LONGEST_OTHER, unit: '', button };
}
