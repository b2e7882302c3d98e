import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { improveKit } from '../../../src/seminar/drafting/improve-kit.ts';
import type { Kit, KitQuestion } from '../../../src/seminar/kit.ts';
import { testLimits } from '../../model/test-endpoint.ts';
import { sentIn } from '../../support/model-script.ts';
import { openPlanIndex, type PlanIndex } from '../../support/plan-index.ts';
import { DRAFTING_KIT } from './drafting-kit.ts';
import { rewriting, rewritingEndpoint } from './rewriting-model.ts';
import { HONEST } from './rewritings.ts';

let plan: PlanIndex;
beforeAll(async () => {
  plan = await openPlanIndex();
});
afterAll(() => plan.close());

const GOOD = HONEST.filter((one, at) => HONEST.findIndex(({ id }) => id === one.id) === at);

async function sentFor(kit: Kit, mayLeave: (material: string) => boolean) {
  const { double, parts } = await rewritingEndpoint(plan.index);
  double.answer(rewriting(GOOD));
  const improved = await improveKit(kit, { ...parts, mayLeave }, testLimits(200_000));
  return { improved, sent: double.requests.map(sentIn).join('\n') };
}

const change = (id: string, fields: Partial<KitQuestion>): Kit => ({
  ...DRAFTING_KIT,
  questions: DRAFTING_KIT.questions.map((one) => (one.id === id ? { ...one, ...fields } : one)),
});

describe('what goes to the endpoint', () => {
  it('is no statement that may not leave, and no question that rests on one', async () => {
    const { improved, sent } = await sentFor(DRAFTING_KIT, () => false);
    // Of the questions, only the one that rests on nothing.
    expect(sent).toContain('第一个星期先动哪一件事');
    expect(sent).not.toMatch(/网络培训学时管理办法|互认机制|留存的党费|补训名单/u);
    expect(improved).toMatchObject({ taken: 1, kept: 9 });
    expect(improved.remark).toBe(
      '由模型润色1题、聚焦问题、2条目标，9题含有不能外发的内容，没有发送，保留原题。',
    );
  });

  it('is no question that quotes such a statement without resting on it', async () => {
    const text = '说到“严控新设以党员干部为培训对象的培训机构”，第一个星期先动哪一件事？';
    const { sent } = await sentFor(change('q9', { text }), () => false);
    expect(sent).not.toContain('严控新设');
  });

  it('is nothing where the topic is a heading of such a text', async () => {
    const heading = '师资队伍建设';
    const kit = { ...DRAFTING_KIT, order: { ...DRAFTING_KIT.order, topic: heading } };
    expect((await sentFor(kit, () => true)).sent).toContain(heading);
    const { improved, sent } = await sentFor(kit, () => false);
    expect(sent).toBe('');
    expect(improved).toMatchObject({ course: 'not-sent', kit });
    expect(improved.remark).toContain('题目没有发送给模型接口');
  });

  it('is no statement that the corpus holds no longer', async () => {
    const [q8] = DRAFTING_KIT.questions.filter(({ id }) => id === 'q8');
    const basis = (q8?.basis ?? []).map((one) => ({
      ...one,
      text: `${one.text.slice(0, -2)}旧。`,
    }));
    const { improved, sent } = await sentFor(change('q8', { basis }), () => true);
    expect(sent).not.toContain('补训名单');
    expect(improved.kit.questions[7]?.text).toBe(q8?.text);
  });

  it('is no question of a trainer’s own', async () => {
    const text = '教师自己写的一题，问的是哪一件事？';
    const { improved, sent } = await sentFor(change('q9', { text, isOwn: true }), () => true);
    expect(sent).not.toContain('教师自己写的');
    expect(improved.kit.questions[8]?.text).toBe(text);
  });

  it('is the order, the questions and their basis, each statement once a call, and nothing else', async () => {
    const { sent } = await sentFor(DRAFTING_KIT, () => true);
    expect(sent.match(/探索建立平台之间学时互认机制/gu)).toHaveLength(1);
    expect(sent).toContain('学时由各单位自己登记');
    expect(sent).not.toMatch(/催化师由|大白纸|记录员|停车场/u);
  });
});
