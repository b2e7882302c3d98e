import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CorpusIndex } from '../../src/retrieval/index/open.ts';
import { readTopic } from '../../src/seminar/grounding/read-topic.ts';
import { type Kit, readKit } from '../../src/seminar/kit.ts';
import { lintQuestion, lintQuestions } from '../../src/seminar/lint/lint-questions.ts';
import { makeKit } from '../../src/seminar/make-kit.ts';
import { METHODS, ORDER_LIMITS, type SeminarOrder, USUAL_ORDER } from '../../src/seminar/order.ts';
import { METHOD_PLANS } from '../../src/seminar/plan/methods.ts';
import { likeness } from '../../src/text/likeness.ts';
import { openPlanIndex, type PlanIndex } from '../support/plan-index.ts';
import { PLAN_TOPICS } from './plan-topics.ts';

/** A follow-up may be short and ask twice; these it may not be. */
const NEVER_IN_FOLLOW_UPS = new Set(['是非题', '答案藏在题里', '涉及人事评判', '要求点名']);

let plan: PlanIndex;
let index: CorpusIndex;
let kits: readonly Kit[];

beforeAll(async () => {
  plan = await openPlanIndex();
  index = plan.index;
  kits = PLAN_TOPICS.map(([topic]) => kitFor({ topic }));
});
afterAll(() => plan.close());

function kitFor(order: Partial<SeminarOrder>): Kit {
  const usual = { ...USUAL_ORDER, topic: '训前需求调研走过场', audience: '各县干训干部班' };
  return makeKit(index, { ...usual, ...order });
}

function minutesOf({ agenda }: Kit): number {
  return agenda.reduce((sum, { minutes }) => sum + minutes, 0);
}

/** Questions with everything that names the topic taken out. */
function masked({ order, questions }: Kit): string[] {
  const { subject, trouble } = readTopic(order.topic);
  return questions.map(({ text }) =>
    text.replaceAll(trouble ?? subject, '…').replaceAll(subject, '…'),
  );
}

describe('kits on twenty topics of the plan', () => {
  it('ask at least twelve questions, each with follow-ups, output and basis', () => {
    for (const { order, questions } of kits) {
      expect(questions.length, order.topic).toBeGreaterThanOrEqual(12);
      expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
      for (const { followUps, expected, basis, text } of questions) {
        expect([2, 3], text).toContain(followUps.length);
        expect(expected.length, text).toBeGreaterThan(4);
        expect(basis.length, text).toBeGreaterThan(0);
      }
    }
  });

  it('quote the plan letter for letter, and on the topic', () => {
    for (const [at, [topic, place, word]] of PLAN_TOPICS.entries()) {
      const { basis, questions, grounding } = kits[at] as Kit;
      expect(grounding, topic).toBe('full');
      const quotes = [...basis, ...questions.flatMap((one) => one.basis)];
      for (const { material, text, start, end } of quotes) {
        expect(index.store.materialText(material)?.slice(start, end)).toBe(text);
      }
      const isThere = basis.some((one) => one.place === place && one.text.includes(word));
      expect(isThere, `${topic}: ${basis.map((one) => one.place).join(' ')}`).toBe(true);
    }
  });

  it('quote in a question only what its basis holds', () => {
    const phrases = kits.flatMap(({ questions }) =>
      questions.flatMap(({ text, basis }) =>
        basis.flatMap((one) =>
          [...text.matchAll(/(?:对照|说到|落实|为了|围绕|就)[“「](.+?)[”」]/gu)].map(
            (found) => [found[1] as string, one.text] as const,
          ),
        ),
      ),
    );
    expect(phrases.length).toBeGreaterThan(10);
    for (const [phrase, text] of phrases) expect(text).toContain(phrase);
  });

  it('pass the lint', () => {
    for (const { order, questions } of kits) {
      expect(lintQuestions(questions), order.topic).toEqual([]);
      for (const { followUps } of questions) {
        const broken = followUps.flatMap((text) => lintQuestion({ id: '', text }));
        const rules = broken.map(({ rule }) => rule);
        expect(rules.filter((rule) => NEVER_IN_FOLLOW_UPS.has(rule))).toEqual([]);
      }
    }
  });

  it('share no more than a third of their questions with any other, the topic masked', () => {
    const texts = kits.map(masked);
    let most = 0;
    for (const [at, own] of texts.entries()) {
      for (const other of texts.slice(0, at)) {
        const same = own.filter((one) => other.some((two) => likeness(one, two) >= 0.8));
        most = Math.max(most, same.length / own.length);
      }
    }
    expect(most).toBeLessThanOrEqual(1 / 3);
  });

  it('speak of the topic, the place and the people', () => {
    for (const kit of kits) {
      const { subject } = readTopic(kit.order.topic);
      const own = kit.questions.filter(
        ({ text }) => text.includes(subject) || text.includes('本县'),
      );
      expect(own.length, kit.order.topic).toBeGreaterThan(kit.questions.length / 3);
      expect(kit.focus).toContain('本县');
    }
  });

  it('are the same for the same order, and can be kept', () => {
    for (const kit of kits) {
      expect(makeKit(index, kit.order)).toEqual(kit);
      expect(readKit(JSON.parse(JSON.stringify(kit)))).toEqual(kit);
    }
  });
});

describe('how far the plan carries a topic', () => {
  it.each([
    ['县域乡村振兴', 'partial'],
    ['县域乡村振兴人才培养', 'partial'],
    ['县域经济高质量发展', 'partial'],
    ['乡村振兴专题培训', 'partial'],
    ['导师帮带流于形式', 'partial'],
    ['人工智能培训怎么搞', 'partial'],
    ['小区电梯加装', 'none'],
    ['食堂饭菜价格', 'none'],
    ['社区养老服务不足', 'none'],
  ] as const)('%s is %s', (topic, grounding) => {
    const kit = kitFor({ topic });
    expect(kit.grounding).toBe(grounding);
    expect(kit.groundingNote).toContain(grounding === 'none' ? '没有涉及' : '部分');
    expect(kit.basis.length > 0).toBe(grounding === 'partial');
    expect(lintQuestions(kit.questions)).toEqual([]);
    if (grounding === 'none') expect(JSON.stringify(kit)).not.toContain('规划');
  });

  it('quotes nothing that shares a word and speaks of something else', () => {
    const { basis } = kitFor({ topic: '村集体经济薄弱' });
    expect(basis.filter(({ text }) => text.includes('集体备课'))).toEqual([]);
  });

  it('claims no policy in a question where it quotes none', () => {
    const { questions } = kitFor({ topic: '乡村振兴专题培训' });
    const bare = questions.filter(({ basis }) => basis.length === 0);
    expect(bare.length).toBeGreaterThan(0);
    for (const { text } of bare) expect(text).not.toMatch(/规划|要求/u);
  });
});

describe('any order within the limits', () => {
  const { least, most } = ORDER_LIMITS.minutes;
  const minutes = [least, 61, 90, 119, 120, 150, 199, 200, 240, 300, 359, most];
  const people = [ORDER_LIMITS.people.least, 7, 13, 23, 40, 77, 200, ORDER_LIMITS.people.most];

  it.each(METHODS)('%s fills the time to the minute and seats everyone', (method) => {
    for (const time of minutes) {
      for (const number of people) {
        const kit = kitFor({ method, minutes: time, people: number });
        expect(minutesOf(kit)).toBe(time);
        expect(Math.min(...kit.agenda.map((step) => step.minutes))).toBeGreaterThanOrEqual(2);
        expect(kit.groups.reduce((sum, group) => sum + group.people, 0)).toBe(number);
        const sizes = kit.groups.map((group) => group.people);
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
        expect(Math.max(...sizes)).toBeLessThanOrEqual(METHOD_PLANS[method].groupSize.most);
        expect(kit.questions.length).toBeGreaterThanOrEqual(12);
        expect(new Set(kit.questions.map(({ stage }) => stage)).size).toBe(
          METHOD_PLANS[method].stages.length,
        );
      }
    }
  });

  it.each([
    '调训',
    '学',
    '一<b>&"\u0001二',
    '。。。',
    'AI',
    '怎么办',
    '题'.repeat(ORDER_LIMITS.topic.most),
  ])('%s as a topic breaks nothing', (topic) => {
    const kit = kitFor({ topic });
    expect(kit.questions.length).toBeGreaterThanOrEqual(12);
  });

  it('opens with the situation that the trainer told', () => {
    const situation = '去年调研表回收率很高，但没有一条进了课表';
    expect(kitFor({ situation }).questions[0]?.text).toContain(situation);
  });
});
