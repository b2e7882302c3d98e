import { expect, it } from 'vitest';
import { echoesPrompt } from '../../src/model/prompt-echo.ts';

const PROMPT = '你是资料员。\n1. 只用段落里写明的内容，不凭记忆补充任何规定、数字、日期。';

it.each([
  ['the prompt itself', PROMPT, true],
  ['a stretch of it behind something else', '好的：只用段落里写明的内容，不凭记忆补充。', true],
  [
    'a stretch with other white space and punctuation',
    '只用段落里写明的内容 / 不凭 记忆 补充',
    true,
  ],
  ['fifteen letters of it', '只用段落里写明的内容不凭记忆补', false],
  ['the same said in other words', '只能使用段落写明的内容，不得凭记忆补充规定。', false],
  ['nothing', '', false],
])('%s', (_, text, echoes) => {
  expect(echoesPrompt(text, PROMPT)).toBe(echoes);
});
