import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CorpusIndex } from '../../src/retrieval/index/open.ts';
import type { KitEdit } from '../../src/seminar/edit.ts';
import { editKit } from '../../src/seminar/edit-kit.ts';
import type { Kit, KitQuestion } from '../../src/seminar/kit.ts';
import { lintQuestions } from '../../src/seminar/lint/lint-questions.ts';
import { makeKit } from '../../src/seminar/make-kit.ts';
import { USUAL_ORDER } from '../../src/seminar/order.ts';
import { openPlanIndex, type PlanIndex } from '../support/plan-index.ts';

let plan: PlanIndex;
let index: CorpusIndex;
let kit: Kit;

beforeAll(async () => {
  plan = await openPlanIndex();
  index = plan.index;
  kit = makeKit(index, { ...USUAL_ORDER, topic: '训前需求调研走过场', audience: '各县干训干部班' });
});
afterAll(() => plan.close());

function edited(edit: KitEdit, before: Kit = kit): Kit {
  const outcome = editKit(index, before, edit);
  if (!outcome.ok) throw new Error(outcome.problem);
  return outcome.kit;
}

function problemOf(edit: KitEdit, before: Kit = kit): string {
  const outcome = editKit(index, before, edit);
  return outcome.ok ? '' : outcome.problem;
}

const textsOf = ({ questions }: Kit) => questions.map(({ text }) => text);
const idsOf = ({ questions }: Kit) => questions.map(({ id }) => id);
const questionAt = ({ questions }: Kit, at: number) => questions[at] as KitQuestion;

describe('a question', () => {
  it('gives way to another of its stage and level, again and again', () => {
    let changed = kit;
    const seen = new Set(textsOf(kit));
    for (let round = 0; round < 5; round++) {
      changed = edited({ kind: 'replace', question: 'q7' }, changed);
      const { text, stage, basis } = questionAt(changed, 6);
      expect(seen.has(text)).toBe(false);
      expect(stage).toBe('原因');
      expect(basis.length).toBeGreaterThan(0);
      seen.add(text);
      expect(lintQuestions(changed.questions)).toEqual([]);
    }
    expect(idsOf(changed)).toEqual(idsOf(kit));
  });

  it('is sharpened once, and says so the second time', () => {
    const sharper = edited({ kind: 'sharpen', question: 'q6' });
    expect(questionAt(sharper, 5).text).toBe(
      `只说最近一次、亲身经手的：${questionAt(kit, 5).text}`,
    );
    expect(lintQuestions(sharper.questions)).toEqual([]);
    expect(problemOf({ kind: 'sharpen', question: 'q6' }, sharper)).toContain('已经收得很窄');
  });

  it('keeps what goes with it where the trainer says the same in other words', () => {
    const before = questionAt(kit, 0);
    const text = before.text.replace('最近一次', '上一次').replace('哪一种', '哪一样');
    const after = questionAt(edited({ kind: 'rewrite', question: 'q1', text }), 0);
    expect(after).toEqual({ ...before, text, isOwn: true });
  });

  it('keeps nothing of the old one where the trainer asks something else', () => {
    const text = '食堂的饭菜怎样办得让学员满意，先改哪一样？';
    const after = questionAt(edited({ kind: 'rewrite', question: 'q2', text }), 1);
    expect(after).toMatchObject({ id: 'q2', text, level: '教师自拟', basis: [], isOwn: true });
    expect(after.followUps).not.toEqual(questionAt(kit, 1).followUps);
    const quoting = '落实“完善需求调研、计划生成会商机制”，食堂要同哪几家商量？';
    const other = questionAt(edited({ kind: 'rewrite', question: 'q1', text: quoting }), 0);
    expect(other.basis.map(({ place }) => place)).toEqual(['七（一）']);
  });

  it('moves within its stage, and over a border into the next', () => {
    const within = edited({ kind: 'move', question: 'q2', by: 1 });
    expect(idsOf(within).slice(0, 4)).toEqual(['q1', 'q3', 'q2', 'q4']);
    const over = edited({ kind: 'move', question: 'q5', by: 1 });
    expect(idsOf(over)).toEqual(idsOf(kit));
    expect(questionAt(over, 4).stage).toBe('原因');
    expect(problemOf({ kind: 'move', question: 'q1', by: -1 })).toContain('第一题');
    expect(problemOf({ kind: 'move', question: 'q15', by: 1 })).toContain('最后一题');
  });

  it('is added at the end of its stage under an id of its own, and deleted', () => {
    const more = edited({ kind: 'add', stage: '问题', text: null });
    expect(questionAt(more, 5)).toMatchObject({ id: 'q16', stage: '问题' });
    expect(lintQuestions(more.questions)).toEqual([]);
    const own = edited({ kind: 'add', stage: '对策', text: '由谁来办？' }, more);
    expect(own.questions.at(-1)).toMatchObject({ id: 'q17', level: '教师自拟', basis: [] });
    expect(idsOf(edited({ kind: 'delete', question: 'q16' }, own))).not.toContain('q16');
    expect(problemOf({ kind: 'add', stage: '没有的环节', text: null })).toContain('没有这个环节');
  });

  it('that is gone is told of', () => {
    expect(problemOf({ kind: 'replace', question: 'q99' })).toContain('不在方案里');
  });

  it('is never the last one deleted, nor one of endlessly many', () => {
    const one = { ...kit, questions: kit.questions.slice(0, 1) };
    expect(problemOf({ kind: 'delete', question: 'q1' }, one)).toContain('只剩一道');
    let many = kit;
    while (many.questions.length < 40) {
      const text = `第${many.questions.length}个环节由谁办？`;
      many = edited({ kind: 'add', stage: '对策', text }, many);
    }
    expect(problemOf({ kind: 'add', stage: '对策', text: null }, many)).toContain('40道');
  });
});

describe('the order', () => {
  it('of another time or number leaves the questions and computes the rest anew', () => {
    const mended = edited({ kind: 'rewrite', question: 'q1', text: '改过的题目，问到哪一步？' });
    const polished = { ...mended, focus: '润色过的聚焦问题', aims: ['润色过的目标'] };
    const shorter = edited({ kind: 'set-minutes', minutes: 90 }, polished);
    expect(shorter).toMatchObject({ focus: polished.focus, aims: polished.aims });
    expect(shorter.questions).toEqual(mended.questions);
    expect(shorter.agenda.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(90);
    const larger = edited({ kind: 'set-people', people: 66 }, mended);
    expect(larger.questions).toEqual(mended.questions);
    expect(larger.groups.reduce((sum, { people }) => sum + people, 0)).toBe(66);
    expect(larger.supplies.join()).toContain('660张');
  });

  it('of another method or audience writes other questions', () => {
    const hats = edited({ kind: 'set-method', method: '六顶思考帽' });
    expect(new Set(hats.questions.map(({ stage }) => stage)).size).toBe(6);
    const school = edited({ kind: 'set-audience', audience: '党校教师班' });
    expect(school.focus).toContain('本校');
    expect(textsOf(school).join()).not.toContain('本县');
  });

  it('of another local situation is made anew with it, and can be without one', () => {
    const situation = '去年3个县的问卷是代填的';
    const told = edited({ kind: 'set-situation', situation });
    expect(told.order.situation).toBe(situation);
    expect(edited({ kind: 'set-situation', situation: '' }, told).order.situation).toBe('');
  });
});
