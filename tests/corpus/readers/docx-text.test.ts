import { describe, expect, it } from 'vitest';
import { type RawReading, READING_LIMITS } from '../../../src/corpus/readers/document.ts';
import { readDocx } from '../../../src/corpus/readers/docx/read-docx.ts';
import { sliceOf } from '../../../src/text/span.ts';
import { makeDocx, p, r, type WordParts } from '../../support/make-docx.ts';

async function read(parts: WordParts | string): Promise<RawReading> {
  const whole = typeof parts === 'string' ? { body: parts } : parts;
  return readDocx(await makeDocx(whole), READING_LIMITS);
}

async function linesOf(parts: WordParts | string): Promise<string[]> {
  return (await read(parts)).text.split('\n');
}

const para = (inner: string, looks = '') => `<w:p><w:pPr>${looks}</w:pPr>${inner}</w:p>`;
const run = (inner: string) => `<w:r>${inner}</w:r>`;
const mark = (type: string) => run(`<w:fldChar w:fldCharType="${type}"/>`);
const code = (words: string) => run(`<w:instrText xml:space="preserve">${words}</w:instrText>`);
const field = (words: string, result: string) =>
  mark('begin') + code(words) + mark('separate') + result + mark('end');
const styled = (id: string) => `<w:pStyle w:val="${id}"/>`;
const style = (id: string, name: string, more = '') =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`;
const row = (...cells: string[]) =>
  `<w:tr>${cells.map((cell) => `<w:tc>${cell.startsWith('<') ? cell : p(cell)}</w:tc>`).join('')}</w:tr>`;
const kindsOf = ({ leftOut }: RawReading) =>
  leftOut.map(({ what, count, sample }) => [what, count, sample]);

describe('words of a paragraph', () => {
  it.each([
    ['in several runs', r('干部') + r('教育') + r('培训'), '干部教育培训'],
    ['with marks of XML', r('甲&lt;乙&amp;丙'), '甲<乙&丙'],
    [
      'with a tab and a hyphen',
      run('<w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:noBreakHyphen/><w:t>丙</w:t>'),
      '甲\t乙-丙',
    ],
    ['with a soft hyphen', run('<w:t>教</w:t><w:softHyphen/><w:t>育</w:t>'), '教育'],
    ['in a link', `<w:hyperlink r:id="x">${r('链接文字')}</w:hyperlink>${r('。')}`, '链接文字。'],
    [
      'in smart tags',
      `<w:smartTag w:element="date">${r('2026年')}<w:smartTag>${r('3月')}</w:smartTag></w:smartTag>`,
      '2026年3月',
    ],
    [
      'in a control',
      `<w:sdt><w:sdtPr/><w:sdtContent>${r('控件文字')}</w:sdtContent></w:sdt>`,
      '控件文字',
    ],
    ['of a field', `${r('见')}${field(' REF _Ref1 \\h ', r('第三条'))}${r('。')}`, '见第三条。'],
    ['of a field in a field', field('IF 1 = 1', r('外') + field('PAGE', r('内'))), '外内'],
    ['of a simple field', `<w:fldSimple w:instr=" DATE ">${r('今日')}</w:fldSimple>`, '今日'],
    [
      'with signs of a font',
      run(
        '<w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="Wingdings 2" w:char="F0A3"/><w:t>是</w:t>',
      ),
      '☑□是',
    ],
    [
      'with ruby',
      run(`<w:ruby><w:rt>${r('pei')}</w:rt><w:rubyBase>${r('培')}</w:rubyBase></w:ruby>`),
      '培',
    ],
    [
      'of a formula',
      `${r('比例为')}<m:oMath><m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>`,
      '比例为(a+b)/2',
    ],
    ['inserted in a revision', `${r('甲')}<w:ins w:id="1">${r('乙')}</w:ins>`, '甲乙'],
    [
      'deleted in a revision',
      `${r('甲')}<w:del w:id="1">${run('<w:delText>乙</w:delText>')}</w:del>`,
      '甲',
    ],
    [
      'moved in a revision',
      `<w:moveFrom w:id="1">${r('旧')}</w:moveFrom><w:moveTo w:id="2">${r('新')}</w:moveTo>`,
      '新',
    ],
    [
      'hidden',
      r('可见') + r('不可见', '<w:vanish/>') + r('也可见', '<w:vanish w:val="0"/>'),
      '可见也可见',
    ],
  ])('%s', async (_name, inner, expected) => {
    expect((await read(para(inner))).text).toBe(expected);
  });

  it('keeps white space only where the file says so', async () => {
    expect((await read(para(`<w:r><w:t> 甲 </w:t></w:r>${r(' 乙 丙')}`))).text).toBe('甲 乙 丙');
  });

  it('takes a break as a line, but not in a title', async () => {
    const broken = run('<w:t>关于印发办法的</w:t><w:br/><w:t>通知</w:t>');
    const statements = run('<w:t>联系人：张三</w:t><w:br/><w:t>电话：123</w:t>');
    const body =
      para(broken, '<w:jc w:val="center"/>') +
      para(statements) +
      para(run('<w:t>甲</w:t><w:br w:type="page"/><w:t>乙</w:t>'), '<w:jc w:val="center"/>');
    expect(await linesOf(body)).toEqual([
      '关于印发办法的通知',
      '联系人：张三',
      '电话：123',
      '甲',
      '乙',
    ]);
  });

  it('reads a file that names its namespaces in its own way', async () => {
    const space = 'http://purl.oclc.org/ooxml/wordprocessingml/main';
    const body = `<x:p xmlns:x="${space}"><x:r><x:t>严格格式</x:t></x:r></x:p><other:p xmlns:other="urn:w" xmlns:w="urn:none"><w:t>不是文字</w:t></other:p>`;
    expect((await read(body)).text).toBe('严格格式');
  });
});

describe('text boxes', () => {
  const content = `<w:txbxContent>${p('框中文字')}</w:txbxContent>`;
  const modern = `<w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx>${content}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>`;
  const old = `<w:pict><v:shape><v:textbox>${content}</v:textbox></v:shape></w:pict>`;

  it('are read once, whatever the file offers for older programs', async () => {
    const both = `<mc:AlternateContent><mc:Choice Requires="wps">${modern}</mc:Choice><mc:Fallback>${old}</mc:Fallback></mc:AlternateContent>`;
    expect(await linesOf(para(run(both) + r('所在段落')) + p('下一段'))).toEqual([
      '所在段落',
      '框中文字',
      '下一段',
    ]);
  });

  it('are read in their older form alone, too', async () => {
    const unknown = `<mc:AlternateContent><mc:Choice Requires="future"><w:t>未来</w:t></mc:Choice><mc:Fallback>${old}</mc:Fallback></mc:AlternateContent>`;
    expect(await linesOf(para(run(unknown)))).toEqual(['框中文字']);
  });
});

describe('tables', () => {
  it('are read row by row, with a tab between cells', async () => {
    const table = `<w:tbl><w:tblPr/>${row('项目', '学时')}${row(p('第一段') + p('第二段'), '')}${row('', '40')}</w:tbl>`;
    const reading = await read(p('前文') + table + p('后文'));
    expect(reading.text.split('\n')).toEqual(['前文', '项目\t学时', '第一段 第二段', '40', '后文']);
    expect(reading.tables).toBe(1);
  });

  it('give merged cells once', async () => {
    const merged = (words: string, more: string) => `<w:tcPr>${more}</w:tcPr>${p(words)}`;
    const table = `<w:tbl>${row(merged('部门', '<w:vMerge w:val="restart"/>'), '一处')}${row(merged('旧字', '<w:vMerge/>'), '二处')}${row(merged('合计', '<w:gridSpan w:val="2"/>'))}</w:tbl>`;
    const reading = await read(table);
    expect(reading.text.split('\n')).toEqual(['部门\t一处', '二处', '合计']);
    expect(kindsOf(reading)).toEqual([['隐藏文字', 1, '旧字']]);
  });

  it('within tables stand in their cell', async () => {
    const inner = `<w:tbl>${row('内一', '内二')}${row('内三', '内四')}</w:tbl>`;
    const reading = await read(`<w:tbl>${row(p('外') + inner, '右')}</w:tbl>`);
    expect(reading.text).toBe('外 内一 内二 内三 内四\t右');
    expect(reading.tables).toBe(2);
  });

  it('of one cell are boxes around text', async () => {
    const reading = await read(
      `<w:tbl>${row(p('专栏1　重点班次') + p('第一句。') + p('第二句。'))}</w:tbl>`,
    );
    expect(reading.text.split('\n')).toEqual(['专栏1　重点班次', '第一句。', '第二句。']);
    expect(reading.tables).toBe(0);
  });

  it('keep rows in controls, and lose rows deleted in a revision', async () => {
    const deleted = row('删去').replace('<w:tr>', '<w:tr><w:trPr><w:del w:id="1"/></w:trPr>');
    const controlled = `<w:sdt><w:sdtContent>${row('甲', '乙')}</w:sdtContent></w:sdt>`;
    const reading = await read(`<w:tbl>${controlled}${deleted}</w:tbl>`);
    expect(reading.text).toBe('甲\t乙');
    expect(kindsOf(reading)).toEqual([['修订中删去的文字', 1, '删去']]);
  });
});

describe('notes', () => {
  const note = (kind: string, id: number, inner: string) =>
    `<w:${kind} w:id="${id}">${inner}</w:${kind}>`;
  const notes = {
    footnotes:
      note('footnote', 2, p('脚注内容。')) + note('footnote', 3, p('第一段。') + p('第二段。')),
    endnotes: note('endnote', 2, p('尾注内容。')),
  };
  const reference = (kind: string, id: number) => run(`<w:${kind}Reference w:id="${id}"/>`);

  it('stand after their paragraph, and after their row', async () => {
    const cell = para(r('乙') + reference('footnote', 3));
    const reading = await read({
      ...notes,
      body: `${para(r('规划') + reference('footnote', 2) + r('要求') + reference('endnote', 2) + r('。'))}<w:tbl>${row('甲', cell)}${row('丙', '注：丁')}</w:tbl>${p('后文')}`,
    });
    expect(reading.text.split('\n')).toEqual([
      '规划要求。',
      '注：脚注内容。',
      '注：尾注内容。',
      '甲\t乙',
      '注：第一段。',
      '第二段。',
      '丙\t注：丁',
      '后文',
    ]);
    expect(reading.doubts).toEqual([expect.stringContaining('脚注、尾注共 3 条')]);
  });

  it('of deleted words go with them', async () => {
    const reading = await read({
      ...notes,
      body: para(`${r('甲')}<w:del>${reference('footnote', 2)}</w:del>`),
    });
    expect(reading.text).toBe('甲');
    expect(reading.aside).toContain('脚注内容。');
  });
});

describe('what is left out is told, and its words are looked through', () => {
  const toc = (words: string) => para(r(words), styled('TOC1'));

  it.each<[string, WordParts, string, (string | number)[][]]>([
    [
      'headers, footers and page numbers',
      {
        body: p('正文'),
        header: p('页眉文字'),
        footer: para(r('— ') + field('PAGE', r('1')) + r(' —')),
      },
      '页眉文字',
      [
        ['页眉', 1, '页眉文字'],
        ['页码', 1, '— 1 —'],
      ],
    ],
    [
      'comments',
      { body: p('正文'), comments: `<w:comment w:id="1">${p('这里要改')}</w:comment>` },
      '这里要改',
      [['批注', 1, '这里要改']],
    ],
    [
      'hidden words',
      { body: para(r('正文') + r('藏一', '<w:vanish/>') + r('藏二', '<w:vanish/>')) },
      '藏一藏二',
      [['隐藏文字', 1, '藏一藏二']],
    ],
    [
      'deleted words',
      { body: para(`${r('正文')}<w:del>${run('<w:delText>删去的话</w:delText>')}</w:del>`) },
      '删去的话',
      [['修订中删去的文字', 1, '删去的话']],
    ],
    [
      'a table of contents in its field',
      {
        body:
          para(mark('begin') + code(' TOC \\o "1-3" ') + mark('separate') + r('第一章…1')) +
          para(r('第二章…2') + mark('end')) +
          p('正文'),
      },
      '第二章…2',
      [['目录', 2, '第一章…1']],
    ],
    [
      'a table of contents by its styles',
      { styles: style('TOC1', 'toc 1'), body: toc('第一章…1') + p('正文') },
      '第一章…1',
      [['目录', 1, '第一章…1']],
    ],
    [
      'a table of contents in a control',
      {
        body: `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${p('目录')}${p('第一章…1')}</w:sdtContent></w:sdt>${p('正文')}`,
      },
      '第一章…1',
      [['目录', 2, '目录']],
    ],
    [
      'prompts of controls',
      {
        body: `${p('正文')}<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${p('单击此处输入文字')}</w:sdtContent></w:sdt>`,
      },
      '单击此处',
      [['待填写处的提示文字', 1, '单击此处输入文字']],
    ],
    [
      'pictures',
      {
        body: para(
          r('正文') +
            run(
              '<w:drawing><wp:inline><wp:docPr id="1" name="x" descr="流程图"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>',
            ),
        ),
      },
      '流程图',
      [['图片', 1, '流程图']],
    ],
    [
      'word art',
      {
        body: para(
          r('正文') + run('<w:pict><v:shape><v:textpath string="秘密"/></v:shape></w:pict>'),
        ),
      },
      '秘密',
      [['艺术字', 1, '秘密']],
    ],
    [
      'formulas in pictures',
      {
        body: para(
          r('正文') +
            run(
              '<w:object><v:shape><v:imagedata/></v:shape><o:OLEObject ProgID="Equation.DSMT4"/></w:object>',
            ),
        ),
      },
      '',
      [['公式对象', 1, '']],
    ],
    [
      'signs that only a font knows',
      { body: para(r('正文') + run('<w:sym w:font="Webdings" w:char="F041"/>')) },
      '',
      [['特殊符号', 1, '']],
    ],
    [
      'signs drawn by a field',
      { body: para(r('正文') + mark('begin') + code('EQ \\o\\ac(○,11)') + mark('end')) },
      'EQ',
      [['由域代码画出的内容', 1, 'EQ \\o\\ac(○,11)']],
    ],
  ])('%s', async (_name, parts, words, expected) => {
    const reading = await read(parts);
    expect(reading.text).toBe('正文');
    expect(reading.aside).toContain(words);
    expect(kindsOf(reading)).toEqual(expected);
  });

  it('nothing where nothing is', async () => {
    const { leftOut, doubts, aside } = await read(p('正文'));
    expect([leftOut, doubts, aside]).toEqual([[], [], '']);
  });
});

describe('what is in doubt is told', () => {
  it.each([
    [
      'a revision',
      para(`${r('甲')}<w:ins>${r('乙')}</w:ins><w:del>${run('<w:delText>丙</w:delText>')}</w:del>`),
      '插入 1 处，已收入正文；删去 1 处',
    ],
    [
      'words without a colour',
      p('可见') + para(r('看不见', '<w:color w:val="FFFFFF"/>')),
      '1 处文字为白色或者极小',
    ],
    [
      'words without a size',
      p('可见') + para(r('看不见', '<w:sz w:val="2"/>')),
      '1 处文字为白色或者极小',
    ],
    ['characters of no width', p('干\u200B部教育'), '零宽字符 1 个，已删去'],
    ['characters that turn the text', p('干部\u202E教育'), '控制字符 1 个，已删去'],
    [
      'a field without an end',
      para(mark('begin') + code('TOC')) + p('正文甲') + p('正文乙'),
      '有的域不完整',
    ],
    ['a formula', para(`${r('甲')}<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>`), '公式共 1 处'],
  ])('%s', async (_name, body, words) => {
    expect((await read(body)).doubts).toEqual([expect.stringContaining(words)]);
  });

  it('but not white words on a dark ground', async () => {
    const white = '<w:color w:val="FFFFFF"/>';
    const dark = '<w:shd w:fill="000000"/>';
    const body =
      para(r('甲', white + dark)) +
      para(r('乙', white), dark) +
      `<w:tbl>${row(para(r('丙', white)), '丁')}</w:tbl>`;
    expect((await read(body)).doubts).toEqual([]);
  });

  it('keeps the text after a field that never ends', async () => {
    expect(await linesOf(para(mark('begin') + code('TOC')) + p('正文甲'))).toEqual(['正文甲']);
  });
});

describe('paragraphs whose mark is gone', () => {
  const joined = (mark: string) => `<w:rPr>${mark}</w:rPr>`;

  it.each([
    ['deleted', '<w:del w:id="1"/>'],
    ['hidden, as between a heading and its text', '<w:vanish/><w:specVanish/>'],
  ])('go on with the next: %s', async (_name, inner) => {
    expect(
      await linesOf(para(r('（一）主题。'), joined(inner)) + p('正文。') + p('下一段')),
    ).toEqual(['（一）主题。正文。', '下一段']);
  });
});

describe('the outline', () => {
  const styles =
    style('1', 'heading 1') +
    style('2', '标题 2') +
    style('3', 'Own', '<w:basedOn w:val="2"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr>') +
    style('4', 'Derived', '<w:basedOn w:val="3"/>') +
    style('T', 'Title');
  const outlined = async (parts: WordParts) => {
    const { text, outline } = await read(parts);
    return outline.map(({ place, headings, body }) => [
      place,
      headings.join('>'),
      sliceOf(text, body),
    ]);
  };

  it('comes from styles, by name, level and what they are based on', async () => {
    const body =
      p('某办法', styled('T')) +
      p('总体要求', styled('1')) +
      p('目标', styled('2')) +
      p('甲。') +
      p('指标', styled('3')) +
      p('乙。') +
      p('步骤', styled('4')) +
      p('丙。') +
      p('保障', '<w:outlineLvl w:val="0"/>') +
      p('丁。', `${styled('1')}<w:outlineLvl w:val="9"/>`);
    expect(await outlined({ styles, body })).toEqual([
      ['标题', '', '某办法'],
      ['总体要求', '总体要求', ''],
      ['目标', '总体要求>目标', '甲。'],
      ['指标', '总体要求>目标>指标', '乙。'],
      ['步骤', '总体要求>目标>步骤', '丙。'],
      ['保障', '保障', '丁。'],
    ]);
  });

  it('comes from the numbers where no style marks headings', async () => {
    const body = ['某办法', '第一章　总则', '第一条　为了规范。', '第二条　适用。'].map((one) =>
      p(one),
    );
    expect(await outlined({ body: body.join('') })).toEqual([
      ['标题', '', '某办法'],
      ['第一章', '总则', ''],
      ['第一条', '总则', '为了规范。'],
      ['第二条', '总则', '适用。'],
    ]);
  });

  it('finds articles below chapters that a style marks', async () => {
    const body =
      p('某办法', styled('T')) +
      p('第一章　总则', styled('1')) +
      p('第一条　为了规范。') +
      p('（一）甲；') +
      p('第二章　附则', styled('1')) +
      p('第二条　施行。');
    expect(await outlined({ styles, body })).toEqual([
      ['标题', '', '某办法'],
      ['第一章', '总则', ''],
      ['第一条', '总则', '为了规范。\n（一）甲；'],
      ['第二章', '附则', ''],
      ['第二条', '附则', '施行。'],
    ]);
  });

  it('gives a number that is marked here and not there one depth', async () => {
    const body =
      p('某方案', styled('T')) +
      p('一、要求', styled('2')) +
      p('（一）甲') +
      p('内容。') +
      p('二、保障') +
      p('内容。');
    expect(await outlined({ styles, body })).toEqual([
      ['标题', '', '某方案'],
      ['一', '要求', ''],
      ['一（一）', '要求>甲', '内容。'],
      ['二', '保障', '内容。'],
    ]);
  });

  it('has a long first line of the outermost depth for its title, and items with a lead', async () => {
    const title = `关于${'进一步加强和改进'.repeat(8)}培训工作的意见`;
    const body =
      p(title, styled('1')) + p('一、要求', styled('2')) + p('1.加强领导。各单位要落实。');
    expect(await outlined({ styles, body })).toEqual([
      ['标题', '', title],
      ['一', '要求', ''],
      ['一1', '要求>加强领导', '各单位要落实。'],
    ]);
  });

  it('takes no whole paragraph for a heading, whatever its style', async () => {
    const long = `${'这一段是正文，'.repeat(12)}不是标题。`;
    const body = p('某方案', styled('T')) + p('要求', styled('1')) + p(long, styled('1'));
    expect(await outlined({ styles, body })).toEqual([
      ['标题', '', '某方案'],
      ['要求', '要求', long],
    ]);
  });
});
