import {
  AlignmentType,
  BorderStyle,
  DocumentDefaults,
  type IBaseParagraphStyleOptions,
  ImportedXmlComponent,
  type IParagraphStyleOptions,
  type ISpacingProperties,
  type IStylesOptions,
  LineRuleType,
  ShadingType,
} from 'docx';
import { BODY_FONT, HEADING_FONT, QUOTE_FONT, SIZE, TITLE_FONT } from './fonts.ts';

/** Marks policy text: a bar in the red of official papers, on grey that still prints on a copier. */
const POLICY_RED = '9B1C1C';
const GREY = { type: ShadingType.CLEAR, color: 'auto', fill: 'F2F2F2' };

/** Styles by which blocks are set; a reader restyles a whole document in one place. */
export type StyleName =
  | 'Topic'
  | 'BodyText'
  | 'ListItem'
  | 'Note'
  | 'Warning'
  | 'PolicyLabel'
  | 'PolicyQuote'
  | 'PolicySource'
  | 'TableHead'
  | 'TableText'
  | 'TableCenter'
  | 'DenseHead'
  | 'DenseText'
  | 'DenseCenter'
  | 'QuestionNumber'
  | 'Question'
  | 'QuestionLine'
  | 'QuestionBasis'
  | 'SmallNote';

/** What every other style is based on; the library leaves it undefined. */
const NORMAL = element(
  'w:style',
  { 'w:type': 'paragraph', 'w:default': '1', 'w:styleId': 'Normal' },
  [element('w:name', { 'w:val': 'Normal' }), element('w:qFormat')],
);

export const STYLES: IStylesOptions = {
  importedStyles: [
    new DocumentDefaults({
      run: { font: BODY_FONT, size: SIZE.四号, language: { value: 'zh-CN', eastAsia: 'zh-CN' } },
    }),
    NORMAL,
  ],
  paragraphStyles: [
    heading('Heading1', 'heading 1', 0, {
      run: { font: TITLE_FONT, size: SIZE.二号 },
      paragraph: {
        alignment: AlignmentType.CENTER,
        spacing: { ...exactly(36), after: points(6) },
      },
    }),
    heading('Heading2', 'heading 2', 1, {
      run: { font: HEADING_FONT, size: SIZE.三号 },
      paragraph: { spacing: { ...exactly(26), before: points(8), after: points(3) } },
    }),
    style('Topic', '研讨主题', {
      run: { font: QUOTE_FONT, size: SIZE.三号 },
      paragraph: {
        alignment: AlignmentType.CENTER,
        spacing: { ...exactly(26), after: points(10) },
      },
    }),
    style('BodyText', '研讨正文', {
      paragraph: {
        alignment: AlignmentType.BOTH,
        spacing: exactly(24),
        indent: { firstLine: points(28) },
      },
    }),
    style('ListItem', '研讨条目', {
      paragraph: {
        alignment: AlignmentType.BOTH,
        spacing: exactly(24),
        indent: { firstLine: points(28) },
      },
    }),
    style('Note', '研讨说明', {
      run: { font: QUOTE_FONT, size: SIZE.小四 },
      paragraph: {
        alignment: AlignmentType.BOTH,
        spacing: { ...exactly(20), before: points(4), after: points(6) },
      },
    }),
    style('Warning', '依据提示', {
      run: { font: HEADING_FONT, size: SIZE.小四 },
      paragraph: {
        spacing: { ...exactly(21), before: points(4), after: points(10) },
        indent: { left: points(7), right: points(7) },
        border: frame(),
        keepLines: true,
      },
    }),
    style('PolicyLabel', '规划要求', {
      ...policy({ ...exactly(22), before: points(6) }),
      run: { font: HEADING_FONT, size: SIZE.小四, color: POLICY_RED },
    }),
    style('PolicyQuote', '政策原文', policy({ ...exactly(23), before: points(4) })),
    style('PolicySource', '政策出处', {
      ...policy(exactly(20), AlignmentType.RIGHT),
      run: { font: QUOTE_FONT, size: SIZE.小四 },
    }),
    ...tableStyles('Table', '表', SIZE.小四, 19),
    ...tableStyles('Dense', '密排表', SIZE.五号, 17),
    style('QuestionNumber', '题目编号', {
      run: { font: HEADING_FONT, size: SIZE.三号 },
      paragraph: { alignment: AlignmentType.CENTER, spacing: exactly(22) },
    }),
    style('Question', '题目', {
      run: { font: HEADING_FONT, size: SIZE.四号 },
      paragraph: { spacing: { ...exactly(22), after: points(3) } },
    }),
    style('QuestionLine', '追问与产出', {
      run: { size: SIZE.小四 },
      paragraph: {
        spacing: exactly(20),
        indent: { left: points(60), hanging: points(60) },
      },
    }),
    style('QuestionBasis', '题目依据', {
      run: { font: QUOTE_FONT, size: SIZE.五号 },
      paragraph: {
        spacing: { ...exactly(17), before: points(3) },
        indent: { left: points(12) },
        border: bar(),
        shading: GREY,
      },
    }),
    style('SmallNote', '表内小注', {
      run: { font: QUOTE_FONT, size: SIZE.五号 },
      paragraph: { spacing: { ...exactly(17), before: points(3) } },
    }),
  ],
};

function heading(
  id: string,
  name: string,
  outlineLevel: number,
  { run, paragraph }: IBaseParagraphStyleOptions,
): IParagraphStyleOptions {
  return {
    ...{ id, name, basedOn: 'Normal', next: 'BodyText', quickFormat: true },
    ...(run === undefined ? {} : { run }),
    paragraph: { ...paragraph, keepNext: true, keepLines: true, outlineLevel },
  };
}

function style(
  id: StyleName,
  name: string,
  options: IBaseParagraphStyleOptions,
): IParagraphStyleOptions {
  return { id, name, basedOn: 'Normal', next: id, quickFormat: true, ...options };
}

function element(
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  children: readonly ImportedXmlComponent[] = [],
): ImportedXmlComponent {
  const made = new ImportedXmlComponent(name, attributes);
  for (const child of children) made.push(child);
  return made;
}

function tableStyles(
  id: 'Table' | 'Dense',
  name: string,
  size: number,
  height: number,
): IParagraphStyleOptions[] {
  const spacing = exactly(height);
  const centered = { alignment: AlignmentType.CENTER, spacing };
  return [
    style(`${id}Head`, `${name}头`, {
      run: { font: HEADING_FONT, size },
      paragraph: { ...centered, keepNext: true },
    }),
    style(`${id}Text`, `${name}内文字`, { run: { size }, paragraph: { spacing } }),
    style(`${id}Center`, `${name}内居中`, { run: { size }, paragraph: centered }),
  ];
}

/**
 * Not justified and not indented on the right: LibreOffice drops a mark that ends a line there (seen
 * in 7.4), and a quote must be whole.
 */
function policy(
  spacing: ISpacingProperties,
  alignment: (typeof AlignmentType)[keyof typeof AlignmentType] = AlignmentType.LEFT,
): IBaseParagraphStyleOptions {
  return {
    paragraph: {
      ...{ alignment, spacing, border: bar(), shading: GREY },
      indent: { left: points(14) },
      keepLines: true,
    },
  };
}

function bar() {
  return { left: { style: BorderStyle.SINGLE, size: 24, space: 6, color: POLICY_RED } };
}

function frame() {
  const line = { style: BorderStyle.SINGLE, size: 8, space: 5, color: '000000' };
  return { top: line, bottom: line, left: line, right: line };
}

/** Line heights are fixed, so that pages break alike whichever font a machine has. */
function exactly(height: number) {
  return { line: points(height), lineRule: LineRuleType.EXACT };
}

/** In twentieths, as the format counts. */
function points(count: number): number {
  return count * 20;
}
