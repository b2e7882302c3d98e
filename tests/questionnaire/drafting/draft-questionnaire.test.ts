import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DUTIES } from '../../../src/questionnaire/drafting/bank/duties.ts';
import { POLITICS } from '../../../src/questionnaire/drafting/bank/politics.ts';
import { THEORY } from '../../../src/questionnaire/drafting/bank/theory.ts';
import { TRAINING } from '../../../src/questionnaire/drafting/bank/training.ts';
import { draftWithRemarks } from '../../../src/questionnaire/drafting/draft-questionnaire.ts';
import { findBasis } from '../../../src/questionnaire/drafting/find-basis.ts';
import type { QuestionnaireOrder } from '../../../src/questionnaire/drafting/order.ts';
import { readQuestionnaireFile } from '../../../src/questionnaire/file/read-file.ts';
import { writeQuestionnaireFile } from '../../../src/questionnaire/file/write-file.ts';
import { wholeMinutesOf } from '../../../src/questionnaire/minutes.ts';
import { isQuestion, type Questionnaire } from '../../../src/questionnaire/questionnaire.ts';
import type { CorpusIndex } from '../../../src/retrieval/index/open.ts';
import { openPlanIndex, type PlanIndex } from '../../support/plan-index.ts';
import { indexFolder, makeFolder, makeSmallCorpus } from '../../support/small-index.ts';

const ORDER: QuestionnaireOrder = {
  kind: 'needs',
  audience: '县处级领导干部',
  purpose: '编制2027年度班次计划',
  period: '2027年',
  topics: [],
};
/** Whom, and topics; the second half of them is not in the plan, or stands there among other things. */
const ORDERS: readonly (readonly [string, ...string[]])[] = [
  ['县处级领导干部'],
  ['厅局级领导干部'],
  ['年轻干部'],
  ['乡镇干部'],
  ['村（社区）干部'],
  ['驻村第一书记'],
  ['专业技术人员'],
  ['中小学教师'],
  ['党校教师'],
  ['医务人员'],
  ['国有企业领导人员'],
  ['公务员初任'],
  ['组织人事干部'],
  ['宣传干部'],
  ['应急管理干部'],
  ['财政系统干部'],
  ['机关公务员'],
  ['女干部'],
  ['乡镇干部', '基层治理', '乡村振兴'],
  ['国有企业领导人员', '金融风险'],
  ['机关公务员', '新知识新技能'],
  ['干训干部', '师资队伍建设'],
  ['专业技术人员', '人工智能'],
  ['年轻干部', '党性修养', '斗争精神'],
  ['政法干部', '法治'],
  ['县处级领导干部', '数字政府'],
  ['宣传干部', '意识形态'],
  ['县处级领导干部', '生态环保'],
  ['年轻干部', '公文写作'],
  ['统战干部', '民族宗教'],
  ['乡镇干部', '钱从哪里来'],
];

let plan: PlanIndex;
let index: CorpusIndex;

beforeAll(async () => {
  plan = await openPlanIndex();
  index = plan.index;
});
afterAll(() => plan.close());

function draft(order: Partial<QuestionnaireOrder>) {
  return draftWithRemarks({ ...ORDER, ...order }, index);
}

function pairsOf({ items }: Questionnaire) {
  return items.filter((item) => item.type === 'scale-pair');
}

/** How many scale pairs stand between sections. */
function groupSizes({ items }: Questionnaire): number[] {
  const sizes = [0];
  for (const item of items) {
    if (item.type === 'section') sizes.push(0);
    else if (item.type === 'scale-pair') sizes[sizes.length - 1] = (sizes.at(-1) ?? 0) + 1;
  }
  return sizes;
}

describe('the bank', () => {
  it('holds no item that the plan does not ask for, word for word', () => {
    const items = [THEORY, POLITICS, DUTIES, TRAINING].flatMap((chapter) => chapter.items);
    expect(items.filter(({ anchor }) => findBasis(index, anchor) === null)).toEqual([]);
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
    expect(new Set(items.map(({ text }) => text)).size).toBe(items.length);
  });
});

describe.each(ORDERS)('for %s, about %s', (audience, ...topics) => {
  it('keeps the measure of a questionnaire', () => {
    const { questionnaire } = draft({ audience, topics });
    const count = questionnaire.items.filter(isQuestion).length;
    expect(count).toBeLessThanOrEqual(20);
    expect(count).toBeGreaterThanOrEqual(topics.includes('钱从哪里来') ? 13 : 15);
    expect(wholeMinutesOf(questionnaire)).toBeLessThanOrEqual(8);
    expect(Math.max(...groupSizes(questionnaire))).toBeLessThanOrEqual(7);
    expect(questionnaire.items.at(-1)?.type).toBe('text');
  });

  it('ties its items to exact slices of policy text, and to nothing else', () => {
    const { questionnaire } = draft({ audience, topics });
    for (const { text, basis } of questionnaire.items) {
      if (basis === null) continue;
      expect(basis.material).toBe('plan-2023-2027');
      const held = index.store.materialText(basis.material)?.slice(basis.start);
      expect(held?.startsWith(basis.text), text).toBe(true);
      const [passage] = index.store.passagesCovering(basis.material, {
        start: basis.start,
        end: basis.start + basis.text.length,
      });
      expect(passage?.place).toBe(basis.place);
    }
    if (topics.length === 0) {
      for (const { text, basis } of pairsOf(questionnaire)) expect(basis, text).not.toBeNull();
    }
  });

  it('is the same for the same order, and reads back from its file', () => {
    const { questionnaire } = draft({ audience, topics });
    expect(draft({ audience, topics }).questionnaire).toEqual(questionnaire);
    const json = JSON.stringify(writeQuestionnaireFile(questionnaire));
    expect(readQuestionnaireFile(json)).toEqual({ ok: true, questionnaire, notes: [] });
  });
});

describe('what an audience changes', () => {
  it('asks others of others', () => {
    const texts = ['县处级领导干部', '年轻干部', '乡镇干部', '专业技术人员', '机关公务员'].map(
      (audience) => pairsOf(draft({ audience }).questionnaire).map(({ text }) => text),
    );
    for (const [at, mine] of texts.entries()) {
      for (const others of texts.slice(at + 1)) {
        expect(mine.filter((text) => others.includes(text)).length).toBeLessThanOrEqual(5);
      }
    }
  });

  it('shows what concerns a unit to its heads alone', () => {
    const { items } = draft({}).questionnaire;
    const shown = items.filter(({ showIf }) => showIf !== null);
    expect(shown.map(({ id }) => id)).toEqual(['part-unit', 'unit-gaps', 'unit-posts']);
    expect(new Set(shown.map(({ showIf }) => showIf?.item))).toEqual(new Set(['base-post']));
    const newcomers = draft({ audience: '公务员初任' }).questionnaire.items;
    expect(newcomers.every(({ showIf }) => showIf === null)).toBe(true);
  });

  it('asks for bands and never for a person', () => {
    for (const [audience] of ORDERS) {
      const { items } = draft({ audience }).questionnaire;
      const bands = items.filter((item) => item.type === 'single' && item.isBand);
      expect(bands).toHaveLength(3);
      for (const { text } of items) {
        expect(text).not.toMatch(/姓名|工号|身份证|手机|电话/u);
      }
    }
  });
});

describe('topics', () => {
  it('that the plan does not name are asked without a basis, which is told', () => {
    const { questionnaire, remarks } = draft({ topics: ['公文写作'] });
    const asked = pairsOf(questionnaire).filter(({ text }) => text.includes('公文写作'));
    expect(asked.length).toBeGreaterThan(2);
    expect(asked.every(({ basis }) => basis === null)).toBe(true);
    expect(remarks).toEqual([expect.stringContaining('没有把“公文写作”列为培训内容')]);
  });

  it('that stand in the plan as work of training institutions are no content of others', () => {
    const { questionnaire } = draft({ audience: '宣传干部', topics: ['意识形态'] });
    const places = pairsOf(questionnaire).map(({ basis }) => basis?.place ?? '');
    expect(places.filter((place) => /^[五六七八]/u.test(place))).toEqual([]);
  });

  it('find what they are called in the plan', () => {
    const texts = pairsOf(draft({ topics: ['数字政府'] }).questionnaire);
    expect(texts.find(({ text }) => text === '人工智能应用')?.basis?.text).toContain('人工智能');
    const [first] = pairsOf(draft({ topics: ['新知识新技能'] }).questionnaire);
    expect(first).toMatchObject({ text: '信息技术', basis: { place: '四（一）' } });
  });

  it('share the questions, and are told where they are too many', () => {
    const topics = ['信访', '保密', '统计', '金融', '财税', '外交', '统战', '国防', '宗教', '舆情'];
    const { questionnaire, remarks } = draft({ topics });
    expect(pairsOf(questionnaire)).toHaveLength(10);
    expect(remarks).toEqual([expect.stringContaining('超过20题')]);
  });

  it('are words, whatever they hold', () => {
    const { questionnaire } = draft({ topics: ['<script>alert(1)</script>公文写作', '公文写作'] });
    expect(JSON.stringify(questionnaire)).not.toContain('script');
    expect(pairsOf(questionnaire).length).toBeGreaterThan(2);
  });
});

describe('a class evaluation', () => {
  const order = { kind: 'evaluation', audience: '2026年第二期中青班' } as const;

  it('asks for reaction and for what was learnt, and names no one', () => {
    const { questionnaire } = draft({ ...order, topics: ['乡村振兴', '公文写作'] });
    expect(questionnaire.title).toBe('2026年第二期中青班评估问卷');
    const sections = questionnaire.items.filter(({ type }) => type === 'section');
    expect(sections.map(({ text }) => text)).toEqual([
      ...['课程设置', '师资', '教学效果', '组织后勤', '总体评价与建议'],
    ]);
    expect(pairsOf(questionnaire).map(({ text, pair }) => [text, pair])).toEqual([
      ['乡村振兴', 'change'],
      ['公文写作', 'change'],
    ]);
  });

  it('is called by the class, without the days that it lasted', () => {
    const whole = { ...order, audience: '干部教育培训专题班学员' };
    const { questionnaire } = draft({ ...whole, period: '2026年11月12日至12月10日' });
    expect(questionnaire.title).toBe('干部教育培训专题班评估问卷');
    expect(draft({ ...whole, period: '2026年' }).questionnaire.title).toBe(
      '2026年干部教育培训专题班评估问卷',
    );
  });

  it('says how long it takes, the reading of what says so included', () => {
    const { questionnaire } = draft({ ...order, topics: ['乡村振兴'] });
    expect(questionnaire.introduction).toContain(`填答约需${wholeMinutesOf(questionnaire)}分钟`);
  });

  it('has balanced scales of five', () => {
    const { items } = draft({ ...order, topics: ['乡村振兴'] }).questionnaire;
    const scales = items.filter((item) => item.type === 'single');
    expect(scales.length).toBeGreaterThan(5);
    for (const { options } of scales) {
      expect(options.filter((option) => option !== '不适用')).toHaveLength(5);
    }
  });

  it('says that topics were not given', () => {
    expect(draft({ ...order, topics: [] }).remarks).toEqual([
      expect.stringContaining('没有写明本班次的课程主题'),
    ]);
  });
});

describe('a corpus without the plan', () => {
  it('gives no basis that it does not hold', async () => {
    const [corpus, folder] = [await makeSmallCorpus(), await makeFolder()];
    const indexes = indexFolder(folder.path);
    await indexes.build(corpus);
    const small = await indexes.open(corpus);
    try {
      const { questionnaire, remarks } = draftWithRemarks(ORDER, small);
      expect(pairsOf(questionnaire)).toEqual([]);
      expect(questionnaire.items.every(({ basis }) => basis === null)).toBe(true);
      expect(remarks).toEqual([expect.stringContaining('没有可用的培训内容')]);
      const given = draftWithRemarks({ ...ORDER, topics: ['乡村振兴'] }, small);
      expect(pairsOf(given.questionnaire).every(({ basis }) => basis === null)).toBe(true);
      expect(pairsOf(given.questionnaire).length).toBeGreaterThan(0);
    } finally {
      small.store.close();
      await folder.remove();
      await corpus.remove();
    }
  });
});
