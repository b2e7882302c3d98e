import { expect, it } from 'vitest';
import { isFaithful } from '../../../src/answering/drafting/is-faithful.ts';

it.each([
  ['县处级干部要完成550学时吗？', '县处级干部有什么要求', false],
  ['县处级干部要完成五百五十学时吗？', '县处级干部有什么要求', false],
  ['县处级干部要完成550学时吗？', '550个学时够了吗', true],
  ['每年培训2000名骨干教师由谁承担？', '那由谁承担呢？ 每年培训2000名骨干教师。', true],
  ['培训时间不少于3个月吗？', 'Is it three months at least?', true],
  ['市县两级党校每年评估一次吗？', 'Is there an assessment every year at both levels?', true],
  ['2023—2027年规划对市县有什么要求？', '这个规划对市县呢', true],
])('%s read from %s', (question, said, faithful) => {
  expect(isFaithful(question, [said])).toBe(faithful);
});
