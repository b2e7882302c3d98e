import { expect, it } from 'vitest';
import {
  tapMark,
  tapNotApplicable,
  tapOption,
} from '../../../src/questionnaire/answering/tap-answer.ts';
import { isQuestion, type QuestionItem } from '../../../src/questionnaire/questionnaire.ts';
import { MIXED } from '../../support/mixed-questionnaire.ts';

const items = new Map(MIXED.items.filter(isQuestion).map((item) => [item.id, item]));
const itemOf = (id: string) => items.get(id) as QuestionItem;

/** What a row of taps makes of an answer. */
function tapAll(id: string, options: readonly number[]) {
  let answer: Parameters<typeof tapOption>[1] = null;
  let problem = '';
  for (const option of options) {
    const tapped = tapOption(itemOf(id), answer, option);
    if (tapped.ok) answer = tapped.answer;
    else problem = tapped.problem;
  }
  return { answer, problem };
}

it('toggles several, in the order of the options', () => {
  expect(tapAll('barriers', [2, 0]).answer).toMatchObject({ options: [0, 2] });
  expect(tapAll('barriers', [2, 0, 2]).answer).toMatchObject({ options: [0] });
  expect(tapAll('barriers', [2, 2]).answer).toBeNull();
});

it('leaves what says that none fits alone, and the others without it', () => {
  expect(tapAll('barriers', [0, 2, 4]).answer).toMatchObject({ options: [4] });
  expect(tapAll('barriers', [4, 1]).answer).toMatchObject({ options: [1] });
});

it('says the limit and keeps what was chosen', () => {
  const { answer, problem } = tapAll('barriers', [0, 1, 2, 3]);
  expect(answer).toMatchObject({ options: [0, 1, 2] });
  expect(problem).toContain('最多选 3 项');
});

it('gives places in the order of the taps, and moves up behind one that is taken back', () => {
  expect(tapAll('ways', [3, 1, 0]).answer).toMatchObject({ order: [3, 1, 0] });
  expect(tapAll('ways', [3, 1, 0, 3]).answer).toMatchObject({ order: [1, 0] });
  expect(tapAll('ways', [3, 1, 0, 2]).problem).toContain('已经排满 3 位');
});

it('refuses a tap that belongs to no such question', () => {
  expect(tapOption(itemOf('economy'), null, 0).ok).toBe(false);
  expect(tapOption(itemOf('level'), null, 99).ok).toBe(false);
  expect(tapMark(itemOf('level'), null, 'importance', 3).ok).toBe(false);
  expect(tapNotApplicable(itemOf('level')).ok).toBe(false);
});

it('gives one mark beside the other, and forgets 不适用 with the first', () => {
  const none = tapNotApplicable(itemOf('economy'));
  const before = none.ok ? none.answer : null;
  expect(tapMark(itemOf('economy'), before, 'competence', 2)).toEqual({
    ok: true,
    answer: { kind: 'scale-pair', importance: null, competence: 2 },
  });
});
