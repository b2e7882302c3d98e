import { describe, expect, it } from 'vitest';
import type { Analysis, NeedRank } from '../../../src/questionnaire/analysis/analysis.ts';
import { diagnose } from '../../../src/questionnaire/diagnosis/diagnose.ts';
import type {
  DiagnosedSurvey,
  DiagnosisInput,
} from '../../../src/questionnaire/diagnosis/diagnosis.ts';
import { diagnosisOutline } from '../../../src/questionnaire/diagnosis/diagnosis-outline.ts';
import type { Item, Questionnaire } from '../../../src/questionnaire/questionnaire.ts';
import { outlineFile } from '../../../src/questionnaire/report/outline-file.ts';
import { faultsOf, paragraphsOf, partsOf } from '../../support/word-file.ts';
import { hostile } from '../report/hostile.ts';

const PLAN = '全国干部教育培训规划（2023—2027年）';
const NOTHING: DiagnosisInput = {
  ...{ name: '第3期干训班', people: 48, surveys: [], unanswered: [], recalled: [] },
  titles: new Map([['plan', PLAN]]),
};

type Content = readonly [id: string, text: string, mwds: number, place: string];

function survey(contents: readonly Content[], answered = 40, invited: number | null = 48) {
  const items = contents.map(
    ([id, text, , place]): Item => ({
      ...{ id, text, type: 'scale-pair', pair: 'need', hasNotApplicable: true, isRequired: true },
      ...{ hint: '', showIf: null },
      basis: place === '' ? null : { material: 'plan', title: PLAN, place, start: 0, text: '' },
    }),
  );
  const needs = contents.map(
    ([id, text, mwds], at): NeedRank => ({
      ...{ id, text, mwds, rank: at + 1, importance: 4.5, competence: 3, answered },
      quadrant: mwds > 3 ? 'focus' : 'keep',
      isPrescribed: false,
    }),
  );
  const rate = invited === null ? null : answered / invited;
  const analysis: Analysis = {
    ...{ sample: { invited, answered, rate }, items: [], needs, changes: [] },
    ...{ crossTabs: [], suggestions: [], limits: [] },
  };
  const content: Questionnaire = {
    ...{ kind: 'needs', title: '培训需求问卷', introduction: '', audience: '', items },
  };
  return { title: '培训需求问卷', closedAt: '2026-11-20', analysis, content } as DiagnosedSurvey;
}

const TWO = survey([
  ['digital', '数字化能力', 8.6, '六（三）'],
  ['crowd', '群众工作方法', 6.5, '四（一）'],
  ['rule', '党规党纪', 1.6, '三（一）'],
]);

function recalled(chapter: string, right: number, people = 12) {
  return { material: 'plan', chapter, people, answers: 100, right };
}

describe('a diagnosis', () => {
  it('joins what the sources say of one chapter and is surest where they agree', () => {
    const { needs } = diagnose({
      ...NOTHING,
      surveys: [TWO],
      unanswered: [{ title: `《${PLAN}》`, place: '六（一）', people: 9 }],
      recalled: [recalled('六', 55)],
    });
    expect(needs.map(({ subject, place, sureness }) => [subject, place, sureness])).toEqual([
      ['数字化能力', `《${PLAN}》六`, 'high'],
      ['群众工作方法', `《${PLAN}》四`, 'fair'],
    ]);
    expect(needs[0]?.evidence.map(({ sentence }) => sentence)).toEqual([
      '《培训需求问卷》中“数字化能力”的加权差距8.60，在3项中排第1位，属于“优先安排”（40人）。',
      `《${PLAN}》六的复习题答对约六成（10人以上），掌握不牢。`,
      `有5人以上提问而现有资料没有答案，最接近的内容在《${PLAN}》六（一）。`,
    ]);
    expect(needs[0]?.why).toBe(
      '问卷差距（40人）、复习掌握情况（10人以上）、资料未答的提问（5人以上）3类来源指向一致，覆盖半数以上人员。',
    );
    expect(needs[1]?.why).toBe(
      '只有问卷差距（40人）一类来源，没有其他来源印证，覆盖半数以上人员。',
    );
  });

  it('ranks by agreement first and by the gap second', () => {
    const { needs } = diagnose({
      ...NOTHING,
      surveys: [TWO],
      recalled: [recalled('四', 50), recalled('五', 20, 30)],
    });
    expect(needs.map(({ subject }) => subject)).toEqual([
      ...['群众工作方法', '数字化能力', `《${PLAN}》五的有关内容`],
    ]);
  });

  it('is less sure where sources disagree', () => {
    const { needs } = diagnose({ ...NOTHING, surveys: [TWO], recalled: [recalled('六', 92)] });
    const digital = needs.find(({ subject }) => subject === '数字化能力');
    expect(digital?.sureness).toBe('low');
    expect(digital?.why).toBe(
      '问卷差距（40人）显示有需求，复习掌握情况（10人以上）显示掌握较好，来源之间不一致，宜先座谈核实。',
    );
    expect(digital?.evidence.at(-1)?.speaksFor).toBe(false);
  });

  it('makes no need of what is recalled well or neither well nor poorly', () => {
    expect(diagnose({ ...NOTHING, recalled: [recalled('五', 90)] }).needs).toEqual([]);
    expect(diagnose({ ...NOTHING, recalled: [recalled('五', 75)] }).needs).toEqual([]);
    expect(diagnose({ ...NOTHING, recalled: [recalled('五', 69)] }).needs).toHaveLength(1);
  });

  it('is little sure of what few people show', () => {
    const [need] = diagnose({ ...NOTHING, recalled: [recalled('五', 20, 6)] }).needs;
    expect(need?.sureness).toBe('low');
    // Two kinds of sources that reach less than half of the people.
    const two = diagnose({
      ...NOTHING,
      unanswered: [{ title: PLAN, place: '五（二）', people: 7 }],
      recalled: [recalled('五', 20, 20)],
    });
    expect(two.needs.map(({ sureness }) => sureness)).toEqual(['fair']);
    expect(two.needs[0]?.why).toContain('没有覆盖到半数人员');
  });

  it('passes over totals of fewer than five people', () => {
    const { needs, sources } = diagnose({
      ...NOTHING,
      unanswered: [{ title: PLAN, place: '五（二）', people: 4 }],
      recalled: [recalled('五', 10, 4)],
    });
    expect([needs, sources]).toEqual([[], []]);
  });

  it('says nothing of four people', () => {
    const { needs, missing } = diagnose({ ...NOTHING, people: 4, surveys: [TWO] });
    expect(needs).toEqual([]);
    expect(missing).toEqual([
      '第3期干训班只有4人。不足5人不作诊断，可以并入上一级单位或相近的班次。',
    ]);
  });

  it('keeps apart what has no place in a material, and says so', () => {
    const { needs, missing } = diagnose({
      ...NOTHING,
      surveys: [
        survey([
          ['a', '甲', 5, ''],
          ['b', '乙', 4, ''],
        ]),
      ],
      recalled: [recalled('五', 20)],
    });
    expect(needs.map(({ subject, place }) => [subject, place])).toEqual([
      ['甲', ''],
      ['乙', ''],
      [`《${PLAN}》五的有关内容`, `《${PLAN}》五`],
    ]);
    expect(missing).toContain('问卷中有2项内容没有标注依据的位置，不能同提问和复习情况对照。');
  });

  it('says what is missing', () => {
    expect(diagnose(NOTHING).missing).toEqual([
      '没有可用的需求问卷结果，缺少干部本人评的差距。可以先起草并发布一份培训需求问卷。',
      '没有5人以上提问而现有资料没有答案的内容，或者提问还不多。',
      '没有5人以上的复习记录，看不出学过的内容记得怎样。',
      '以上来源都来自干部本人，没有单位任务和岗位职责方面的要求，宜再听取单位负责人的意见。',
    ]);
    const wide = diagnose({ ...NOTHING, surveys: [survey([['a', '甲', 5, '四']], 86, 120)] });
    expect(wide.missing[0]).toBe(
      '《培训需求问卷》发给120人，与第3期干训班的48人范围不同，结果只能参照。',
    );
    const few = survey([], 4);
    expect(diagnose({ ...NOTHING, surveys: [few] }).missing[1]).toBe(
      '《培训需求问卷》有效答卷不足5份，没有采用。',
    );
  });

  it('is honest where there is nothing', () => {
    const told = (of: Partial<DiagnosisInput>) =>
      JSON.stringify(diagnosisOutline(diagnose({ ...NOTHING, ...of }), '2026-11-25'));
    expect(told({})).toContain('目前没有可用的来源，不能作出诊断。');
    expect(told({ recalled: [recalled('五', 95)] })).toContain(
      '现有来源没有显示出明显的培训需求。这不等于没有需求，请看还缺哪些方面的情况。',
    );
  });

  it('tells the same before and after one person more has asked and answered', () => {
    const told = (people: number, answers: number, right: number) => {
      const totals = { material: 'plan', chapter: '六', people, answers, right };
      return diagnosisOutline(
        diagnose({
          ...{ ...NOTHING, surveys: [TWO], recalled: [totals] },
          unanswered: [{ title: PLAN, place: '五（一）', people }],
        }),
        '2026-11-25',
      );
    };
    expect(told(13, 101, 58)).toEqual(told(12, 100, 58));
  });
});

describe('the report of a diagnosis', () => {
  const input: DiagnosisInput = {
    ...NOTHING,
    surveys: [TWO],
    unanswered: [{ title: PLAN, place: '六（一）', people: 9 }],
    recalled: [recalled('六', 55), recalled('二', 90)],
  };

  it('has its parts', () => {
    const diagnosis = diagnose(input);
    const outline = diagnosisOutline(diagnosis, '2026-11-25');
    const headings = outline.blocks.flatMap((one) =>
      one.kind === 'heading' && one.level === 2 ? [one.text.slice(2)] : [],
    );
    expect(outline.title).toBe('第3期干训班培训需求诊断');
    expect(headings).toEqual(['诊断依据', '需求诊断', '还缺什么', '使用说明']);
    const words = JSON.stringify(outline);
    for (const { why, evidence } of diagnosis.needs) {
      expect(words).toContain(why);
      for (const { sentence } of evidence) expect(words).toContain(sentence);
    }
  });

  it('is a whole file, whatever people write', async () => {
    const outline = diagnosisOutline(
      diagnose({ ...hostile(input), titles: input.titles }),
      '2026-11-25',
    );
    const parts = partsOf(await outlineFile(outline, 'docx'));
    for (const [name, xml] of parts) expect([name, ...faultsOf(xml)]).toEqual([name]);
    const words = paragraphsOf(parts.get('word/document.xml') as string);
    expect(words.some(({ text }) => text.includes('数字化能力'))).toBe(true);
    const html = new TextDecoder().decode(await outlineFile(outline, 'html'));
    expect(html).not.toContain('<img');
  });
});
