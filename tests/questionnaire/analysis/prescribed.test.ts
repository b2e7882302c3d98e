import { describe, expect, it } from 'vitest';
import { analyse } from '../../../src/questionnaire/analysis/analyse.ts';
import { adviceFor } from '../../../src/questionnaire/analysis/analysis.ts';
import { contentNotToTeach } from '../../../src/questionnaire/analysis/content-not-to-teach.ts';
import type { Answers } from '../../../src/questionnaire/answers.ts';
import type { Item, ItemBasis, Questionnaire } from '../../../src/questionnaire/questionnaire.ts';

const basisAt = (place: string): ItemBasis => ({
  ...{ material: 'plan-2023-2027', title: '全国干部教育培训规划（2023—2027年）' },
  ...{ place, start: 0, text: '原文' },
});

function pair(id: string, place: string | null): Item {
  return {
    ...{ id, type: 'scale-pair', text: id, hint: '', showIf: null, isRequired: true },
    ...{ pair: 'need', hasNotApplicable: true, basis: place === null ? null : basisAt(place) },
  };
}

const QUESTIONNAIRE: Questionnaire = {
  ...{ kind: 'needs', title: '问卷', introduction: '', audience: '干部' },
  items: [
    pair('理论', '二（二）'),
    pair('党性', '三（一）'),
    pair('数字', '四（一）'),
    pair('写作', null),
  ],
};

/** Theory and writing are told to be unimportant and mastered, the others to be wanted. */
const RESPONSE: Answers = {
  理论: { kind: 'scale-pair', importance: 2, competence: 4 },
  党性: { kind: 'scale-pair', importance: 4, competence: 4 },
  数字: { kind: 'scale-pair', importance: 5, competence: 2 },
  写作: { kind: 'scale-pair', importance: 2, competence: 4 },
};

describe('content that the plan prescribes', () => {
  const { needs } = analyse(QUESTIONNAIRE, Array(8).fill(RESPONSE), 8);
  const advice = Object.fromEntries(needs.map((need) => [need.id, adviceFor(need)]));

  it('is arranged as prescribed, however little it is asked for', () => {
    expect(advice).toEqual({
      ...{ 理论: '按规定安排', 党性: '保持巩固', 数字: '优先安排', 写作: '不必单独安排' },
    });
  });

  it('is never among what should not become a class', () => {
    expect(contentNotToTeach(needs).map(({ item }) => item)).toEqual(['写作']);
  });
});
