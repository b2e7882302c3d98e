import { describe, expect, it } from 'vitest';
import { asksForQuestionnaire } from '../../../src/questionnaire/drafting/asks-for-questionnaire.ts';

describe('an order of a questionnaire', () => {
  it.each([
    '给县处级干部做一份关于基层治理的培训需求问卷，用于2027年计划',
    '面向乡镇干部的培训需求问卷',
    '年轻干部，科技创新，2027年，培训需求问卷',
    '乡镇干部 应急管理 需求调研问卷',
  ])('%s', (text) => expect(asksForQuestionnaire(text)).toBe(true));

  it.each([
    '如何设计一份培训需求问卷？',
    '填了一份培训需求问卷',
    '我要填写，那份培训需求问卷',
    '收到一份通知，找不到培训需求问卷',
    '县处级领导干部培训需求调研问卷',
  ])('not %s', (text) => expect(asksForQuestionnaire(text)).toBe(false));
});
