import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, LONGEST_QUOTE, LONGEST_QUOTES } from '../../src/answering/answer.ts';
import { answerQuestion } from '../../src/answering/answer-question.ts';
import { answerText } from '../../src/answering/answer-text.ts';
import { readQuestion } from '../../src/answering/question-input.ts';
import type { CorpusIndex } from '../../src/retrieval/index/open.ts';
import { openPlanIndex, type PlanIndex } from '../support/plan-index.ts';

let plan: PlanIndex;
let index: CorpusIndex;

beforeAll(async () => {
  plan = await openPlanIndex();
  index = plan.index;
});

afterAll(() => plan.close());

const ask = (question: string, withoutFaq = false) =>
  answerQuestion(index, question, { withoutFaq });

/** What must hold of every answer, whatever was asked. */
function checkAnswer(answer: Answer): void {
  for (const quote of answer.quotes) {
    const text = index.store.materialText(quote.material);
    expect(text?.slice(quote.start, quote.end)).toBe(quote.text);
    const isEnumeration = (quote.text.match(/、/gu)?.length ?? 0) >= 9;
    if (!isEnumeration) expect(quote.text.length).toBeLessThanOrEqual(LONGEST_QUOTE);
  }
  const total = answer.quotes.reduce((sum, { text }) => sum + text.length, 0);
  expect(total).toBeLessThanOrEqual(LONGEST_QUOTES);
  expect(answer.lead).not.toBe('');
  expect(answer.related.length).toBeLessThanOrEqual(3);
  const kinds = new Map(index.store.materials().map(({ id, kind }) => [id, kind]));
  for (const { material } of [...answer.quotes, ...answer.nearest]) {
    expect(kinds.get(material)).toBe('政策文件');
  }
  for (const { material } of answer.methods) expect(kinds.get(material)).toBe('方法参考');
}

describe('answers', () => {
  it.each([
    ['办班的经费由谁列入预算', '五（四）', '各级政府'],
    ['省级党校要用多长时间把市县党校教师培训一遍', '五（二）', '5年内'],
    ['教学方法运用方面要开展什么培训', '七（二）', '开展教学方法运用示范培训'],
    ['五（三）里好教材推荐多少种', '五（三）', '50种左右'],
    ['幹部網絡培訓的安全保障按什麼原則', '六（一）', '谁主管谁负责、谁建设谁负责'],
  ])('%s: at %s, with %s', (question, place, phrase) => {
    for (const withoutFaq of [false, true]) {
      const answer = ask(question, withoutFaq);
      checkAnswer(answer);
      expect(answer.outcome).toBe('answered');
      expect(answer.quotes[0]?.place).toBe(place);
      expect(answer.quotes.map(({ text }) => text).join('')).toContain(phrase);
    }
  });

  it('leads with what was asked', () => {
    expect(answerText(ask('每年培训多少名骨干教师')).split('\n')[0]).toContain('2000名');
    expect(answerText(ask('经费由谁列入预算')).split('\n')[0]).toContain('政府');
  });

  it('says which is required and which is explored', () => {
    const { lead } = ask('学时管理办法和学时互认机制推进的力度一样吗', true);
    expect(lead).toMatch(/探索建立平台之间学时互认机制」属于探索事项/u);
  });

  it('names every attachment where the text names it', () => {
    const answer = ask('正文提到了哪几个专栏');
    expect(answer.outcome).toBe('answered');
    expect(answer.quotes.map(({ text }) => /专栏\d/u.exec(text)?.[0])).toEqual([
      '专栏1',
      '专栏2',
      '专栏3',
      '专栏4',
      '专栏5',
      '专栏6',
    ]);
  });

  it('gives the whole of a place that is asked for by name alone', () => {
    const answer = ask('七（二）讲了什么');
    checkAnswer(answer);
    expect(answer.quotes.every(({ place }) => place === '七（二）')).toBe(true);
    expect(answer.quotes.map(({ text }) => text).join('')).toContain('翻转课堂');
  });
});

describe('the approved pairs', () => {
  it('answer their own questions with their own words and quotes', () => {
    const wrong: string[] = [];
    for (let ordinal = 0; ordinal < index.store.pairCount(); ordinal++) {
      const { questions, answer, quotes } = index.store.pairAt(ordinal);
      const question = questions[0] as string;
      // What attachments are called is answered from the text that names them.
      if (/专栏/u.test(question)) continue;
      const given = ask(question);
      const shown = given.quotes.map(({ text }) => text).join('\n');
      const isWhole = quotes.every(({ material, start, end }) =>
        shown.includes((index.store.materialText(material) ?? '').slice(start, end).slice(0, 20)),
      );
      if (given.lead !== answer || !isWhole) wrong.push(question);
    }
    expect(wrong).toEqual([]);
  });
});

describe('refusals', () => {
  it.each([
    ['培训班学员的伙食标准每天多少元', 'not-in-corpus'],
    ['结构化研讨每组要几个人', 'not-in-corpus'],
    ['规划规定干部每年要学多少学时', 'not-in-corpus'],
    ['第三十三条是怎么规定的', 'not-in-corpus'],
    ['专栏7有什么内容', 'not-in-corpus'],
    ['专栏5里有哪几项措施', 'not-included'],
    ['干部履职能力提升计划一期培训多少人', 'not-included'],
    ['我们处小赵今年能不能提任', 'out-of-scope'],
    ['帮我订一张火车票', 'out-of-scope'],
    ['今天股市怎么样', 'out-of-scope'],
  ] as const)('%s: %s', (question, outcome) => {
    for (const withoutFaq of [false, true]) {
      const answer = ask(question, withoutFaq);
      checkAnswer(answer);
      expect(answer.outcome).toBe(outcome);
    }
  });

  it('shows the nearest places of what is not in the text, and says they settle nothing', () => {
    const answer = ask('国情研修在哪个城市举办');
    expect(answer.quotes).toEqual([]);
    expect(answer.nearest[0]?.place).toBe('三（二）');
    expect(answer.lead).toMatch(/^现有资料未载明/u);
    expect(answer.lead).toContain('不能据以作答');
  });

  it('shows where an attachment is named whose content is not included', () => {
    const answer = ask('把专栏2的具体内容发给我');
    expect(answer.quotes.map(({ place, text }) => `${place} ${text}`)).toEqual([
      '三（二） “一把手”政治能力提升计划（专栏2）',
    ]);
  });

  it('offers a method reference beside a refusal and never as its answer', () => {
    const answer = ask('结构化研讨每组要几个人');
    expect(answer.methods.map(({ material }) => material)).toContain('seminar-guide');
    expect(answerText(answer)).not.toContain('8至12人');
  });
});

describe('whatever is typed', () => {
  it('ends in an answer or a refusal that keeps the rules', { timeout: 120_000 }, () => {
    const fragments = [
      '经费',
      '培训',
      '多少',
      '第五部分',
      '专栏9',
      '五（九）',
      '“',
      '《',
      'AND',
      '*',
      '~',
      '😀',
    ];
    const typed = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.array(fc.constantFrom(...fragments), { maxLength: 12 }).map((parts) => parts.join('')),
      fc.string({
        unit: fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((c) => String.fromCharCode(c)),
        maxLength: 40,
      }),
    );
    fc.assert(
      fc.property(typed, (raw) => {
        const input = readQuestion(raw);
        if (input.ok) checkAnswer(ask(input.text));
        else expect(input.problem).toMatch(/[。]$/u);
      }),
      { numRuns: 10_000 },
    );
  });

  it('reads a pasted page', () => {
    const page = (index.store.materialText('plan-2023-2027') ?? '').slice(0, 1_999);
    const input = readQuestion(page);
    expect(input.ok).toBe(true);
    if (input.ok) checkAnswer(ask(input.text));
  });
});
