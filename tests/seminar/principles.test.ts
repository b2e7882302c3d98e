import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTopic } from '../../src/seminar/grounding/read-topic.ts';
import { natureOf } from '../../src/seminar/grounding/topic-nature.ts';
import type { Kit } from '../../src/seminar/kit.ts';
import { makeKit } from '../../src/seminar/make-kit.ts';
import { METHODS, USUAL_ORDER } from '../../src/seminar/order.ts';
import { openPlanIndex, type PlanIndex } from '../support/plan-index.ts';

const TOPICS = [
  '习近平新时代中国特色社会主义思想',
  '“两个维护”',
  '两个确立',
  '党的二十大精神',
  '党的二十大精神学习宣传贯彻',
  '中央八项规定精神',
  '全面从严治党',
  '党的领导',
  '铸牢中华民族共同体意识',
  '社会主义核心价值观',
  '党章学习',
  '理想信念教育',
  '民主集中制',
  '政治纪律和政治规矩',
  '正确政绩观',
  '党性教育',
  '“一把手”政治训练',
  '乡村振兴',
  '高质量发展',
  '总体国家安全观',
];

/** What may be asked of ordinary work and of none of these. */
const UNFIT =
  /推进得不顺|重新设计|可以取消|停掉哪|水土不服|扣得最多|添的麻烦|不愿意再听到|私下会怎样|提不起劲|绕开.{0,6}正规|顾此失彼|退路|又要走老路|最怕出什么岔子|别人的事|推得过急|停一停|谈不拢|不上心|越做越虚/u;

let plan: PlanIndex;
let kits: readonly Kit[];

beforeAll(async () => {
  plan = await openPlanIndex();
  kits = METHODS.flatMap((method) =>
    TOPICS.map((topic) => makeKit(plan.index, { ...USUAL_ORDER, topic, method })),
  );
});
afterAll(() => plan.close());

/** Everything that is said of the topic, what holds for any seminar left out. */
function saidIn({ focus, aims, questions }: Kit): string[] {
  const asked = questions.flatMap(({ text, followUps, expected }) => [
    text,
    ...followUps,
    expected,
  ]);
  return [focus, ...aims, ...asked];
}

describe('principles and strategies of the state', () => {
  it.each(TOPICS)('%s is no ordinary work', (topic) => {
    expect(natureOf(topic)).not.toBe('work');
  });

  it.each(['训前需求调研走过场', '网络课程质量不高', '经费保障', '县级党校分类建设'])(
    '%s is',
    (topic) => {
      expect(natureOf(topic)).toBe('work');
    },
  );

  it('are asked about as the work on them', () => {
    const subjects = TOPICS.map((topic) => readTopic(topic).subject);
    expect(subjects.slice(0, 10)).toEqual([
      '习近平新时代中国特色社会主义思想学习贯彻',
      '“两个维护”教育',
      '两个确立学习贯彻',
      '党的二十大精神学习贯彻',
      '党的二十大精神学习宣传贯彻',
      '中央八项规定精神贯彻落实',
      '全面从严治党贯彻落实',
      '党的领导贯彻落实',
      '铸牢中华民族共同体意识教育',
      '社会主义核心价值观教育',
    ]);
  });

  it('are never doubted, designed anew, weighed or dropped, whatever the method', () => {
    const unfit = kits.flatMap((kit) => saidIn(kit).filter((text) => UNFIT.test(text)));
    expect(unfit).toEqual([]);
  });

  it('have full kits all the same', () => {
    for (const { questions, order } of kits) {
      expect(questions.length, `${order.topic} ${order.method}`).toBeGreaterThanOrEqual(12);
    }
  });
});

describe('a topic of which nobody said that anything is wrong', () => {
  it('is not found at fault', () => {
    const kit = makeKit(plan.index, { ...USUAL_ORDER, topic: '领导干部上讲台' });
    expect(saidIn(kit).join('\n')).not.toMatch(/推进得不顺|没有做好|走过场/u);
  });
});
