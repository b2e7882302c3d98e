import { expect, it } from 'vitest';
import {
  type Compared,
  compareGolden,
  notCompared,
} from '../../../src/materials/gate/compare-golden.ts';
import type { GoldenState, Judgement } from '../../../src/materials/gate/findings.ts';

function judged(id: string, state: GoldenState, text = '原文', title = '规划'): Judgement {
  return {
    ...{ id, question: id, state, problem: state === 'holds' ? null : '不符' },
    ...{ outcome: 'answered', first: { title, place: '五（二）', text } },
  };
}

function compared(id: string, before: GoldenState | null, after: GoldenState): Compared {
  return { before: before === null ? null : judged(id, before), after: judged(id, after) };
}

it('sorts questions by what became of them', () => {
  const findings = compareGolden([
    compared('worse', 'holds', 'fails'),
    compared('better', 'fails', 'holds'),
    compared('regained', 'no-basis', 'holds'),
    compared('same', 'holds', 'holds'),
    { before: judged('changed', 'holds'), after: judged('changed', 'holds', '新文') },
    { before: judged('renamed', 'holds'), after: judged('renamed', 'holds', '原文', '新题名') },
    compared('failing', 'fails', 'fails'),
    compared('unknown', 'no-basis', 'fails'),
    compared('ended', 'holds', 'no-basis'),
    compared('first-good', null, 'holds'),
    compared('first-bad', null, 'fails'),
  ]);
  const idsOf = (differences: readonly { readonly after: Judgement }[]) =>
    differences.map(({ after }) => after.id);
  expect({
    asked: findings.asked,
    worse: idsOf(findings.worse),
    better: idsOf(findings.better),
    changed: idsOf(findings.changed),
    failing: findings.failing.map(({ id }) => id),
    withoutBasis: findings.withoutBasis.map(({ id }) => id),
    problem: findings.problem,
  }).toEqual({
    asked: 11,
    worse: ['worse'],
    better: ['better', 'regained'],
    changed: ['changed'],
    failing: ['failing', 'unknown', 'first-bad'],
    withoutBasis: ['ended'],
    problem: null,
  });
});

it('stops nothing where nothing could be asked, and says why', () => {
  expect(notCompared('文件有误')).toEqual({
    ...{ asked: 0, worse: [], better: [], changed: [], failing: [], withoutBasis: [] },
    problem: '文件有误',
  });
});
