import { describe, expect, test } from 'vitest';
import { buildLexicalIndex } from '../../../src/retrieval/lexical/build.ts';
import { openLexicalIndex } from '../../../src/retrieval/lexical/search.ts';
import type { LexicalQuery } from '../../../src/retrieval/lexical/types.ts';
import { planDocuments } from './plan-documents.ts';

const documents = planDocuments();
const index = openLexicalIndex(buildLexicalIndex(documents));
const search = (query: LexicalQuery, limit = 5) => index.search(query, { limit });
const places = (query: LexicalQuery, limit = 5) =>
  search(query, limit).hits.map(({ ordinal }) => documents[ordinal]?.place);

describe('the order of the plan’s sections', () => {
  test('网络培训学时互认机制', () => {
    expect(places('网络培训学时互认机制')).toEqual([
      '六（一）', // holds 网络培训, 学时 and 互认机制, in these words
      '六（二）', // the section on network courses: 网络培训 often, nothing of 学时
      '六（三）', // its heading says 网络培训
      '四（二）', // 网络 and 培训 apart
      '八', // 机制 and 培训
    ]);
  });

  test('骨干教师每年培训多少名？', () => {
    expect(places('骨干教师每年培训多少名？', 3)).toEqual([
      '五（二）', // 每年培训2000名…骨干教师
      '三（二）', // 每年 and 培训: the yearly study of talents
      '七（四）', // 教师管理
    ]);
  });

  test('案例教学', () => {
    expect(places('案例教学')).toEqual([
      '五（三）', // 案例课程, 案例教材: the two characters most often in the shortest text
      '四（三）', // 案例教学 once, 案例 three times
      '三（三）', // 案例教学 once among other ways
      '七（二）', // 案例 and 教学 apart, in a short section on methods
      '二（二）', // 案例 and 教学 apart, in a long one
    ]);
  });

  test('a place comes first, then what shares a word', () => {
    expect(places('五（二）讲了什么')).toEqual([
      '五（二）', // named
      '八', // 了 in 了解: all that is left of the question
    ]);
    expect(places('本规划第五部分第二条', 1)).toEqual(['五（二）']); // the same, as people say it
  });

  test('a part gives its sections in their order', () => {
    expect(places('第五部分', 4)).toEqual(['五（一）', '五（二）', '五（三）', '五（四）']);
  });

  test('words inside the named part decide its order', () => {
    expect(places('第五部分的经费', 1)).toEqual(['五（四）']);
  });
});

test('an expansion finds what the question’s own words do not', () => {
  const expanded = { text: '钱从哪里来', expansions: [{ text: '经费', weight: 0.8 }] };
  expect(places('钱从哪里来')).not.toContain('五（四）');
  expect(places(expanded)[0]).toBe('五（四）');
  expect(search(expanded).hits[0]?.why).toEqual({ terms: [], expansions: ['经费'] });
});

test('an expansion never outweighs the question’s own word', () => {
  const plain = search('经费').hits[0]?.score ?? 0;
  const repeated = { text: '经费', expansions: [{ text: '经费', weight: 1 }] };
  expect(search(repeated).hits[0]?.score).toBe(plain);
});

test('why names joined words, the place and the document', () => {
  const hit = search('全国干部教育培训规划（2023—2027年）五（二）的骨干教师').hits[0];
  expect(hit?.why.terms).toContain('的骨干教师');
  expect(hit?.why.place).toBe('五（二）');
  expect(hit?.why.name).toBe('全国干部教育培训规划(2023—2027年)');
});

test.each([
  ['規劃實施情況由誰督促檢查？', '规划实施情况由谁督促检查？'],
  ['幹部網絡學習成效考核', '干部网络学习成效考核'],
  ['５年內培訓２０００名教師', '5年内培训2000名教师'],
])('%s is asked as %s', (traditional, simplified) => {
  expect(search(traditional)).toEqual(search(simplified));
});

describe('evidence', () => {
  test('is strong where the words stand, weak where they do not', () => {
    const { confidence: strong } = search('网络培训学时互认机制').evidence;
    const { confidence: weak } = search('咖啡机说明书').evidence;
    expect(strong).toBeGreaterThan(0.9);
    expect(weak).toBeLessThan(0.3);
  });

  test('says which words stand nowhere, and which the best passage lacks', () => {
    const { evidence } = search('经费不够用于采购无人机');
    expect(evidence.unknown).toEqual(['不够用于采购无人机']);
    expect(search('骨干教师的意识形态工作').evidence.missing).not.toContain('骨干教师');
  });

  test('is nothing for a question of which nothing is known', () => {
    expect(search('😀，。')).toEqual({
      hits: [],
      evidence: { confidence: 0, coverage: 0, unknown: [], missing: [] },
    });
  });

  test('does not take a place of another document for one of this', () => {
    expect(search('五（二）').evidence.confidence).toBeGreaterThan(0.8);
    expect(search('道路交通安全法五（二）').evidence.confidence).toBeLessThan(0.2);
  });
});

test('weightOf is higher for rarer terms and highest for unknown ones', () => {
  expect(index.weightOf('学时')).toBeGreaterThan(index.weightOf('培训'));
  expect(index.weightOf('无人')).toBeGreaterThan(index.weightOf('学时'));
  expect([index.has('学时'), index.has('无人')]).toEqual([true, false]);
});
