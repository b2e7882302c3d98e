import { expect, it } from 'vitest';
import { estimateTokens } from '../../src/model/tokens.ts';

it.each([
  ['', 0],
  ['干部教育培训', 6],
  ['《全国干部教育培训规划（2023—2027年）》', 18],
  ['Hello, world!', 4],
  ['{"text":"学时"}', 5],
  ['𠮷', 1],
])('%j is about %i tokens', (text, tokens) => {
  expect(estimateTokens(text)).toBe(tokens);
});
