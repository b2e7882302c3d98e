import { describe, expect, it } from 'vitest';
import { answersToSubmit } from '../../../src/questionnaire/answering/answers-to-submit.ts';
import { checkAnswer } from '../../../src/questionnaire/answering/check-answer.ts';
import { isWhole } from '../../../src/questionnaire/answering/is-whole.ts';
import {
  answeredCount,
  nextPlace,
  type Place,
  placeInstead,
  placeOf,
  placesOf,
  placeToGoOn,
  previousPlace,
} from '../../../src/questionnaire/answering/places.ts';
import { readTypedAnswer } from '../../../src/questionnaire/answering/read-typed-answer.ts';
import {
  tapMark,
  tapNotApplicable,
  tapOption,
} from '../../../src/questionnaire/answering/tap-answer.ts';
import { answerTo } from '../../../src/questionnaire/answering/visible-items.ts';
import type { Answer, Answers } from '../../../src/questionnaire/answers.ts';
import {
  type Item,
  isQuestion,
  type Questionnaire,
} from '../../../src/questionnaire/questionnaire.ts';

const WALKS = 150;
const STEPS = 120;

type Random = (below: number) => number;

/** Mulberry32: the same walk for the same seed. */
function randomFrom(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

const OPTIONS = ['甲', '乙', '丙', '其他（请注明）', '没有'];

/** Up to 14 items, of which half hang on a choice before them, and these on others again. */
function makeQuestionnaire(random: Random): Questionnaire {
  const items: Item[] = [];
  const count = 3 + random(12);
  for (let at = 0; at < count; at++) {
    const earlier = items.filter(({ type }) => type === 'single' || type === 'multiple');
    const on = earlier[random(Math.max(earlier.length, 1))];
    const showIf =
      on !== undefined && random(2) === 0
        ? { item: on.id, is: [OPTIONS[random(3)] as string, OPTIONS[random(5)] as string] }
        : null;
    const any = { id: `i${at}`, text: `题${at}`, hint: '', showIf, basis: null };
    const asked = { ...any, isRequired: random(3) > 0 };
    const made: readonly Item[] = [
      { ...asked, type: 'single', options: OPTIONS, isBand: false },
      { ...asked, type: 'single', options: OPTIONS, isBand: true },
      { ...asked, type: 'multiple', options: OPTIONS, least: 1 + random(2), most: 2 + random(3) },
      { ...asked, type: 'scale-pair', pair: 'need', hasNotApplicable: random(2) === 0 },
      { ...asked, type: 'ranking', options: OPTIONS, most: [null, 2, 3][random(3)] ?? null },
      { ...asked, type: 'number', least: 0, most: 30, unit: '天', isWhole: true },
      { ...asked, type: 'text', most: 50 },
      { ...any, type: 'section' },
    ];
    items.push(made[random(made.length)] as Item);
  }
  return { kind: 'needs', title: '问卷', introduction: '', audience: '', items };
}

const TYPED = [
  '1',
  '2 1',
  '4 2',
  '十二天',
  '甲、乙',
  '其他：丁',
  '不适用',
  '意见',
  '99',
  '跳过',
  '？',
];

/** One tap or one typed answer at a question; the answer before where it was refused. */
function answerSomehow({ item }: Place, answers: Answers, random: Random): Answer | null {
  const before = answerTo(answers, item.id);
  if (random(3) === 0) {
    const read = readTypedAnswer(item, TYPED[random(TYPED.length)] as string, before);
    return read.kind === 'answer' ? read.answer : before;
  }
  if (random(12) === 0) return null;
  const scale = random(2) === 0 ? 'importance' : 'competence';
  const tapped =
    item.type !== 'scale-pair'
      ? tapOption(item, before, random(6))
      : random(5) === 0
        ? tapNotApplicable(item)
        : tapMark(item, before, scale, 1 + random(5));
  return tapped.ok ? tapped.answer : before;
}

/** A whole answer, as someone gives it who wants to be done. */
function wholeAnswer({ item }: Place): Answer {
  switch (item.type) {
    case 'single':
      return { kind: 'single', option: 0, other: '' };
    case 'multiple':
      return { kind: 'multiple', options: [0, 1], other: '' };
    case 'scale-pair':
      return { kind: 'scale-pair', importance: 4, competence: 2 };
    case 'ranking':
      return { kind: 'ranking', order: item.options.map((_, at) => at).slice(0, item.most ?? 5) };
    case 'number':
      return { kind: 'number', value: 12 };
    case 'text':
      return { kind: 'text', text: '意见' };
    default:
      return item satisfies never;
  }
}

function withAnswer(answers: Answers, id: string, answer: Answer | null): Answers {
  const { [id]: _, ...others } = answers;
  return answer === null ? others : { ...others, [id]: answer };
}

/** What must hold at every step, wherever one stands. */
function check(questionnaire: Questionnaire, answers: Answers): readonly Place[] {
  const places = placesOf(questionnaire, answers);
  for (const [at, place] of places.entries()) {
    expect([place.number, place.total]).toEqual([at + 1, places.length]);
    const next = nextPlace(places, place);
    if (next !== null) expect(previousPlace(places, next)).toBe(place);
    const answer = answerTo(answers, place.item.id);
    if (answer !== null) expect(checkAnswer(place.item, answer)).toBeNull();
  }
  expect(previousPlace(places, places[0] ?? ({ number: 1 } as Place))).toBeNull();
  const ready = answersToSubmit(questionnaire, answers);
  const open = places.filter(
    ({ item }) => item.isRequired && !isWhole(item, answerTo(answers, item.id)),
  );
  expect(ready.ok ? [] : ready.missing).toEqual(open.map(({ item }) => item.id));
  return places;
}

describe('a walk through a questionnaire', () => {
  it(`is consistent at every step and ends in a submission, ${WALKS} times`, () => {
    let hidden = 0;
    let submitted = 0;
    for (let seed = 1; seed <= WALKS; seed++) {
      const random = randomFrom(seed);
      const questionnaire = makeQuestionnaire(random);
      let answers: Answers = {};
      let at = placesOf(questionnaire, answers)[0] ?? null;
      for (let step = 0; step < STEPS && at !== null; step++) {
        const { id } = at.item;
        if (random(4) > 0) answers = withAnswer(answers, id, answerSomehow(at, answers, random));
        const places = check(questionnaire, answers);
        const here = placeOf(places, id);
        if (here === null) {
          const other = placeInstead(questionnaire, places, id);
          at = other ?? places.at(-1) ?? null;
          hidden++;
          continue;
        }
        const ways = [nextPlace, nextPlace, previousPlace][random(3)];
        at = ways?.(places, here) ?? places[random(places.length)] ?? null;
      }
      // Whoever goes on where an answer is missing comes to the end, whatever new questions that brings.
      for (let left = 0; left <= questionnaire.items.length; left++) {
        const places = check(questionnaire, answers);
        const open = placeToGoOn(places, answers);
        if (open === null) break;
        answers = withAnswer(answers, open.item.id, wholeAnswer(open));
      }
      const places = check(questionnaire, answers);
      expect(answeredCount(places, answers)).toBe(places.length);
      const ready = answersToSubmit(questionnaire, answers);
      expect(ready.ok).toBe(true);
      if (!ready.ok) continue;
      const shown = places.map(({ item }) => item.id);
      expect(Object.keys(ready.answers)).toEqual(shown);
      const dropped = Object.keys(answers).filter((one) => !shown.includes(one));
      if (dropped.length > 0) submitted++;
    }
    // The walks would prove little where nothing was ever hidden or left behind.
    expect(hidden + submitted).toBeGreaterThan(20);
  });

  it('has no part without a question, and names it once', () => {
    for (let seed = 1; seed <= WALKS; seed++) {
      const questionnaire = makeQuestionnaire(randomFrom(seed));
      const places = placesOf(questionnaire, {});
      const opened = places.filter(({ opensPart }) => opensPart).map(({ part }) => part?.id);
      expect(new Set(opened).size).toBe(opened.length);
      expect(places.every(({ item }) => isQuestion(item))).toBe(true);
    }
  });
});
