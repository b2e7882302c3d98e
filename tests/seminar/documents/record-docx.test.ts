import { describe, expect, it } from 'vitest';
import { kitDocx } from '../../../src/seminar/documents/kit-docx.ts';
import { recordDocx } from '../../../src/seminar/documents/record-docx.ts';
import type { RecordSheet } from '../../../src/seminar/record-sheet.ts';
import { SAMPLE_KIT } from '../../support/seminar/sample-kit.ts';
import { SAMPLE_RECORD } from '../../support/seminar/sample-record.ts';
import { faultsOf, paragraphsOf, partsOf } from '../../support/word-file.ts';

const NOTHING: RecordSheet = {
  ...{
    className: '',
    date: '',
    topic: '训前需求调研走过场',
    group: '第1组',
    people: null,
    focus: '',
  },
  ...{ problems: [], causes: [], measures: [], disagreements: [], reportPoints: [] },
};

async function written(...sheets: RecordSheet[]) {
  const parts = partsOf(await recordDocx(sheets));
  const xml = parts.get('word/document.xml') as string;
  return { parts, xml, rows: rowsOf(xml), texts: paragraphsOf(xml).map(({ text }) => text) };
}

/** The words of every row of every table, by cells. */
function rowsOf(xml: string): string[][] {
  return [...xml.matchAll(/<w:tr>.*?<\/w:tr>/gsu)].map(([row]) =>
    [...row.matchAll(/<w:tc>.*?<\/w:tc>/gsu)].map(([cell]) =>
      paragraphsOf(cell)
        .map(({ text }) => text)
        .join('\n'),
    ),
  );
}

describe('a record sheet', () => {
  it('holds what a group said, with votes and ties', async () => {
    const { rows } = await written(SAMPLE_RECORD);
    expect(rows).toEqual([
      ['组别', '第2组', '时间', '2026年3月12日', '人数', '8人'],
      ['主题', '训前需求调研走过场'],
      ['序号', '问题', '得分'],
      ['1', '征求意见表只发到单位，由办公室代填，干部本人没有见过。（3条意见）', '17分'],
      ['2', '课程表沿用上一年，调研结果没有用上。（2条意见）', '9分（并列）'],
      ['3', '调研时间太短，三天内就要报回，来不及问人。', '9分（并列）'],
      ['4', '问的都是“想学什么”，没有问“工作卡在哪里”。', '8分'],
      ['5', '填了需求也没有下文，下次就随便填。', '5分'],
      ['6', '乡镇干部一人多岗，一张表说不清楚。', '0分'],
      ['征求意见表发到单位就停住了，干部本人没有机会说出岗位短板。'],
      ['类别', '原因', '得分'],
      ['人员', '负责调研的同志只有一人，还兼着档案和调训。', '12分'],
      ['制度', '没有规定调研必须问到干部本人。（2条意见）', '14分（并列）'],
      ['流程', '调研、计划、课程由三个科室分头做，中间不碰头。', '14分（并列）'],
      ['资源', '往年的培训记录散在几张表里，查起来费时。', '5分'],
      // No cause was found there, and one that nobody sorted.
      ['环境', '', ''],
      ['未归类', '大家习惯把调研当作走手续。', '3分'],
      ['序号', '对策', '责任主体', '时限', '可行性', '得分'],
      [
        ...['1', '开班前两周用电话访谈和问卷各问一遍，每班至少访谈十人。（2条意见）'],
        ...['县委组织部干训科', '下一期班次开班前', '人手够，先在一个班试行', '18分'],
      ],
      [
        ...['2', '课程表后面附“需求—课程”对照表，没有对应需求的课要说明理由。'],
        ...['县委党校教务科', '2026年6月底前', '', '16分'],
      ],
      ['3', '每季度召开一次需求会商会，会后十日内反馈采纳情况。', '', '', '', '14分'],
      ['1.访谈由组织部门做还是由党校做，两种意见都有人支持。'],
      [
        '1.问题不在表，在于没有问到人。\n2.先做一件事：下一期班次开班前访谈十名学员，把结果附在课程表后面。',
      ],
    ]);
  });

  it('groups causes by category, however they come', async () => {
    const causes = [...SAMPLE_RECORD.causes, ...SAMPLE_RECORD.causes].reverse();
    const { xml, rows } = await written({ ...SAMPLE_RECORD, causes });
    const names = rows.map(([first]) => first);
    expect(names.indexOf('人员')).toBeLessThan(names.indexOf('制度'));
    expect(names.indexOf('资源')).toBeLessThan(names.indexOf('未归类'));
    // Both causes of a category share its cell.
    expect(names.filter((name) => name === '人员')).toHaveLength(1);
    expect([...xml.matchAll(/<w:vMerge w:val="restart"\/>/gu)]).toHaveLength(5);
  });

  it('leaves rows to write in where nothing is recorded, as before a seminar', async () => {
    const { rows } = await written(NOTHING);
    const kit = partsOf(await kitDocx(SAMPLE_KIT, { className: '', date: '' }, ['record']));
    const before = rowsOf(kit.get('word/document.xml') as string).slice(0, rows.length);
    expect(before).toEqual(rows);
    expect(
      rows.filter(([number, words]) => /^\d+$/u.test(number ?? '') && words === ''),
    ).toHaveLength(14 + 4);
    for (const category of ['人员', '制度', '流程', '资源', '环境']) {
      expect(rows).toContainEqual([category, '', '']);
    }
    expect(rows[0]).toEqual(['组别', '第1组', '时间', '　　　年　　月　　日', '人数', '　　人']);
  });

  it('names the whole class where it was not divided', async () => {
    const { rows } = await written({ ...SAMPLE_RECORD, group: '' });
    expect(rows[0]?.slice(0, 2)).toEqual(['组别', '全班']);
  });

  it('shows no points where nobody voted', async () => {
    const problems = SAMPLE_RECORD.problems.map((item) => ({ ...item, points: null }));
    const { rows } = await written({ ...SAMPLE_RECORD, problems });
    expect(rows[3]?.[2]).toBe('');
  });

  it('begins every group on a new page that names it', async () => {
    const { parts, xml, texts } = await written(SAMPLE_RECORD, { ...SAMPLE_RECORD, group: '' });
    expect(texts.filter((text) => text === '结构化研讨记录表')).toHaveLength(2);
    expect([...xml.matchAll(/<w:type w:val="nextPage"\/>/gu)]).toHaveLength(2);
    const heads = [...parts].filter(([name]) => /word\/header\d+\.xml/u.test(name));
    expect(
      new Set(heads.flatMap(([, head]) => paragraphsOf(head).map(({ text }) => text))),
    ).toEqual(
      new Set([
        '各县干训干部班　2026年3月12日记录表　第2组',
        '各县干训干部班　2026年3月12日记录表',
      ]),
    );
    await expect(recordDocx([])).rejects.toThrow('there are none');
  });

  it('is not broken by what people put in', async () => {
    const text = '<b>&\u0001\uD800</w:t>'.repeat(200);
    const item = { text, raised: 2, points: 3, isTied: true };
    const { parts } = await written({
      ...{ ...SAMPLE_RECORD, group: text, focus: text, problems: [item] },
      causes: [{ ...item, category: text }],
      measures: [{ ...item, responsible: text, deadline: text, feasibility: text }],
    });
    expect([...parts.values()].flatMap(faultsOf)).toEqual([]);
  });
});
