import { describe, expect, it } from 'vitest';
import { asksForKit } from '../../../src/seminar/reading/asks-for-kit.ts';

describe('an order in a line', () => {
  it.each([
    '研讨方案：经费保障，40人',
    '结构化研讨:基层网络培训怎么办实',
    '做一份研讨题目：经费保障',
    '给科级干部班做一个关于经费保障的研讨方案，50人',
    '请帮我设计一次以师资建设为主题的结构化研讨，60人',
    '帮我做一个研讨题目：培训质量评估流于形式',
    '关于年轻干部实践锻炼的研讨方案，45人',
    '来一份经费保障的研讨方案，科级干部班',
    '做一个基层网络培训怎么办实的研讨方案',
  ])('%s is one', (text) => {
    expect(asksForKit(text)).toBe(true);
  });

  it.each([
    '结构化研讨是什么',
    '我想知道如何做一个研讨方案',
    '需要做一个研讨方案吗',
    '研讨方案由谁审核',
    '结构化研讨和案例研讨有哪些区别',
    '规划要求开展研讨，做了哪些规定',
  ])('%s is none', (text) => {
    expect(asksForKit(text)).toBe(false);
  });
});
