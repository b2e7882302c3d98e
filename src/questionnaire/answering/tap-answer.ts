import type { Answer } from '../answers.ts';
import {
  excludesOthers,
  type MultipleItem,
  type QuestionItem,
  type RankingItem,
  type ScalePairItem,
} from '../questionnaire.ts';
import { placesGiven, takesOther } from './check-answer.ts';

/** What a tap makes of the answer before it; null where nothing is left of it. */
export type Tapped =
  | { readonly ok: true; readonly answer: Answer | null }
  | { readonly ok: false; readonly problem: string };

const STALE = '题目与按钮对不上，请按现在显示的题目作答。';

/** Chooses an option, or takes a choice back where there may be several. */
export function tapOption(item: QuestionItem, before: Answer | null, option: number): Tapped {
  if (!('options' in item) || !(option in item.options)) return { ok: false, problem: STALE };
  switch (item.type) {
    case 'single': {
      const isSame = before?.kind === 'single' && before.option === option;
      return { ok: true, answer: isSame ? before : { kind: 'single', option, other: '' } };
    }
    case 'multiple':
      return tapOneOfMany(item, before, option);
    case 'ranking':
      return tapPlace(item, before, option);
    default:
      return item satisfies never;
  }
}

/** Gives one of the two marks. */
export function tapMark(
  item: QuestionItem,
  before: Answer | null,
  scale: 'importance' | 'competence',
  mark: number,
): Tapped {
  if (item.type !== 'scale-pair') return { ok: false, problem: STALE };
  const marks =
    before?.kind === 'scale-pair'
      ? before
      : ({ kind: 'scale-pair', importance: null, competence: null } as const);
  return { ok: true, answer: { ...marks, [scale]: mark } };
}

export function tapNotApplicable(item: QuestionItem): Tapped {
  const isOffered = item.type === 'scale-pair' && (item as ScalePairItem).hasNotApplicable;
  return isOffered
    ? { ok: true, answer: { kind: 'not-applicable' } }
    : { ok: false, problem: STALE };
}

function tapOneOfMany(item: MultipleItem, before: Answer | null, option: number): Tapped {
  const chosen = before?.kind === 'multiple' ? before.options : [];
  const written = before?.kind === 'multiple' ? before.other : '';
  const without = chosen.filter((one) => one !== option);
  const isAlone = (one: number) => excludesOthers(item.options[one] ?? '');
  const after =
    without.length < chosen.length
      ? without
      : isAlone(option)
        ? [option]
        : [...chosen.filter((one) => !isAlone(one)), option].sort((one, other) => one - other);
  if (item.most !== null && after.length > item.most && after.length > chosen.length) {
    return { ok: false, problem: `这一题最多选 ${item.most} 项，请先取消一项，再选其他的。` };
  }
  if (after.length === 0) return { ok: true, answer: null };
  const answer = { kind: 'multiple', options: after, other: written } as const;
  return { ok: true, answer: takesOther(item, answer) ? answer : { ...answer, other: '' } };
}

/** The next free place; a second tap takes it back, and those behind it move up. */
function tapPlace(item: RankingItem, before: Answer | null, option: number): Tapped {
  const order = before?.kind === 'ranking' ? before.order : [];
  const without = order.filter((one) => one !== option);
  const places = placesGiven(item);
  if (without.length === order.length && order.length >= places) {
    return { ok: false, problem: `已经排满 ${places} 位，请先点一个已排的选项取消，再排其他的。` };
  }
  const after = without.length < order.length ? without : [...order, option];
  return { ok: true, answer: after.length === 0 ? null : { kind: 'ranking', order: after } };
}
