import {
  AlignmentType,
  Document,
  Footer,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  type ILevelsOptions,
  LevelFormat,
  LevelSuffix,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalMergeType,
} from 'docx';

/** What a made-up 办法 says, line by line as it should be read. */
export const STATUTE_LINES: readonly string[] = [
  '某市干部教育培训学员管理办法',
  '第一章　总则',
  '第一条　为了加强和改进学员管理，弘扬理论联系实际的学风，结合本市实际，制定本办法。',
  '第二条　本办法适用于市级党校（行政学院）举办的各类班次，包括：',
  '（一）进修班、培训班和专题研讨班；',
  '（二）受委托举办的其他班次。',
  '第三条　学员管理坚持下列原则：',
  '（一）以学员为本；',
  '（二）从严管理，其中：',
  '1.在校期间按学员身份要求；',
  '2.离校以后按所在单位要求。',
  '第二章　学习与考勤',
  '第四条　学员应当按时报到。因故不能报到的，由所在单位出具书面证明。',
  '注：书面证明应当加盖公章，并在报到前送达。',
  '第五条　请假按照下表规定的权限办理：',
  '请假时间	批准人	备注',
  '半天以内	组织员	口头报告',
  '半天至一天	班主任	书面申请 附证明材料',
  '超过一天	学校分管负责人',
  '分类合计',
  '第六条　有下列情形之一的，作退学处理：',
  '（一）累计请假时间超过总学时七分之一的；',
  '（二）无故旷课的；',
  '（三）弄虚作假的。',
  '第三章　附则',
  '第七条　本办法由市委组织部负责解释。',
  '第八条　本办法自2026年12月1日起施行。',
];

/** Those of them that a list numbers, and how deep: 章, 条, （一）, 1. */
const LEVEL_OF: readonly (readonly [RegExp, number])[] = [
  [/^第.章　/u, 0],
  [/^第.条　/u, 1],
  [/^（.）/u, 2],
  [/^\d\./u, 3],
];

const LIST = 'statute';

/** The 办法 as a Word file in which no number is written: Word is left to compute them. */
export async function statuteDocx(): Promise<Uint8Array> {
  // Articles are counted through the chapters, so they have a list of their own.
  const children = STATUTE_LINES.flatMap((line, at) => {
    if (at === 0) return [new Paragraph({ text: line, heading: HeadingLevel.TITLE })];
    if (line.startsWith('注：')) return [];
    if (line.startsWith('请假时间')) return [leaveTable(STATUTE_LINES.slice(at, at + 5))];
    const level = LEVEL_OF.find(([pattern]) => pattern.test(line));
    if (level === undefined) return [];
    const note = STATUTE_LINES[at + 1]?.startsWith('注：') ? [new FootnoteReferenceRun(1)] : [];
    return [numbered(line.replace(level[0], ''), level[1], note)];
  });
  const note = STATUTE_LINES.find((line) => line.startsWith('注：')) ?? '';
  return Packer.toBuffer(
    new Document({
      numbering: {
        config: [
          { reference: 'chapters', levels: [CHAPTER] },
          { reference: LIST, levels: [ARTICLE, ITEM, POINT] },
        ],
      },
      footnotes: { 1: { children: [new Paragraph(note.slice('注：'.length))] } },
      sections: [
        {
          headers: { default: new Header({ children: [new Paragraph('内部学习资料')] }) },
          footers: {
            default: new Footer({
              children: [
                new Paragraph({
                  children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })],
                }),
              ],
            }),
          },
          children,
        },
      ],
    }),
  );
}

const CHAPTER: ILevelsOptions = {
  level: 0,
  format: LevelFormat.CHINESE_COUNTING_THOUSAND,
  text: '第%1章',
  alignment: AlignmentType.START,
};
const ARTICLE: ILevelsOptions = { ...CHAPTER, text: '第%1条' };
const ITEM: ILevelsOptions = {
  level: 1,
  format: LevelFormat.CHINESE_COUNTING,
  text: '（%2）',
  suffix: LevelSuffix.NOTHING,
};
const POINT: ILevelsOptions = {
  level: 2,
  format: LevelFormat.DECIMAL,
  text: '%3.',
  suffix: LevelSuffix.NOTHING,
};

function numbered(words: string, level: number, more: readonly FootnoteReferenceRun[]): Paragraph {
  const children = [new TextRun(words), ...more];
  return level === 0
    ? new Paragraph({
        heading: HeadingLevel.HEADING_1,
        numbering: { reference: 'chapters', level: 0 },
        children,
      })
    : new Paragraph({ numbering: { reference: LIST, level: level - 1 }, children });
}

/** The third cell is merged over the last two of the four rows; a row below goes across. */
function leaveTable(lines: readonly string[]): Table {
  const cell = (words: string) =>
    new TableCell({ children: words.split(' ').map((one) => new Paragraph(one)) });
  const rows = lines.slice(0, 4).map((line, at) => {
    const [first = '', second = '', third = ''] = line.split('\t');
    const merge = [undefined, undefined, VerticalMergeType.RESTART, VerticalMergeType.CONTINUE][at];
    const last = new TableCell({
      children: third.split(' ').map((one) => new Paragraph(one)),
      ...(merge === undefined ? {} : { verticalMerge: merge }),
    });
    return new TableRow({ children: [cell(first), cell(second), last] });
  });
  const across = new TableCell({ columnSpan: 3, children: [new Paragraph(lines[4] ?? '')] });
  return new Table({ rows: [...rows, new TableRow({ children: [across] })] });
}
