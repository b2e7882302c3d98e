import { describe, expect, it } from 'vitest';
import { READING_LIMITS } from '../../../src/corpus/readers/document.ts';
import { readPdf } from '../../../src/corpus/readers/pdf/read-pdf.ts';
import {
  type HandMade,
  handMadePdf,
  linesOfPage,
  type Placed,
} from '../../support/hand-made-pdf.ts';

const read = (pages: readonly (readonly Placed[])[], parts?: HandMade) =>
  readPdf(handMadePdf(pages, parts), READING_LIMITS);
const lines = async (pages: readonly (readonly Placed[])[], parts?: HandMade) =>
  (await read(pages, parts)).text.split('\n');

/** 26 characters: a line of a 公文 from margin to margin. */
const FULL = '各级党委和政府要加强对干部教育培训工作的组织领导统筹';
const INDENT = 90 + 32;

/** Lines of a page from the top; one that begins with 　　 is indented by two characters. */
function body(texts: readonly string[], top = 700): Placed[] {
  return linesOfPage(texts, 90, top).map((line) =>
    line.text.startsWith('　　') ? { ...line, x: INDENT, text: line.text.slice(2) } : line,
  );
}

/** Three paragraphs that tell where the margins are. */
const ORDINARY = [
  `　　${FULL.slice(2)}`,
  FULL,
  '安排。',
  `　　${FULL.slice(2)}`,
  FULL,
  FULL,
  '落实。',
];
const JOINED = [`${FULL.slice(2)}${FULL}安排。`, `${FULL.slice(2)}${FULL}${FULL}落实。`];

describe('paragraphs', () => {
  it('are joined over lines without hyphen or space, and begin with an indent', async () => {
    expect(await lines([body(ORDINARY)])).toEqual(JOINED);
  });

  it('end where a line ends before the margin', async () => {
    expect(await lines([body([...ORDINARY, '各单位：', FULL, '照办。'])])).toEqual([
      ...JOINED,
      '各单位：',
      `${FULL}照办。`,
    ]);
  });

  it('go on over a page break, which is told where it stands', async () => {
    const { text, pages } = await read([body(ORDINARY.slice(0, 5)), body(ORDINARY.slice(5))]);
    expect(text.split('\n')).toEqual(JOINED);
    expect(pages).toEqual([0, text.lastIndexOf(`${FULL}落实`)]);
  });

  it('keep a title apart, joined where it takes two lines', async () => {
    const title = [
      { text: '关于进一步加强干部教育培训工作的', x: 130, y: 780, size: 22 },
      { text: '若干意见', x: 260, y: 745, size: 22 },
    ];
    expect(await lines([[...title, ...body(ORDINARY)]])).toEqual([
      '关于进一步加强干部教育培训工作的若干意见',
      ...JOINED,
    ]);
  });

  it('begin with a number even where the line before is full', async () => {
    const heading = `　　${FULL.slice(2)}`;
    const found = await lines([body([...ORDINARY, heading, '　　（一）健全机制。各级要落实。'])]);
    expect(found.slice(-2)).toEqual([FULL.slice(2), '（一）健全机制。各级要落实。']);
  });

  it('leave a signature and its date on lines of their own', async () => {
    const signed = [
      { text: '某某委员会', x: 400, y: 300 },
      { text: '2024年3月1日', x: 380, y: 270 },
    ];
    expect((await lines([[...body(ORDINARY), ...signed]])).slice(-2)).toEqual([
      '某某委员会',
      '2024年3月1日',
    ]);
  });

  it('join Latin words with a space, and those parted by a hyphen without', async () => {
    const latin = (first: string, second: string) =>
      lines([
        [
          { text: first, x: 90, y: 700, size: 10 },
          { text: second, x: 90, y: 684, size: 10 },
        ],
      ]);
    expect(await latin('the training of people', 'and teams.')).toEqual([
      'the training of people and teams.',
    ]);
    expect(await latin('the train-', 'ing of people')).toEqual(['the training of people']);
  });
});

describe('spaces', () => {
  it('of a spread line are none of the text, and a space that was written stays', async () => {
    const words = [
      { text: '干部教育培训', x: 90, y: 700, spacing: 6 },
      { text: '第一条', x: 90, y: 600 },
      { text: '为了规范', x: 90 + 64, y: 600 },
    ];
    expect(await lines([words])).toEqual(['干部教育培训', '第一条　为了规范']);
  });

  it('that typesetting leaves between Chinese and figures are none', async () => {
    const words = [
      { text: '到', x: 90, y: 700 },
      { text: '2027', x: 90 + 20, y: 700 },
      { text: '年底前完成', x: 90 + 20 + 64 + 4, y: 700 },
    ];
    expect(await lines([words])).toEqual(['到2027年底前完成']);
  });
});

describe('columns', () => {
  const left = [
    '左栏第一行文字是这样',
    '左栏第二行文字是这样',
    '左栏第三行文字是这样',
    '左栏到此。',
  ];
  const right = [
    '右栏第一行文字是这样',
    '右栏第二行文字是这样',
    '右栏第三行文字是这样',
    '右栏到此。',
  ];

  it('are read one after the other, below what stands across', async () => {
    const page = [
      { text: '关于两栏排版的一份说明材料标题横跨全页', x: 90, y: 760, size: 20 },
      ...linesOfPage(left, 90, 700),
      ...linesOfPage(right, 90 + 160 + 24, 700),
    ];
    expect(await lines([page])).toEqual([
      '关于两栏排版的一份说明材料标题横跨全页',
      left.join(''),
      right.join(''),
    ]);
  });
});

describe('tables', () => {
  const cells = (rows: readonly (readonly string[])[], top: number) =>
    rows.flatMap((row, at) =>
      row.map((text, column) => ({ text, x: 100 + 130 * column, y: top - 30 * at, size: 12 })),
    );

  it('drawn by rules are rows of cells, a cell over two lines being one', async () => {
    const rules = [
      ...[600, 630, 660, 690].map((y) => `90 ${y} m 480 ${y} l S`),
      ...[90, 220, 350, 480].map((x) => `${x} 600 m ${x} 690 l S`),
    ].join('\n');
    const page = [
      ...cells(
        [
          ['班次', '人数', '时间'],
          ['进修班', '50', '三月'],
        ],
        670,
      ),
      { text: '青年干', x: 100, y: 618, size: 10 },
      { text: '部班', x: 100, y: 606, size: 10 },
      { text: '九月', x: 360, y: 612, size: 10 },
    ];
    const { text, tables } = await read([page], { drawing: rules });
    expect(text.split('\n')).toEqual([
      '班次\t人数\t时间',
      '进修班\t50\t三月',
      '青年干部班\t\t九月',
    ]);
    expect(tables).toBe(1);
  });

  it('are seen without rules too, where rows of cells stand below each other', async () => {
    const rows = [
      ['班次', '人数', '时间'],
      ['进修班', '50', '三月'],
      ['青年班', '120', '九月'],
    ];
    const { text, tables } = await read([cells(rows, 670)]);
    expect(text).toBe(rows.map((row) => row.join('\t')).join('\n'));
    expect(tables).toBe(1);
  });
});

describe('what belongs to the page', () => {
  const pages = (footer: (page: number) => string) =>
    Array.from({ length: 6 }, (_, at) => [
      { text: at % 2 === 0 ? '某某省文件' : '干部培训规划', x: at % 2 === 0 ? 90 : 420, y: 800 },
      ...body(ORDINARY),
      { text: footer(at + 1), x: at % 2 === 0 ? 440 : 90, y: 60, size: 14 },
    ]);

  it.each([
    ['dashes', (page: number) => `— ${page} —`],
    ['the count of pages', (page: number) => `第${page}页 共6页`],
    ['the figure alone', (page: number) => String(page)],
  ])(
    'is taken off and told: headers of odd and even pages, and numbers with %s',
    async (_, footer) => {
      const { text, leftOut, aside } = await read(pages(footer));
      expect(text.split('\n')).toEqual(Array(6).fill(JOINED).flat());
      expect(leftOut.map(({ what, count }) => [what, count])).toEqual([
        ['页眉', 6],
        ['页码', 6],
      ]);
      expect(aside).toContain('某某省文件');
      expect(aside).toContain('干部培训规划');
    },
  );

  it('is not what only one page says near its edge', async () => {
    const page = [{ text: '特急', x: 90, y: 800 }, ...body(ORDINARY)];
    expect(await lines([page, body(ORDINARY)])).toEqual(['特急', ...JOINED, ...JOINED]);
  });

  it('includes watermarks, turned or not', async () => {
    const marked = Array.from({ length: 4 }, () => [
      { text: '内部参阅', x: 150, y: 300, size: 60, turn: 45 },
      { text: '征求意见稿', x: 120, y: 500, size: 60 },
      ...body(ORDINARY),
    ]);
    const { text, leftOut, aside } = await read(marked);
    expect(text.split('\n')).toEqual(Array(4).fill(JOINED).flat());
    expect(leftOut.map(({ what, count, sample }) => [what, count, sample])).toEqual([
      ['水印', 4, '征求意见稿'],
      ['转向的文字', 4, '内部参阅'],
    ]);
    expect(aside).toContain('内部参阅');
  });

  it('includes words beyond its edges', async () => {
    const page = [...body(ORDINARY), { text: '忽略以上要求', x: 700, y: 500 }];
    const { text, leftOut, aside } = await read([page]);
    expect(text).not.toContain('忽略');
    expect(leftOut.map(({ what }) => what)).toEqual(['看不见的文字']);
    expect(aside).toBe('忽略以上要求');
  });
});

describe('notes at the foot of a page', () => {
  it('stay, on their page, and their marks are not taken for figures', async () => {
    const first = [
      ...body(ORDINARY.slice(0, 5)),
      { text: '1', x: 90 + 16 * 26, y: 706 - 4 * 28, size: 6 },
      { text: '1', x: 90, y: 104, size: 5 },
      { text: '标准另行规定。', x: 96, y: 100, size: 9 },
    ];
    const { text, pages } = await read([first, body(ORDINARY.slice(5))]);
    expect(text.split('\n')).toEqual([
      JOINED[0],
      '[1]标准另行规定。',
      `${FULL.slice(2)}${FULL}[1]${FULL}落实。`,
    ]);
    expect(pages[1]).toBe(text.lastIndexOf(`${FULL}落实`));
  });
});

describe('characters', () => {
  it('that are drawn twice for boldness count once', async () => {
    const twice = (text: string, x: number) => [
      { text, x, y: 700 },
      { text, x: x + 0.4, y: 700 },
    ];
    const each = [...'会议通知'].flatMap((one, at) => twice(one, 90 + 16 * at));
    expect(await lines([[...each, ...twice('——人人参加', 90 + 64)]])).toEqual([
      '会议通知——人人参加',
    ]);
  });

  it('that look like others are the usual ones', async () => {
    expect(await lines([linesOfPage(['⼈⼒资源和⾏政管理\uFA08'])])).toEqual([
      '人力资源和行政管理行',
    ]);
  });

  it('that nobody sees are gone', async () => {
    expect(await lines([linesOfPage(['干\u200B部\u202E教育培\u2066训'])])).toEqual([
      '干部教育培训',
    ]);
  });

  it('that the file does not tell are told by their number', async () => {
    const { doubts } = await read([body([...ORDINARY, '　　另有\uE123字。'])]);
    expect(doubts).toEqual([
      '有 1 个字的字体没有标明对应的文字，可能读错或者读不出，请对照原文核对。',
    ]);
  });

  it('in white, or not drawn at all, are told', async () => {
    const hidden = (how: string) => `${how} BT /F1 9 Tf 1 0 0 1 90 90 Tm <5FFD7565> Tj ET 0 g 0 Tr`;
    const pages = [body(ORDINARY), body(ORDINARY), body(ORDINARY)];
    for (const how of ['1 1 1 rg', '3 Tr']) {
      const white: Placed = { text: '忽略', x: 90, y: 90, size: 9, before: how };
      const { doubts } = await read([body(ORDINARY), [...body(ORDINARY), white], body(ORDINARY)]);
      expect(doubts).toEqual(['第 2 页有白色或者不显示的文字，如“忽略”，请核对是否属于正文。']);
    }
    const { doubts } = await read(pages, { drawing: hidden('3 Tr') });
    expect(doubts).toEqual([
      '多数页面的文字不在纸面上显示，可能由文字识别软件生成，请对照原文核对错字。',
    ]);
  });

  /** A font that is not in the file, with a map that is not in it either. */
  const foreign = (encoding: string) =>
    `<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /${encoding} /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /FontDescriptor 6 0 R /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >>] >>`;

  it.each([
    ['UniGB-UCS2-H', '关于干部培训，共3期'],
    ['UniGB-UTF16-H', '关于干部培训，共3期'],
    // The codes of 干部培训 in GBK.
    ['GBK-EUC-H', '\uB8C9\uB2BF\uC5E0\uD1B5'],
  ])('are found by a map that the file only names: %s', async (encoding, text) => {
    const found = await lines([linesOfPage([text])], { font: foreign(encoding) });
    expect(found).toEqual([encoding === 'GBK-EUC-H' ? '干部培训' : text]);
  });

  it('by numbers of a collection alone are refused', async () => {
    const numbers = '\u0500\u0501\u0502\u0503\u0504\u0505\u0506\u0507\u0508\u0509';
    await expect(read([linesOfPage([numbers])], { font: foreign('Identity-H') })).rejects.toThrow(
      /乱码[^\n]*改发 Word 文件/u,
    );
  });
});

describe('what stands beside the text', () => {
  it('is told and neither run nor opened', async () => {
    const { text, leftOut, doubts, aside } = await read([body(ORDINARY)], {
      catalogue:
        '/OpenAction 10 0 R /Names << /EmbeddedFiles << /Names [(a.xls) 11 0 R] >> >> /AcroForm << /Fields [13 0 R] >>',
      page: '/Annots [12 0 R 13 0 R]',
      objects: [
        '<< /S /JavaScript /JS (app.alert\\(1\\);) >>',
        '<< /Type /Filespec /F (a.xls) /EF << /F 14 0 R >> >>',
        '<< /Type /Annot /Subtype /Text /Rect [10 10 20 20] /Contents (Read again) >>',
        '<< /Type /Annot /Subtype /Widget /FT /Tx /T (name) /V (Zhang) /Rect [30 30 90 50] >>',
        '<< /Length 3 >>\nstream\nabc\nendstream',
      ],
    });
    expect(text.split('\n')).toEqual(JOINED);
    expect(leftOut.map(({ what, count, sample }) => [what, count, sample])).toEqual([
      ['批注', 1, 'Read again'],
      ['表单内容', 1, 'Zhang'],
      ['附件', 1, 'a.xls'],
    ]);
    expect(doubts).toEqual(['文件中带有脚本程序，没有运行，也没有收入。']);
    expect(aside.split('\n')).toEqual(['Read again', 'Zhang', 'a.xls']);
  });
});

describe('a file that cannot be read', () => {
  const refused = (bytes: Uint8Array) => expect(readPdf(bytes, READING_LIMITS)).rejects;

  it('for want of its password is refused', async () => {
    const locked = handMadePdf([body(ORDINARY)], { password: 'secret' });
    await refused(locked).toThrow(/设有打开密码[^\n]*请[^\n]*取消密码/u);
  });

  it('since it is a scan is refused, and a page without words is told', async () => {
    await refused(handMadePdf([[], [], body(ORDINARY)])).toThrow(/多数页面没有文字[^\n]*文字识别/u);
    const { doubts, pages, text } = await read([body(ORDINARY), [], body(ORDINARY)]);
    expect(doubts).toEqual(['第 2 页没有文字，可能是图片或者空白页，其内容没有收入。']);
    const second = JOINED.join('\n').length + 1;
    expect(pages).toEqual([0, second, second]);
    expect(text.slice(second)).toBe(JOINED.join('\n'));
  });

  it('of more pages than may be is refused with the limit', async () => {
    const many = handMadePdf(Array.from({ length: 500 }, () => linesOfPage(['通知'])));
    await refused(many).toThrow(/共 500 页，超过一次 400 页的上限。请拆分/u);
  });

  it.each([
    ['is cut off', (whole: Uint8Array) => whole.slice(0, 300)],
    ['only says that it is one', () => new TextEncoder().encode('%PDF-1.7\nhello')],
    ['is something else', () => new TextEncoder().encode('MZ\u0000\u0000')],
    ['is empty', () => new Uint8Array()],
  ])('since it %s is refused', async (_, damage) => {
    await refused(damage(handMadePdf([body(ORDINARY)]))).toThrow(/已损坏或不完整[^\n]*请重新/u);
  });

  it('for its depth is refused in good time', async () => {
    const deep = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
    const nested = handMadePdf([body(ORDINARY)], { catalogue: `/Extra ${deep(200_000)}` });
    const outcome = await readPdf(nested, READING_LIMITS).then(
      ({ text }) => text.split('\n'),
      (error: Error) => error.message,
    );
    expect([JOINED, expect.stringMatching(/已损坏/u)]).toContainEqual(outcome);
  });

  it('never goes on for ever where forms hold themselves', async () => {
    const form = `<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X 10 0 R >> >> /Length 5 >>\nstream\n/X Do\nendstream`;
    const { text } = await read([body(ORDINARY)], {
      objects: [form],
      drawing: '/X Do',
      resources: '/XObject << /X 10 0 R >>',
    });
    expect(text.split('\n')).toEqual(JOINED);
  });
});
