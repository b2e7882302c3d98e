import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Kit } from '../../src/seminar/kit.ts';
import { spokenOf } from '../../src/seminar/lint/rules.ts';
import { makeKit } from '../../src/seminar/make-kit.ts';
import { METHODS, USUAL_ORDER } from '../../src/seminar/order.ts';
import { FIELDS } from '../../src/seminar/questions/fields/fields.ts';
import { isSameFrame } from '../../src/seminar/questions/frame.ts';
import { openPlanIndex, type PlanIndex } from '../support/plan-index.ts';

const TOPICS = [
  ...['训前需求调研走过场', '师资库用不起来', '现场教学基地', '学完回去用不上', '优化营商环境'],
  ...['领导干部上讲台次数少', '网格员负担重', '小区电梯加装', '乡村振兴', '党性教育'],
  ...['理想信念教育', '学习贯彻中央八项规定精神', '信息和数据安全', '食堂饭菜价格'],
];
const AUDIENCES = ['县委组织部干训干部班', '党校教师班', '乡镇党委书记班', '参训学员'];

let plan: PlanIndex;
let kits: readonly Kit[];

beforeAll(async () => {
  plan = await openPlanIndex();
  kits = TOPICS.flatMap((topic, at) =>
    METHODS.map((method) => {
      const audience = AUDIENCES[at % AUDIENCES.length] as string;
      return makeKit(plan.index, { ...USUAL_ORDER, topic, audience, method });
    }),
  );
});
afterAll(() => plan.close());

function questions(): { readonly text: string; readonly followUps: readonly string[] }[] {
  return kits.flatMap((kit) => kit.questions);
}

describe('questions as they are heard', () => {
  it('offer no choice of two in place of a question', () => {
    for (const { text, followUps } of questions()) {
      for (const one of [text, ...followUps]) {
        expect(spokenOf(one)).not.toMatch(/还是|(\p{Script=Han})不\1|是不是|能不能|会不会/u);
      }
    }
  });

  it('stumble over no word', () => {
    for (const kit of kits) {
      for (const one of [kit.focus, ...kit.questions.map(({ text }) => text)]) {
        expect(one).not.toMatch(
          /上上|工作工作|方面方面|这件事这件事|建设建设|落实落实|的的|工作的工作/u,
        );
      }
    }
  });

  it('speak of no measures before there are any', () => {
    for (const { questions: asked } of kits) {
      const first = asked.findIndex(({ level }) => level === '布卢姆·创造');
      for (const { text } of asked.slice(0, first)) {
        expect(spokenOf(text)).not.toMatch(/对策|各条措施|各条想法/u);
      }
    }
  });

  it('do not follow one another in the same frame', () => {
    for (const { questions: asked, order } of kits) {
      const alike = asked.slice(1).filter(({ text }, at) => {
        return isSameFrame(text, asked[at]?.text ?? '');
      });
      expect(alike, `${order.topic} ${order.method}`).toEqual([]);
    }
  });
});

describe('the words of a field', () => {
  it('name one party at a time, so that two can stand beside each other', () => {
    for (const { parties, name } of FIELDS) {
      for (const party of parties) expect(party, name).not.toMatch(/[和与、及]/u);
    }
  });
});
