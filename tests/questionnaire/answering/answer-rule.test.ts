import { expect, it } from 'vitest';
import { hintBesideRule } from '../../../src/questionnaire/answering/answer-rule.ts';
import { isQuestion } from '../../../src/questionnaire/questionnaire.ts';
import { MIXED } from '../../support/mixed-questionnaire.ts';

const [question] = MIXED.items.filter(isQuestion);

it.each([
  ['最多选3项。', ''],
  ['选答。请不要写姓名、单位等能看出身份的内容。', '请不要写姓名、单位等能看出身份的内容。'],
  ['请按最近一年的情况选。最多选 3 项', '请按最近一年的情况选。'],
  ['最多选3项的，请先选最重要的。', '最多选3项的，请先选最重要的。'],
  ['集中培训是指离开岗位的培训。', '集中培训是指离开岗位的培训。'],
])('beside the rule, “%s” is “%s”', (hint, left) => {
  if (question === undefined) throw new Error('no question');
  expect(hintBesideRule({ ...question, hint })).toBe(left);
});
