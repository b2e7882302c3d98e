import { describe, expect, it } from 'vitest';
import { lintQuestionnaire } from '../../../src/questionnaire/lint/lint-questionnaire.ts';
import { ITEM_RULES, WHOLE_RULES } from '../../../src/questionnaire/lint/rules.ts';
import type { Item, Questionnaire } from '../../../src/questionnaire/questionnaire.ts';
import { BAD_ITEMS } from './bad-items.ts';
import { GOOD_ITEMS } from './good-items.ts';
import { BAD_QUESTIONNAIRES, GOOD_QUESTIONNAIRES } from './good-questionnaires.ts';
import { writtenItem } from './written-item.ts';

const NEEDED = 0.95;

function questionnaireOf(items: readonly Item[]): Questionnaire {
  return { kind: 'needs', title: '问卷', introduction: '', audience: '', items };
}

const linesOf = (text: string) => text.split('\n').filter((line) => line !== '');
const lint = (...lines: string[]) =>
  lintQuestionnaire(questionnaireOf(lines.map((line, at) => writtenItem(line, `q${at + 1}`))));

describe('the development items', () => {
  const bad = Object.entries(BAD_ITEMS).flatMap(([rule, text]) =>
    linesOf(text).map((line) => ({ rule, line, found: lint(line).map((finding) => finding.rule) })),
  );
  const good = linesOf(GOOD_ITEMS).map((line) => ({ line, found: lint(line) }));

  it('are many, and no two alike', () => {
    const all = [...bad, ...good].map(({ line }) => line);
    expect(new Set(all).size).toBe(all.length);
    expect(bad.length).toBeGreaterThan(150);
    expect(good.length).toBeGreaterThan(150);
  });

  it('are told apart, by rule too', () => {
    const told = bad.filter(({ found }) => found.length > 0).length;
    const wrongly = good.filter(({ found }) => found.length > 0);
    const [recall, precision] = [told / bad.length, told / (told + wrongly.length)];
    const byRule = Object.keys(BAD_ITEMS).map((rule) => {
      const meant = bad.filter((one) => one.rule === rule);
      const hit = meant.filter(({ found }) => found.includes(rule)).length;
      const others = bad.filter((one) => one.rule !== rule && one.found.includes(rule)).length;
      return { rule, meant: meant.length, hit, others };
    });
    console.table(byRule);
    console.log({ bad: bad.length, good: good.length, recall, precision });
    expect(wrongly.map(({ line }) => line)).toEqual([]);
    expect(recall).toBeGreaterThanOrEqual(NEEDED);
    expect(precision).toBeGreaterThanOrEqual(NEEDED);
    for (const { rule, meant, hit } of byRule) {
      expect(hit / meant, rule).toBeGreaterThanOrEqual(0.85);
    }
  });
});

describe('whole questionnaires', () => {
  it.each(Object.entries(GOOD_QUESTIONNAIRES))('%s: nothing is told', (_, text) => {
    expect(lint(...linesOf(text))).toEqual([]);
  });

  it.each(Object.entries(BAD_QUESTIONNAIRES))('%s is told', (rule, lines) => {
    expect(lint(...lines).map((finding) => finding.rule)).toEqual([rule]);
  });

  it('tells the whole what belongs to the whole', () => {
    const long = Array.from(
      { length: 26 },
      (_, at) => `数|第 ${at + 1} 季度的参训天数（${'甲乙丙丁'[at % 4]}${at}类）`,
    );
    const finding = lint(...long).find(({ rule }) => rule === '问卷过长');
    expect(finding).toMatchObject({ item: null });
    expect(lint()).toMatchObject([{ item: null, rule: '没有题目' }]);
  });

  it('leaves a fragment that keeps its condition alone', () => {
    expect(lint('单|您对该班次的满意程度|满意/一般/不满意|条件=q9:是')).toEqual([]);
  });
});

describe('mends', () => {
  const mendOf = (line: string) => lint(line)[0]?.mend ?? '';

  it('say the item as it would be', () => {
    expect(mendOf('单|课程内容和教师水平如何？|很好/较好/一般/较差/很差')).toContain(
      '“课程内容如何？”“教师水平如何？”',
    );
    expect(mendOf('多|您希望采用哪些培训方式？|讲座/案例教学/现场教学')).toContain(
      '讲座、案例教学、现场教学、其他（请注明）',
    );
    expect(mendOf('单|您的总体满意程度|非常满意/很满意/满意/不满意')).toContain(
      '非常满意、比较满意、一般、不太满意、很不满意',
    );
  });

  it('are whole sentences of Chinese without markup', () => {
    for (const text of Object.values(BAD_ITEMS)) {
      for (const { message, mend } of linesOf(text).flatMap((line) => lint(line))) {
        for (const words of [message, mend]) {
          expect(words).toMatch(/[。”]$/u);
          expect(words).not.toMatch(/undefined|null|NaN|Infinity|“”|!|！/u);
        }
      }
    }
  });
});

describe('hostile content', () => {
  const strange: readonly Item[] = [
    writtenItem(
      `多|${'<b>题'.repeat(5000)}|${Array.from({ length: 300 }, (_, at) => `选项${at}`).join('/')}`,
      'a',
    ),
    writtenItem(`单|您|${'长'.repeat(500)}/${'(('.repeat(250)}/`, 'b'),
    writtenItem('单||', 'c'),
    writtenItem(`评|${'、和与'.repeat(3000)}`, 'd'),
    writtenItem('单|<script>alert(1)</script>|=cmd|+1|条件=f:是', 'e'),
    writtenItem('单|您是否参加？|是/否|条件=e:是', 'f'),
    writtenItem('单|您是否参加？|__proto__/constructor|条件=__proto__:是', '__proto__'),
    writtenItem(`文|${'近十年'.repeat(2000)}`, 'g'),
    writtenItem(`文|${'您是否不'.repeat(2000)}`, 'h'),
    writtenItem(`单|${'a-'.repeat(3000)}|\ud800/\u0000/${'9'.repeat(400)}岁以下`, 'i'),
  ];

  it('is told of, and nothing is thrown', () => {
    const rules = lintQuestionnaire(questionnaireOf(strange)).map(({ rule }) => rule);
    expect(rules).toEqual(
      expect.arrayContaining(['选项过多', '选项过长', '题干过长', '跳题条件无效']),
    );
  });

  it('takes no longer than a moment', () => {
    const begun = performance.now();
    lintQuestionnaire(questionnaireOf(strange));
    expect(performance.now() - begun).toBeLessThan(1000);
  });

  it('takes less than 20 ms for 100 ordinary items', () => {
    const items = linesOf(GOOD_ITEMS)
      .slice(0, 100)
      .map((line, at) => writtenItem(line, `q${at}`));
    const whole = questionnaireOf(items);
    lintQuestionnaire(whole);
    const times = Array.from({ length: 25 }, () => {
      const begun = performance.now();
      lintQuestionnaire(whole);
      return performance.now() - begun;
    });
    expect(Math.min(...times)).toBeLessThan(20);
  });
});

it('every rule has a name of its own or shares it with its other half', () => {
  const names = [...ITEM_RULES, ...WHOLE_RULES].map(({ name }) => name);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual(['矩阵超过七行']);
});
