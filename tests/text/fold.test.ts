import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { Converter } from 'opencc-js';
import { describe, expect, test } from 'vitest';
import { foldCharacters, foldForIndex } from '../../src/text/fold.ts';

const plan = readFileSync(new URL('../../corpus/plan-2023-2027.txt', import.meta.url), 'utf8');

describe('foldForIndex', () => {
  test.each([
    ['幹部教育培訓規劃', '干部教育培训规划', 'traditional characters'],
    ['衞生、衛生', '卫生、卫生', 'regional variants'],
    ['甚麼、什麼', '甚么、什么', '么 stays 么'],
    ['ＡＩ　１／３', 'ai 1/3', 'full width and capitals'],
    ['①⑩Ⓐ', '110a', 'circled forms'],
    ['⼲部', '干部', 'radicals'],
    ['干\u200b部\ufeff', '干部', 'invisible characters go'],
    ['干\u0000部\u0007', '干 部 ', 'control characters part words'],
    ['第三十三条', '第33条', 'numerals'],
  ])('%s → %s (%s)', (text, folded) => {
    expect(foldForIndex(text)).toBe(folded);
  });

  test('leaves a simplified text as it is', () => {
    expect(foldCharacters('探索建立平台之间学时互认机制')).toBe('探索建立平台之间学时互认机制');
  });

  test.each(['t', 'tw', 'hk'] as const)('reads the plan in %s script like the plan', (to) => {
    const convert = Converter({ from: 'cn', to });
    for (const line of plan.split('\n'))
      expect(foldForIndex(convert(line))).toBe(foldForIndex(line));
  });

  test('folding a folded character changes nothing', () => {
    for (let code = 0; code < 0x10000; code++) {
      const folded = foldCharacters(String.fromCharCode(code));
      expect(foldCharacters(folded)).toBe(folded);
    }
  });

  test('folding twice is folding once, whatever the string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(foldForIndex(foldForIndex(text))).toBe(foldForIndex(text));
      }),
    );
  });
});
