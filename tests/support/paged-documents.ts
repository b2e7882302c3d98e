import {
  AlignmentType,
  Document,
  Footer,
  FootnoteReferenceRun,
  Header,
  Packer,
  PageNumber,
  Paragraph,
  SectionType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';

const FONT = 'Noto Serif CJK SC';
/** In half points: 三号 of a 公文, and 二号 of its title. */
const BODY = 32;
const TITLE = 44;
const PAGE = {
  size: { width: 11906, height: 16838 },
  margin: { top: 2098, bottom: 1984, left: 1588, right: 1474, header: 850, footer: 1100 },
};

/** A 公文 as Word lays it out: a centred title, first lines indented by two characters. */
export function officialDocument(lines: readonly string[], header: string): Promise<Buffer> {
  const [title = '', ...rest] = lines;
  return pack([
    {
      properties: { page: PAGE },
      headers: { default: new Header({ children: [centred(header, 21)] }) },
      footers: { default: new Footer({ children: [pageNumber()] }) },
      children: [centred(title, TITLE), ...rest.map((line) => body(line))],
    },
  ]);
}

/** A title across the page, then two columns. */
export function twoColumns(title: string, lines: readonly string[]): Promise<Buffer> {
  return pack([
    { properties: { page: PAGE }, children: [centred(title, TITLE)] },
    {
      properties: {
        page: PAGE,
        type: SectionType.CONTINUOUS,
        column: { count: 2, space: 420 },
      },
      children: lines.map((line) => body(line, 24)),
    },
  ]);
}

/** A title, a sentence, a table, and a sentence with a footnote. */
export function withTable(
  title: string,
  before: string,
  rows: readonly (readonly string[])[],
  after: string,
  footnote: string,
): Promise<Buffer> {
  const table = new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map(
      (cells) =>
        new TableRow({
          children: cells.map(
            (text) => new TableCell({ children: [new Paragraph({ children: [run(text, 24)] })] }),
          ),
        }),
    ),
  });
  const noted = new Paragraph({
    indent: { firstLine: 640 },
    alignment: AlignmentType.BOTH,
    children: [run(after, BODY), new FootnoteReferenceRun(1)],
  });
  const notes = { 1: { children: [new Paragraph({ children: [run(footnote, 18)] })] } };
  const section = {
    properties: { page: PAGE },
    footers: { default: new Footer({ children: [pageNumber()] }) },
    children: [centred(title, TITLE), body(before), table, noted],
  };
  return Packer.toBuffer(new Document({ footnotes: notes, sections: [section] }));
}

type Section = ConstructorParameters<typeof Document>[0]['sections'][number];

function pack(sections: readonly Section[]): Promise<Buffer> {
  return Packer.toBuffer(new Document({ sections }));
}

function centred(text: string, size: number): Paragraph {
  return new Paragraph({ alignment: AlignmentType.CENTER, children: [run(text, size)] });
}

function body(text: string, size = BODY): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.BOTH,
    indent: { firstLine: size * 20 },
    spacing: { line: 560, lineRule: 'exact' },
    children: [run(text, size)],
  });
}

function pageNumber(): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ font: FONT, size: 28, children: ['— ', PageNumber.CURRENT, ' —'] })],
  });
}

function run(text: string, size: number): TextRun {
  return new TextRun({ text, size, font: FONT });
}
