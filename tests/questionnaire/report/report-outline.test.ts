import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Analysis } from '../../../src/questionnaire/analysis/analysis.ts';
import type { Block } from '../../../src/questionnaire/report/outline.ts';
import { reportLines } from '../../../src/questionnaire/report/report-lines.ts';
import { reportOutline } from '../../../src/questionnaire/report/report-outline.ts';
import { reportTitle } from '../../../src/questionnaire/report/report-words.ts';
import * as evaluation from './evaluation-fixture.ts';
import * as needs from './needs-fixture.ts';

const outline = reportOutline(needs.ANALYSIS, needs.QUESTIONNAIRE, needs.HEAD);
const evaluated = reportOutline(evaluation.ANALYSIS, evaluation.QUESTIONNAIRE, evaluation.HEAD);

function headings(blocks: readonly Block[], level = 2): string[] {
  return blocks.flatMap((one) => (one.kind === 'heading' && one.level === level ? [one.text] : []));
}

/** The blocks below a heading of level 2. */
function below(blocks: readonly Block[], heading: string): Block[] {
  const start = blocks.findIndex((one) => one.kind === 'heading' && one.text === heading);
  const rest = blocks.slice(start + 1);
  const end = rest.findIndex((one) => one.kind === 'heading' && one.level === 2);
  return start < 0 ? [] : rest.slice(0, end < 0 ? undefined : end);
}

function listOf(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((one) => (one.kind === 'list' ? one.items : []));
}

function tablesOf(blocks: readonly Block[]) {
  return blocks.flatMap((one) =>
    one.kind === 'table' ? [one.table] : one.kind === 'chart' && one.table ? [one.table] : [],
  );
}

describe('a report of needs', () => {
  it('has its parts in order', () => {
    expect(outline.title).toBe('2027年度全市干部培训需求调研报告');
    expect(headings(outline.blocks)).toEqual([
      ...['一、调研概况', '二、主要结论', '三、需求排序', '四、分层比较'],
      ...['五、培训方式、师资、时间等意见', '六、开放题主题', '七、开班建议', '八、局限'],
    ]);
    expect(headings(outline.blocks, 3)).toEqual([
      ...['（一）按职务层级', '（二）按岗位类别', '（三）按年龄段'],
      ...['（一）方式与师资', '（二）时间安排', '（三）困难与建议'],
    ]);
  });

  it('concludes in three to five sentences that hold the figures', () => {
    const told = listOf(below(outline.blocks, '二、主要结论'));
    expect(told).toEqual([
      '问卷发给120人，收到有效答卷86份，回收率71.7%。以下结论是填答者的意见，不推断到没有填答的干部。',
      '需求最突出的内容是“数字化履职与数据治理能力”“应急处突与舆情引导”“推动高质量发展的专业本领”，平均加权差距依次为8.63、8.16、7.76；其中“数字化履职与数据治理能力”重要程度平均4.52分，掌握程度平均2.61分。',
      '重要而掌握不足、宜优先安排的有“数字化履职与数据治理能力”“应急处突与舆情引导”“推动高质量发展的专业本领”“做新形势下群众工作的方法”等6项；重要、掌握好于其他内容的有“习近平新时代中国特色社会主义思想的系统学习”“党章党规党纪和政治纪律”，不必面向全体单独开班。',
      '按职务层级比较，各组的首位需求不同：县处级是“推动高质量发展的专业本领”，乡科级是“数字化履职与数据治理能力”。',
      '培训方式以“案例式教学”（62.8%）居首，授课师资以“有实践经验的领导干部”（66.3%）居首，时间安排以“4至5天”（51.2%）居首，参训困难以“工作任务重，走不开”（70.9%）居首。',
    ]);
  });

  it('numbers the plot as the table below it', () => {
    const [plot, table] = below(outline.blocks, '三、需求排序').slice(2);
    if (plot?.kind !== 'chart' || plot.chart.kind !== 'quadrants') throw new Error('no plot');
    if (table?.kind !== 'table') throw new Error('no table');
    expect(plot.chart.points.map(({ number, label }) => [`${number}`, label])).toEqual(
      table.table.rows.map(([number, label]) => [number, label]),
    );
    // The same score has the same rank, and numbers of its own in the plot.
    expect(table.table.rows.map((row) => row[5])).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
      '8',
      '8',
      '10',
      '11',
      '12',
    ]);
    // Means by hand: 52.03 / 12 and 40.30 / 12.
    expect(plot.chart.means.importance).toBeCloseTo(52.03 / 12, 6);
    expect(plot.chart.means.competence).toBeCloseTo(40.3 / 12, 6);
  });

  it('hides what is hidden, says so, and nowhere else', () => {
    const hidden = tablesOf(outline.blocks).filter(({ rows }) => rows.flat().includes('—'));
    expect(hidden.map(({ caption }) => caption.replace(/^表\d+　/u, ''))).toEqual([
      '填答者构成',
      '您希望采用哪些培训方式？（最多选3项）（人数）',
      '各组差距最大的内容：按岗位类别',
      '第16题　您希望采用哪些培训方式？（最多选3项）',
      '第21题　影响您参加培训的主要困难是什么？（最多选3项）',
    ]);
    for (const table of hidden) expect(table.note).toContain('“—”表示人数不足5人');
    const others = tablesOf(outline.blocks).filter((table) => !hidden.includes(table));
    expect(others.filter(({ note }) => note.includes('“—”'))).toEqual([]);
  });

  it('quotes the plan word for word, each passage once', () => {
    const plan = readFileSync(
      new URL('../../../corpus/plan-2023-2027.txt', import.meta.url),
      'utf8',
    );
    const quotes = outline.blocks.flatMap((one) => (one.kind === 'quote' ? [one] : []));
    expect(quotes.map(({ source }) => source)).toEqual([
      '《全国干部教育培训规划（2023—2027年）》六（三）',
      '《全国干部教育培训规划（2023—2027年）》四（三）',
    ]);
    for (const { text, label } of quotes) {
      expect(plan).toContain(text);
      expect(label).toBe('规划要求');
    }
    const notes = below(outline.blocks, '七、开班建议').flatMap((one) =>
      one.kind === 'note' ? [one.text] : [],
    );
    expect(notes).toContain('依据同第2条建议所引四（三）。');
    expect(notes).toContain('这项内容没有标注规划依据，请结合本地实际研究。');
  });

  it('tells in words all that a picture shows', () => {
    const charts = outline.blocks.flatMap((one) => (one.kind === 'chart' ? [one] : []));
    expect(charts).toHaveLength(9);
    for (const { chart, alt } of charts) {
      const names =
        chart.kind === 'quadrants'
          ? chart.points.map(({ label }) => label)
          : chart.kind === 'bars'
            ? chart.bars.map(({ label }) => label.replace(/^\d+ /u, ''))
            : [];
      for (const name of names) expect(alt).toContain(name);
    }
  });

  it('sets tables as wide as the page', () => {
    for (const { caption, columns, rows } of tablesOf([...outline.blocks, ...evaluated.blocks])) {
      const width = columns.reduce((sum, column) => sum + column.width, 0);
      expect([caption, Math.round(width)]).toEqual([caption, 156]);
      for (const row of rows) expect(row).toHaveLength(columns.length);
    }
  });

  it('tells of nothing but totals where fewer than five answered', () => {
    const few: Analysis = {
      ...{ sample: { invited: 9, answered: 4, rate: 4 / 9 }, items: [], needs: [], changes: [] },
      ...{ crossTabs: [], suggestions: [], limits: ['人数太少。'] },
    };
    const { blocks } = reportOutline(few, needs.QUESTIONNAIRE, needs.HEAD);
    expect(headings(blocks)).toEqual(['一、基本情况', '二、局限']);
    const words = JSON.stringify(blocks);
    expect(words).toContain('有效答卷不足5份，为保护填答人，不列出各题结果。');
    expect(reportLines(few, needs.QUESTIONNAIRE, needs.HEAD).map(({ heading }) => heading)).toEqual(
      ['概况', '局限'],
    );
  });

  it('calls groups by a name, and leaves out what respondents were told in a label', () => {
    const [tab, ...others] = needs.ANALYSIS.crossTabs;
    if (tab === undefined) throw new Error('no groups');
    const asked = { ...tab, text: '您的职务属于哪一类？' };
    const groups = asked.groups.map((one, at) =>
      at === 0 ? { ...one, label: '其他（请注明）' } : one,
    );
    const { blocks } = reportOutline(
      { ...needs.ANALYSIS, crossTabs: [{ ...asked, groups }, ...others] },
      ...([needs.QUESTIONNAIRE, needs.HEAD] as const),
    );
    const words = JSON.stringify(blocks);
    expect(words).toContain('（一）按职务');
    expect(words).not.toMatch(/您的职务|请注明/u);
  });

  it('names tables that would be mostly hidden, instead of printing them', () => {
    const [tab, ...others] = needs.ANALYSIS.crossTabs;
    const table = tab?.tables[0];
    if (tab === undefined || table === undefined) throw new Error('no tables');
    const rows = table.rows.map((row) => row.map(() => null));
    const crossTabs = [{ ...tab, tables: [{ ...table, rows }] }, ...others];
    const { blocks } = reportOutline(
      { ...needs.ANALYSIS, crossTabs },
      needs.QUESTIONNAIRE,
      needs.HEAD,
    );
    const notes = blocks.flatMap((one) => (one.kind === 'note' ? [one.text] : []));
    expect(notes.some((text) => /多数数字不足5人，不列表/u.test(text))).toBe(true);
    expect(tablesOf(blocks).filter(({ caption }) => caption.includes('（人数）'))).toEqual([]);
  });

  it('does not know how many were asked by a link', () => {
    const byLink = { ...needs.ANALYSIS, sample: { invited: null, answered: 86, rate: null } };
    const { blocks } = reportOutline(byLink, needs.QUESTIONNAIRE, needs.HEAD);
    expect(listOf(blocks)[0]).toContain('发放人数不明，不计算回收率');
    expect(JSON.stringify(blocks)).not.toContain('回收情况');
  });

  it('stands in the chat in the words of the file', () => {
    const parts = reportLines(needs.ANALYSIS, needs.QUESTIONNAIRE, needs.HEAD);
    const words = JSON.stringify(outline.blocks);
    for (const heading of ['概况', '主要结论', '局限']) {
      const lines = parts.find((one) => one.heading === heading)?.lines ?? [];
      expect(lines.length).toBeGreaterThan(0);
      for (const line of lines) expect(words).toContain(line);
    }
    expect(parts.find(({ heading }) => heading === '差距排序')?.lines).toHaveLength(8);
  });
});

describe('a report of a class', () => {
  it('has its parts in order', () => {
    expect(evaluated.title).toBe('全市干训干部能力提升班评估报告');
    expect(headings(evaluated.blocks)).toEqual([
      ...['一、评估概况', '二、主要结论', '三、学员反应（第一级评估）'],
      ...['四、训前训后变化（第二级评估）', '五、意见主题', '六、局限'],
    ]);
  });

  it('never judges a person, and says so', () => {
    const sentence =
      '班次评估评的是班次，不是人。评估结果用于改进培训，不对任何干部或教师的考核、任用、处分作出判断。';
    expect(listOf(below(evaluated.blocks, '六、局限'))).toContain(sentence);
    expect(evaluated.blocks).toContainEqual({ kind: 'note', text: sentence });
    expect(JSON.stringify(outline.blocks)).not.toContain(sentence);
  });

  it('concludes with the figures worked out by hand', () => {
    expect(listOf(below(evaluated.blocks, '二、主要结论'))).toEqual([
      '问卷发给48人，收到有效答卷45份，回收率93.8%。以下结论是填答学员的意见。',
      '正面评价最多的是“授课教师的水平”，占100.0%；相对较少的是“食宿和组织安排”，占64.4%。',
      '学员自评的掌握程度，4项内容平均由2.96分到3.91分；变化最大的是“结构化研讨的组织方法”（+1.73），最小的是“公文写作”（+0.04）。',
      '开放题中提到较多的主题是“研讨、时间”（9人）、“案例”（6人）。',
    ]);
  });

  it('speaks of questions as of statements, and names no least of changes that are alike', () => {
    const { items, changes } = evaluation.ANALYSIS;
    const analysis = {
      ...evaluation.ANALYSIS,
      items: items.map((item) => ({ ...item, text: `您对${item.text}满意吗？` })),
      changes: changes.map((one) => ({ ...one, before: 2, after: 3.001 })),
    };
    const told = listOf(
      below(
        reportOutline(analysis, evaluation.QUESTIONNAIRE, evaluation.HEAD).blocks,
        '二、主要结论',
      ),
    );
    expect(told[1]).toMatch(/^正面评价最多的是“对授课教师的水平满意”/u);
    expect(told[2]).toContain('各项变化相近，都是+1.00');
  });

  it('sets questions on one scale as one picture', () => {
    const charts = below(evaluated.blocks, '三、学员反应（第一级评估）');
    expect(charts).toHaveLength(1);
    const [chart] = charts;
    if (chart?.kind !== 'chart' || chart.chart.kind !== 'shares') throw new Error('no picture');
    expect(chart.chart.rows.map(({ shares }) => shares.length)).toEqual([5, 5, 5, 5]);
    expect(chart.chart.rows[2]?.shares.slice(2)).toEqual([null, null, 0]);
  });
});

describe('the title of a report', () => {
  it.each([
    ['2027年度县处级领导干部培训需求问卷', 'needs', '2027年度县处级领导干部培训需求调研报告'],
    ['培训需求调查问卷', 'needs', '培训需求调研报告'],
    ['全市干部培训调研', 'needs', '全市干部培训调研报告'],
    ['青年干部班', 'evaluation', '青年干部班班次评估报告'],
    ['问卷', 'evaluation', '班次评估报告'],
  ] as const)('%s (%s) is %s', (title, kind, report) => {
    expect(reportTitle(title, kind)).toBe(report);
  });
});
