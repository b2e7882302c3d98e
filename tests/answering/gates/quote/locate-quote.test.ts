import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { locateQuote } from '../../../../src/answering/gates/quote/locate-quote.ts';
import type { CorpusIndex } from '../../../../src/retrieval/index/open.ts';
import { makeCorpusFolder } from '../../../support/corpus-folder.ts';
import { indexFolder, makeFolder } from '../../../support/small-index.ts';
import { openRules, type RulesIndex } from '../claims/open-rules.ts';

/** One sentence of 2,000 characters in phrases, every one of them different. */
const LONG = `${Array.from({ length: 200 }, (_, at) => `第${1000 + at}次培训要好`).join('，')}。`;
const REPEATED = `${'培训要讲实效。'.repeat(300)}`;
const ODD = [
  '补充通知',
  '一、名单',
  '参训学员为𠮷田同志、𡈼家𣲗同志，由单位派车接送。',
  '二、提醒',
  '请按\u200b时参训，不得\u202e无故\u202c缺席，迟到一次提醒一次。',
  '三、长句',
  LONG,
  '四、重复',
  REPEATED,
].join('\n');

let rules: RulesIndex;
let odd: { index: CorpusIndex; close(): Promise<void> };

beforeAll(async () => {
  rules = await openRules();
  const corpus = await makeCorpusFolder({
    files: {
      'odd.txt': ODD,
      'faq.yaml': 'notice: ""\npairs: []\n',
      'thesaurus.yaml': 'groups: []\n',
    },
    entries: [{ file: 'odd.txt', title: '补充通知' }],
  });
  const folder = await makeFolder();
  await indexFolder(folder.path).build(corpus);
  const index = await indexFolder(folder.path).open(corpus);
  const close = async () => {
    index.store.close();
    await Promise.all([corpus.remove(), folder.remove()]);
  };
  odd = { index, close };
});
afterAll(() => Promise.all([rules.close(), odd.close()]));

function locate(index: CorpusIndex, material: string, place: string, quoted: string) {
  const named = index.store.passagesAt(material, place)[0] ?? null;
  const { outcome, span } = locateQuote(index, quoted, named);
  if (span === null) return { outcome, text: null };
  const whole = index.store.materialText(material) ?? '';
  expect(whole.slice(span.start, span.end)).toBe(span.text);
  expect(span.around.slice(span.within.start, span.within.end)).toBe(span.text);
  return { outcome, text: span.text };
}

describe('a quote in an odd text', () => {
  it.each([
    ['characters beyond the basic plane', '一', '𡈼家𣲗同志', '参训学员为𠮷田同志、𡈼家𣲗同志'],
    ['half of such a character', '一', '\udfb7田同志、𡈼家', '参训学员为𠮷田同志、𡈼家𣲗同志'],
    ['marks that the source had in its file', '二', '不得\u202e无故\u202c缺席', '不得无故缺席'],
    [
      'what is invisible in the quote',
      '一',
      '由单\u200b位\u2066派车\u2069接送',
      '由单位派车接送。',
    ],
  ])('may hold %s', (_, place, quoted, text) => {
    expect(locate(odd.index, 'odd', place, quoted)).toEqual({ outcome: 'exact', text });
  });

  it('of a whole passage of 2,000 characters is found, and cut to what is ever quoted', () => {
    const { outcome, text } = locate(odd.index, 'odd', '三', LONG);
    expect(outcome).toBe('exact');
    expect(text?.length).toBeLessThanOrEqual(200);
    expect(text).toMatch(/^第1000次/u);
  });

  it('that stands hundreds of times is the first one where its passage is named', () => {
    expect(locate(odd.index, 'odd', '四', '培训要讲实效').outcome).toBe('exact');
    expect(locate(odd.index, 'odd', '一', '培训要讲实效').outcome).toBe('ambiguous');
  });

  it.each([
    ['letters', 'a'.repeat(100_000)],
    ['words of the source', '培训要讲实效。'.repeat(15_000)],
    ['white space', `${' '.repeat(100_000)}培训要讲实效`],
    ['invisible characters', '\u200b'.repeat(100_000)],
  ])('of 100,000 %s is dropped at once', (_, quoted) => {
    const before = performance.now();
    expect(locate(odd.index, 'odd', '四', quoted).outcome).toBe('too-long');
    expect(performance.now() - before).toBeLessThan(2000);
  });

  it.each([
    ['letters', 'a'.repeat(4000)],
    ['words of the source', '培训要讲实效。'.repeat(570)],
    ['halves of characters', '\udfb7'.repeat(4000)],
    ['brackets', '（（《'.repeat(1300)],
  ])('of 4,000 %s is looked for', (_, quoted) => {
    const { outcome } = locate(odd.index, 'odd', '四', quoted);
    expect(['fabricated', 'too-short']).toContain(outcome);
  });
});

describe('a quote is widened', () => {
  it.each([
    [
      'to the limit that follows',
      'rules',
      '第六条',
      '经批准可以延期',
      '确因工作需要不能按时参加的，经批准可以延期，但延期一般不超过半年。',
    ],
    [
      'to the exception before it',
      'rules',
      '第八条',
      '干部可以自主选择网络课程',
      '除涉密岗位干部外，干部可以自主选择网络课程。',
    ],
    [
      'to the exception behind it',
      'rules',
      '第十八条',
      '学员请假累计超过总学时七分之一的，按退学处理',
      '学员请假累计超过总学时七分之一的，按退学处理，因病请假的除外。',
    ],
    [
      'to what leaves it open',
      'rules',
      '第十条',
      '建立学习积分兑换图书的办法',
      '有条件的地区可以探索建立学习积分兑换图书的办法',
    ],
  ])('%s', (_, material, place, quoted, text) => {
    expect(locate(rules.index, material, place, quoted)).toEqual({ outcome: 'exact', text });
  });
});

describe('a heading', () => {
  const FIRST = '正科级以上领导干部三年内至少到市委党校参加一次脱产培训';

  it('that is the first rule of a point is quoted', () => {
    expect(locate(rules.index, 'notice', '一（二）', FIRST)).toEqual({
      outcome: 'exact',
      text: FIRST,
    });
  });

  it('is found where another passage is named', () => {
    expect(locate(rules.index, 'notice', '四（一）', FIRST).outcome).toBe('relocated');
  });

  it('goes on into the text that follows it', () => {
    const across = '累计时间不少于150学时。女干部在中青年干部培训班学员中的比例';
    expect(locate(rules.index, 'notice', '一（二）', across).text).toBe(
      '累计时间不少于150学时。女干部在中青年干部培训班学员中的比例一般不低于20%。',
    );
  });

  it('does not join with text that does not follow it', () => {
    const joined = '抓好重点班次市委党校全年举办主体班12期';
    expect(locate(rules.index, 'notice', '一（一）', joined).outcome).toBe('fabricated');
  });
});
