import { describe, expect, it } from 'vitest';
import { readHtml } from '../../../src/corpus/readers/html/read-html.ts';
import { sliceOf } from '../../../src/text/span.ts';
import { encodeText } from '../../support/encode-text.ts';

const read = (html: string) => readHtml(new TextEncoder().encode(html));
const linesOf = (html: string) => read(html).text.split('\n');
/** What is left out, each kind with its count. */
const leftIn = (html: string) =>
  Object.fromEntries(read(html).leftOut.map(({ what, count }) => [what, count]));

describe('a page as lines', () => {
  it.each([
    ['paragraphs and line breaks', '<p>甲<br>乙</p><div>丙</div>丁', '甲\n乙\n丙\n丁'],
    ['inline marks', '<p>加<b>强</b><a href="#x">管<i>理</i></a><wbr>。</p>', '加强管理。'],
    [
      'entities',
      '<p>&ldquo;甲&rdquo;&nbsp;&amp;&#20057;&#x4E19; &lt;丁&gt;</p>',
      '“甲” &乙丙 <丁>',
    ],
    ['an indent', '<p>&emsp;&emsp;　　各地要&nbsp;</p>', '各地要'],
    ['a line end within Chinese', '<p>干部教育\n   培训，\n要求</p>', '干部教育培训，要求'],
    ['a line end within Latin words', '<p>plan\n  for 2027</p>', 'plan for 2027'],
    ['preformatted lines', '<pre>甲\n  乙  丙\n丁</pre>', '甲\n乙  丙\n丁'],
    ['ruby', '<p><ruby>干<rp>（</rp><rt>gàn</rt><rp>）</rp></ruby>部</p>', '干部'],
    [
      'definitions',
      '<dl><dt>学员<dd>参加培训的人<dt>教师<dd>授课的人</dl>',
      '学员\n参加培训的人\n教师\n授课的人',
    ],
    ['unclosed and crossed tags', '<p>甲<b>乙<p>丙</b>丁<div>戊</span>', '甲乙\n丙\n丁\n戊'],
    ['a tag cut off at the end', '<p>甲</p><p cla', '甲'],
    ['stray angle brackets', '<p>1 < 2 且 a>b</p>', '1 < 2 且 a>b'],
    [
      'a heading over two lines',
      '<h1>关于印发<br>办法的通知</h1><p>甲</p>',
      '关于印发办法的通知\n甲',
    ],
  ])('reads %s', (_name, html, text) => {
    expect(read(html).text).toBe(text);
  });

  it.each([
    ['from one', '<ol><li>甲<li>乙</ol>', ['1. 甲', '2. 乙']],
    ['from a start', '<ol start="3"><li>甲</li><li>乙</li></ol>', ['3. 甲', '4. 乙']],
    ['with a value', '<ol><li>甲<li value="7">乙<li>丙</ol>', ['1. 甲', '7. 乙', '8. 丙']],
    ['reversed', '<ol reversed><li>甲<li>乙<li>丙</ol>', ['3. 甲', '2. 乙', '1. 丙']],
    ['in letters', '<ol type="a" start="26"><li>甲<li>乙</ol>', ['z. 甲', 'aa. 乙']],
    ['in Roman numerals', '<ol type="I" start="4"><li>甲<li>乙</ol>', ['IV. 甲', 'V. 乙']],
    [
      'in Chinese',
      '<ol style="list-style-type: cjk-ideographic"><li>甲<li>乙</ol>',
      ['一、甲', '二、乙'],
    ],
    ['without numbers', '<ol style="list-style:none"><li>第一条 甲</ol>', ['第一条 甲']],
    ['of dots', '<ul><li>甲<li>乙</ul>', ['甲', '乙']],
    [
      'within a list',
      '<ol><li>甲<ol type="a"><li>子<li>丑</ol><li><p>乙</p></ol>',
      ['1. 甲', 'a. 子', 'b. 丑', '2. 乙'],
    ],
  ])('numbers a list %s', (_name, html, lines) => {
    expect(linesOf(html)).toEqual(lines);
  });

  it('reads a table row by row, merged cells once', () => {
    const html = `<table><caption>任务分工</caption><thead><tr><th>任务<th>单位</thead>
      <tr><td rowspan=2>师资<td>组织部</tr><tr><td><p>党校</p><p>行政学院</p></td></tr>
      <tr><td colspan=2>经费</td></tr><tr><td></td></tr></table><p>完</p>`;
    const reading = read(html);
    expect(reading.text.split('\n')).toEqual([
      ...['任务分工', '任务\t单位', '师资\t组织部', '党校 行政学院', '经费', '完'],
    ]);
    expect(reading.tables).toBe(1);
  });

  it('reads an article that an old page set into a table', () => {
    const reading = read(
      '<table><tr><td><h2>通知</h2><p>各单位：</p><table><tr><td>甲<td>乙</table></td></tr></table>',
    );
    expect(reading.text.split('\n')).toEqual(['通知', '各单位：', '甲\t乙']);
    expect(reading.tables).toBe(1);
  });
});

describe('what nobody sees on a page', () => {
  const html = `<head><title>标题</title><style>p{}</style></head><p>甲</p>
    <script>var 秘 = "程序";</script><noscript>请启用脚本</noscript><template>模板</template>
    <p hidden>藏一</p><p style="color:red; display : none">藏二</p><span style="visibility:hidden">藏三</span>
    <img alt="图中文字" src="https://example.invalid/a.png"><iframe src="//example.invalid"></iframe>
    <input value="填"><!-- 注释 --><p>乙</p>`;

  it('is left out, told and looked through', () => {
    const { text, aside } = read(html);
    expect(text).toBe('甲\n乙');
    expect(leftIn(html)).toEqual({
      ...{ 网页属性: 1, 脚本: 1, 停用脚本时的提示: 1, 隐藏的文字: 4 },
      ...{ 图片: 1, 嵌入的网页: 1, 表单: 1 },
    });
    for (const words of [
      '标题',
      '程序',
      '模板',
      '藏一',
      '藏二',
      '藏三',
      '图中文字',
      '填',
      '注释',
    ]) {
      expect(aside).toContain(words);
    }
  });
});

/** As government sites set their notices: a menu, a path, the text, links, an edge. */
function noticePage(article: string, title = ''): string {
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><meta name="ArticleTitle" content="关于做好培训工作的通知">
  <title>关于做好培训工作的通知_某某市人民政府</title></head><body>
  <div class="top"><ul><li><a href="/">首页</a><li><a href="/zwgk">政务公开</a><li><a href="/bs">办事服务</a></ul></div>
  <div class="crumbs">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk">政务公开</a></div>
  ${title}${article}
  <div class="list"><a href="/1">相关新闻一</a><a href="/2">相关新闻二</a><a href="/3">相关新闻三</a></div>
  <div>版权所有：某某市人民政府　京ICP备00000000号</div></body></html>`;
}

const BODY = `<p>各县（市、区）：</p><p>一、总体要求</p><p>${'全面加强干部教育培训工作。'.repeat(20)}</p>
  <p>二、组织实施</p><p>各地要抓好落实。</p>`;

describe('a notice on a site', () => {
  it.each([
    ['an article element', `<article><h1>关于做好培训工作的通知</h1>${BODY}</article>`, ''],
    ['a main element', `<main><h1>关于做好培训工作的通知</h1>${BODY}</main>`, ''],
    [
      'a heading above the block of a publishing system',
      `<div class="TRS_Editor">${BODY}</div>`,
      '<h1>关于做好培训工作的通知</h1>',
    ],
    [
      'a title that only its properties tell',
      `<div id="UCAP-CONTENT">${BODY}</div>`,
      '<div class="bt">关于做好培训工作的通知</div>',
    ],
    [
      'no mark of the article at all',
      `<div class="w1200"><h1>关于做好培训工作的通知</h1>${BODY}</div>`,
      '',
    ],
    ['a form around it', `<form id="form1"><h1>关于做好培训工作的通知</h1>${BODY}</form>`, ''],
    [
      'tables around it',
      `<table><tr><td><h1>关于做好培训工作的通知</h1>${BODY}</td></tr></table>`,
      '',
    ],
  ])('is read without what the site puts around it, with %s', (_name, article, title) => {
    const { text, outline, leftOut } = read(noticePage(article, title));
    const lines = text.split('\n');
    expect(lines[0]).toBe('关于做好培训工作的通知');
    expect(lines.slice(1, 3)).toEqual(['各县（市、区）：', '一、总体要求']);
    expect(lines.at(-1)).toBe('各地要抓好落实。');
    expect(outline.map(({ place }) => place)).toEqual(['标题', '前言', '一', '二']);
    expect(leftOut.length).toBeGreaterThan(1);
  });

  it('is read without the heads of pages that an office writes into it', () => {
    const { text, leftOut } = read(
      `<div title="header"><p>规划</p></div><h1>办法</h1>${BODY}<div title="footer"><p>1</p></div>`,
    );
    expect(text.split('\n')[0]).toBe('办法');
    expect(leftOut.map(({ what, sample }) => [what, sample])).toEqual([
      ['页眉', '规划'],
      ['页脚', '1'],
    ]);
  });

  it('keeps whole a page that is all text', () => {
    const { text, leftOut } = read(`<h1>办法</h1>${BODY}<p>附件：略</p>`);
    expect(text.split('\n')).toHaveLength(7);
    expect(leftOut).toEqual([]);
  });

  it('keeps a list of its attachments and tells that they are not read', () => {
    const attached =
      '<div><a href="/f/1.docx">附件1：名单</a><a href="/f/2.xls">附件2：计划</a></div>';
    const html = noticePage(`<article><h1>关于做好培训工作的通知</h1>${BODY}${attached}</article>`);
    expect(read(html).text).toContain('附件1：名单');
    expect(leftIn(html).附件).toBe(2);
  });

  it('takes headings where the page marks them', () => {
    const { text, outline } = read(
      '<h1>指引</h1><p>前言。</p><h2>分组</h2><p>八人。</p><h3>角色</h3><p>主持。</p>',
    );
    expect(outline.map(({ place, body }) => [place, sliceOf(text, body)])).toEqual([
      ...[
        ['标题', '指引'],
        ['前言', '前言。'],
        ['分组', '八人。'],
        ['角色', '主持。'],
      ],
    ]);
  });
});

describe('the encoding of a page', () => {
  const page = (charset: string) =>
    `<html><head><meta http-equiv="Content-Type" content="text/html; charset=${charset}"></head><p>培训</p></html>`;

  it.each([
    ['gb2312', 'gb18030'],
    ['GBK', 'gb18030'],
    ['utf-8', 'utf-8'],
  ] as const)('is the declared one: %s', (charset, encoding) => {
    expect(readHtml(encodeText(page(charset), encoding)).text).toBe('培训');
  });

  it('is Big5 where it is declared', () => {
    const html = page('big5').replace('培训', '培訓');
    expect(readHtml(encodeText(html, 'big5')).text).toBe('培訓');
  });

  it('is taken from the text where the declaration is wrong', () => {
    const html = page('gb2312').replace('培训', '全面加强干部教育培训工作');
    expect(readHtml(encodeText(html, 'utf-8')).text).toBe('全面加强干部教育培训工作');
  });
});

it('survives a page of ten thousand nested elements', () => {
  expect(read(`${'<div>'.repeat(10_000)}<p>甲</p>`).text).toBe('甲');
});

it.each([' ', '\t', '\u00A0', '\u3000', ' \u00A0'])(
  'a page of blanks takes no time: %j',
  (blank) => {
    const page = `<p>标题</p><p>甲${blank.repeat(300_000)}乙</p>`;
    const begun = performance.now();
    expect(readHtml(new TextEncoder().encode(page)).text).toMatch(/^标题\n甲/u);
    expect(performance.now() - begun).toBeLessThan(2000);
  },
);
