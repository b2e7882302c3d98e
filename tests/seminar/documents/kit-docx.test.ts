import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kitDocx } from '../../../src/seminar/documents/kit-docx.ts';
import type { Kit } from '../../../src/seminar/kit.ts';
import { SAMPLE_KIT } from '../../support/seminar/sample-kit.ts';
import { faultsOf, paragraphsOf, partsOf } from '../../support/word-file.ts';

const HEAD = { className: '各县干训干部班', date: '2026-03-12' };
const ALL = ['plan', 'questions', 'record'] as const;
/** Twips of a millimetre. */
const MM = 1440 / 25.4;

const whole = partsOf(await kitDocx(SAMPLE_KIT, HEAD, ALL));
const documentXml = whole.get('word/document.xml') as string;
const paragraphs = paragraphsOf(documentXml);
const texts = paragraphs.map(({ text }) => text);

/** Paragraphs of the document that the style sets. */
const styled = (style: string) => paragraphs.filter((one) => one.style === style);

async function paragraphsFor(kit: Kit, sheets: Parameters<typeof kitDocx>[2] = ALL) {
  const parts = partsOf(await kitDocx(kit, { className: '', date: '' }, sheets));
  return paragraphsOf(parts.get('word/document.xml') as string);
}

describe('the Word file of a kit', () => {
  it('has a heading for every sheet and every part', () => {
    expect(styled('Heading1').map(({ text }) => text)).toEqual([
      '结构化研讨方案',
      '结构化研讨题目清单',
      ...Array(5).fill('结构化研讨记录表'),
    ]);
    expect(styled('Heading2').map(({ text }) => text)).toEqual([
      ...['一、班次与对象', '二、主题与聚焦问题', '三、选题依据〔规划要求〕'],
      ...['四、研讨目标〔方法建议〕', '五、分组与角色〔方法建议〕', '六、课前准备〔方法建议〕'],
      ...['七、研讨流程〔方法建议〕', '八、研讨规则〔方法建议〕', '九、物料准备〔方法建议〕'],
      ...['十、汇报与点评〔方法建议〕', '十一、成果去向〔方法建议〕', '十二、风险预案〔方法建议〕'],
      ...['一、问题（第1—4题）', '二、原因（第5—8题）', '三、对策（第9—12题）'],
      ...Array(5)
        .fill(['一、问题清单', '二、聚焦问题', '三、原因分析'])
        .flatMap((first) => [...first, '四、对策措施', '五、分歧意见', '六、汇报要点']),
    ]);
    const styles = whole.get('word/styles.xml') as string;
    for (const [id, level] of [
      ['Heading1', 0],
      ['Heading2', 1],
    ]) {
      expect(styles).toMatch(
        new RegExp(`w:styleId="${id}"><w:name w:val="heading ${Number(level) + 1}"/>`, 'u'),
      );
      expect(styles).toMatch(new RegExp(`styleId="${id}".*?<w:outlineLvl w:val="${level}"/>`, 'u'));
    }
  });

  it('holds everything that the kit holds', () => {
    const { order, focus, agenda, aims, rules, roles, questions, ...rest } = SAMPLE_KIT;
    const wanted = [
      ...[order.topic, order.audience, order.situation, focus, rest.groundingNote, rest.grouping],
      ...[...aims, ...rules, ...rest.preparation, ...rest.supplies],
      ...[...rest.reporting, ...rest.outcome],
      ...agenda.flatMap(({ step, minutes, tool, guide, output }) => [
        ...[step, `${minutes}分钟`, tool, guide, output],
      ]),
      ...roles.flatMap(({ role, duty }) => [role, duty]),
      ...rest.risks.flatMap(({ risk, response }) => [risk, response]),
      ...questions.flatMap(({ text, followUps, expected }) => [text, ...followUps, expected]),
    ];
    const all = texts.join('\n');
    expect(wanted.filter((words) => !all.includes(words))).toEqual([]);
    expect(all).toContain('全班40人，分为5组：第1组至第5组每组8人。');
  });

  it('quotes policy text word for word with its place, apart from advice', () => {
    expect(styled('PolicyQuote').map(({ text }) => text)).toEqual(
      SAMPLE_KIT.basis.map(({ text }) => text),
    );
    expect(styled('PolicySource').map(({ text }) => text)).toContain(
      '——《全国干部教育培训规划（2023—2027年）》七（一）',
    );
    // Each in full where it stands first; later questions refer to that one.
    const firstAt = new Map<number, number>();
    const told = SAMPLE_KIT.questions.flatMap(({ basis }, at) =>
      basis.map(({ text, place, start }) => {
        const first = firstAt.get(start);
        if (first !== undefined) return `政策依据　见第${first}题所引${place}`;
        firstAt.set(start, at + 1);
        return `政策依据　《全国干部教育培训规划（2023—2027年）》${place}：${text}`;
      }),
    );
    expect(styled('QuestionBasis').map(({ text }) => text)).toEqual(told);
    expect(told.filter((one) => one.includes('所引')).length).toBeGreaterThan(0);
    const withoutBasis = SAMPLE_KIT.questions.filter(({ basis }) => basis.length === 0);
    expect(texts.filter((text) => text === '方法建议，无直接政策依据')).toHaveLength(
      withoutBasis.length,
    );
    // Policy text looks like nothing else: a bar on the left, and a ground.
    const styles = whole.get('word/styles.xml') as string;
    const barred = [...styles.matchAll(/w:styleId="(\w+)">(?:(?!<\/w:style>).)*<w:pBdr><w:left/gu)];
    expect(barred.map(([, id]) => id)).toEqual([
      ...['PolicyLabel', 'PolicyQuote', 'PolicySource', 'QuestionBasis'],
    ]);
  });

  it('tells when each step begins and ends, and the sum', () => {
    const cells = texts.filter((text) => /^\d+分钟/u.test(text));
    // Of the times given first, then the steps, then the sum.
    expect(cells).toEqual([
      '180分钟',
      ...['10分钟0—10', '35分钟10—45', '10分钟45—55', '35分钟55—90', '35分钟90—125'],
      ...['15分钟125—140', '30分钟140—170', '10分钟170—180'],
      '180分钟',
    ]);
    expect(texts).toContain('合计');
  });

  it('numbers the questions through the stages, whatever the order in the kit', async () => {
    const mixed = { ...SAMPLE_KIT, questions: [...SAMPLE_KIT.questions].reverse() };
    const set = await paragraphsFor(mixed, ['questions']);
    const questions = set.filter(({ style }) => style === 'Question').map(({ text }) => text);
    expect(questions[0]).toBe(SAMPLE_KIT.questions.at(-1)?.text);
    expect(set.filter(({ style }) => style === 'QuestionNumber').map(({ text }) => text)).toEqual(
      questions.map((_, at) => `${at + 1}`),
    );
  });

  it('sets tables whose heads repeat and whose rows are never cut', () => {
    const tables = [...documentXml.matchAll(/<w:tbl>.*?<\/w:tbl>/gsu)].map(([table]) => table);
    const headed = tables.filter((table) => table.includes('<w:tblHeader/>'));
    // Roles, agenda, risks; three stages; problems, causes and measures of five groups.
    expect(headed).toHaveLength(3 + 3 + 3 * 5);
    const rows = [...documentXml.matchAll(/<w:tr>.*?<\/w:tr>/gsu)];
    expect(rows.filter(([row]) => !row.includes('<w:cantSplit/>'))).toEqual([]);
    for (const table of tables) {
      const widths = [...table.matchAll(/<w:gridCol w:w="(\d+)"/gu)].map(
        ([, width]) => +`${width}`,
      );
      const sum = widths.reduce((all, width) => all + width, 0);
      expect(Math.abs(sum - 156 * MM)).toBeLessThan(10);
    }
  });

  it('begins every sheet on a page of its own, on A4 with the margins of official papers', () => {
    const sections = [...documentXml.matchAll(/<w:sectPr.*?<\/w:sectPr>/gsu)].map(([one]) => one);
    expect(sections).toHaveLength(1 + 1 + 5);
    for (const section of sections) {
      expect(section).toContain('<w:type w:val="nextPage"/>');
      expect(section).toContain('<w:pgNumType w:start="1"/>');
      expect(measure(section, 'w')).toBeCloseTo(210, 0);
      expect(measure(section, 'h')).toBeCloseTo(297, 0);
      expect(measure(section, 'top')).toBeCloseTo(37, 0);
      expect(measure(section, 'left')).toBeCloseTo(28, 0);
      expect(
        measure(section, 'w') - measure(section, 'left') - measure(section, 'right'),
      ).toBeCloseTo(156, 0);
      expect(
        measure(section, 'h') - measure(section, 'top') - measure(section, 'bottom'),
      ).toBeCloseTo(225, 0);
    }
  });

  it('names class, date and sheet at the head and the page at the foot', () => {
    const heads = [...whole].filter(([name]) => /word\/header\d+\.xml/u.test(name));
    const words = new Set(heads.flatMap(([, xml]) => paragraphsOf(xml).map(({ text }) => text)));
    expect(words).toContain('各县干训干部班　2026年3月12日研讨方案');
    expect(words).toContain('各县干训干部班　2026年3月12日题目清单');
    expect(words).toContain('各县干训干部班　2026年3月12日记录表　第5组');
    const feet = [...whole].filter(([name]) => /word\/footer\d+\.xml/u.test(name));
    expect(feet.length).toBeGreaterThan(0);
    for (const [, xml] of feet) expect(xml).toMatch(/－ <\/w:t>.*PAGE.*<w:t[^>]*> －/su);
  });

  it('gives the date a line of its own where the name of the class is long', async () => {
    const className = '2026年春季学期第二期全市干部教育培训管理干部能力提升专题研讨班';
    const parts = partsOf(await kitDocx(SAMPLE_KIT, { ...HEAD, className }, ['plan']));
    expect(parts.get('word/header1.xml')).toMatch(
      /研讨班<\/w:t>.*<w:br\/><w:t[^>]*>2026年3月12日</su,
    );
    expect(whole.get('word/header1.xml')).not.toContain('<w:br/>');
  });

  it('names fonts of official papers, and others for machines that lack them', () => {
    const fonts = whole.get('word/fontTable.xml') as string;
    const instead = (name: string) =>
      new RegExp(`w:name="${name}"><w:altName w:val="([^"]+)"`, 'u').exec(fonts)?.[1];
    expect(instead('方正小标宋简体')).toMatch(/宋体, SimSun$/u);
    expect(instead('仿宋')).toMatch(/^FangSong, 仿宋_GB2312/u);
    const used = [documentXml, whole.get('word/styles.xml'), whole.get('word/footer1.xml')].join(
      '',
    );
    const named = [...used.matchAll(/w:eastAsia="([^"]+)"/gu)].map(([, name]) => name);
    const known = [...fonts.matchAll(/<w:font w:name="([^"]+)"/gu)].map(([, name]) => name);
    expect(new Set(named.filter((name) => name !== 'zh-CN'))).toEqual(new Set(known));
  });

  it('says what it is and in which language', () => {
    const core = whole.get('docProps/core.xml') as string;
    expect(core).toContain('<dc:title>结构化研讨：训前需求调研走过场</dc:title>');
    expect(core).toContain('<dc:creator>干训助手</dc:creator>');
    expect(whole.get('word/styles.xml')).toContain('<w:lang w:val="zh-CN" w:eastAsia="zh-CN"/>');
  });

  it('prints the sheets asked for alone', async () => {
    const titles = async (...sheets: Parameters<typeof kitDocx>[2]) =>
      (await paragraphsFor(SAMPLE_KIT, sheets))
        .filter(({ style }) => style === 'Heading1')
        .map(({ text }) => text);
    expect(await titles('questions')).toEqual(['结构化研讨题目清单']);
    expect(await titles('questions', 'plan')).toEqual(['结构化研讨题目清单', '结构化研讨方案']);
    await expect(kitDocx(SAMPLE_KIT, HEAD, [])).rejects.toThrow('it has no sheets');
  });

  it('says on every sheet that policy text carries the topic in part', async () => {
    const note = '规划中与县域直接有关的表述较少。';
    const set = await paragraphsFor({ ...SAMPLE_KIT, grounding: 'partial', groundingNote: note });
    const warnings = set.filter(({ style }) => style === 'Warning').map(({ text }) => text);
    expect(warnings).toEqual(Array(7).fill(`政策依据说明：${note}`));
    expect(styled('Warning')).toEqual([]);
  });

  it('claims no policy where there is none', async () => {
    const questions = SAMPLE_KIT.questions.map((question) => ({ ...question, basis: [] }));
    const kit = { ...SAMPLE_KIT, grounding: 'none' as const, basis: [], questions };
    const set = await paragraphsFor(kit, ['plan', 'questions']);
    expect(set.map(({ text }) => text)).toContain('本次研讨没有可以引用的政策原文。');
    expect(set.map(({ text }) => text)).toContain('三、选题依据');
    expect(set.filter(({ text }) => text.includes('逐字引用'))).toEqual([]);
    expect(set.filter(({ style }) => /^(?:Policy|QuestionBasis)/u.test(style))).toEqual([]);
  });

  it('leaves room for what is still open', async () => {
    const set = (await paragraphsFor(SAMPLE_KIT)).map(({ text }) => text);
    expect(set).toContain('　　　年　　月　　日');
    expect(set).toContain('　　人');
    const blank = [...documentXml.matchAll(/<w:trHeight w:val="(\d+)" w:hRule="atLeast"\/>/gu)];
    const heights = blank.map(([, height]) => Number(height) / MM);
    expect(Math.min(...heights)).toBeGreaterThan(7);
  });

  it('keeps the lines that a trainer typed', async () => {
    const order = { ...SAMPLE_KIT.order, situation: '第一行。\n第二行。' };
    const set = await paragraphsFor({ ...SAMPLE_KIT, order }, ['plan']);
    expect(set).toContainEqual({ style: 'BodyText', text: '本地情况：第一行。' });
    expect(set).toContainEqual({ style: 'BodyText', text: '第二行。' });
  });

  it('is not broken by anything that a kit may hold', async () => {
    const hostile = '<b>&"\'</w:t>\u0001\u000B\u200B\u202E\uFFFE\uD800]]>{{x}}\r\n第二行\t末';
    const kit = { ...SAMPLE_KIT, focus: hostile, rules: [hostile], aims: [hostile] };
    const parts = partsOf(
      await kitDocx(
        { ...kit, order: { ...kit.order, topic: hostile, situation: hostile } },
        { className: hostile, date: '不是日期' },
        ALL,
      ),
    );
    for (const [name, xml] of parts) expect([name, ...faultsOf(xml)]).toEqual([name]);
    const set = paragraphsOf(parts.get('word/document.xml') as string);
    expect(set.map(({ text }) => text)).toContain('1.<b>&"\'</w:t>]]>{{x}}');
  });

  it('stays whole whatever is typed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (words) => {
        const order = { ...SAMPLE_KIT.order, topic: words, audience: words, situation: words };
        const kit = { ...SAMPLE_KIT, order, focus: words, rules: [words] };
        const parts = partsOf(await kitDocx(kit, { className: words, date: words }, ALL));
        expect([...parts.values()].flatMap(faultsOf)).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  it('serves a seminar of three hundred', async () => {
    const groups = Array.from({ length: 38 }, (_, at) => ({
      ...{ name: `第${at + 1}组`, people: at < 34 ? 8 : 7 },
    }));
    const order = { ...SAMPLE_KIT.order, people: 300 };
    const set = await paragraphsFor({ ...SAMPLE_KIT, order, groups });
    expect(set.filter(({ text }) => text === '结构化研讨记录表')).toHaveLength(38);
    expect(set.map(({ text }) => text).join('\n')).toContain(
      '全班300人，分为38组：第1组至第34组每组8人，第35组至第38组每组7人。',
    );
  });
});

describe('the Word library', () => {
  it('is loaded with a document alone', () => {
    const source = fileURLToPath(new URL('../../../src', import.meta.url));
    const files = readdirSync(source, { recursive: true, encoding: 'utf8' });
    const loading = files.filter(
      (path) =>
        path.endsWith('.ts') &&
        !path.split(sep).includes('word') &&
        /^import (?!type )[^;]*from '(?:docx|[^']*\/word\/[^']*)'/mu.test(
          readFileSync(join(source, path), 'utf8'),
        ),
    );
    expect(loading).toEqual([]);
  });
});

/** Of the page, in millimetres. */
function measure(section: string, name: string): number {
  return Number(new RegExp(` w:${name}="(\\d+)"`, 'u').exec(section)?.[1]) / MM;
}
