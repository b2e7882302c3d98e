import { AlignmentType, BorderStyle, DocumentDefaults, type IStylesOptions } from 'docx';
import { BODY_FONT, HEADING_FONT, QUOTE_FONT, SIZE, TITLE_FONT } from './fonts.ts';
import { POLICY_GREY, POLICY_RED, policyBar, policyText } from './policy-look.ts';
import { exactly, heading, NORMAL, points, style, tableStyles } from './style-makers.ts';

/** A reader restyles a whole document in one place. */
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
    heading('Heading3', 'heading 3', 2, {
      run: { font: QUOTE_FONT, size: SIZE.三号 },
      paragraph: { spacing: { ...exactly(26), before: points(6), after: points(3) } },
    }),
    style('Topic', '文稿副题', {
      run: { font: QUOTE_FONT, size: SIZE.三号 },
      paragraph: {
        alignment: AlignmentType.CENTER,
        spacing: { ...exactly(26), after: points(10) },
      },
    }),
    style('BodyText', '文稿正文', {
      paragraph: {
        alignment: AlignmentType.BOTH,
        spacing: exactly(24),
        indent: { firstLine: points(28) },
      },
    }),
    style('ListItem', '文稿条目', {
      paragraph: {
        alignment: AlignmentType.BOTH,
        spacing: exactly(24),
        indent: { firstLine: points(28) },
      },
    }),
    style('Note', '文稿说明', {
      run: { font: QUOTE_FONT, size: SIZE.小四 },
      paragraph: {
        alignment: AlignmentType.BOTH,
        spacing: { ...exactly(20), before: points(4), after: points(6) },
      },
    }),
    style('Caption', '图表题', {
      run: { font: HEADING_FONT, size: SIZE.小四 },
      paragraph: {
        alignment: AlignmentType.CENTER,
        spacing: { ...exactly(20), before: points(8), after: points(4) },
      },
    }),
    // No height of its own: a line as high as the picture.
    style('Picture', '图', {
      paragraph: {
        alignment: AlignmentType.CENTER,
        spacing: { before: points(6) },
        keepNext: true,
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
    style('PolicyLabel', '政策要求', {
      ...policyText({ ...exactly(22), before: points(6) }),
      run: { font: HEADING_FONT, size: SIZE.小四, color: POLICY_RED },
    }),
    style('PolicyQuote', '政策原文', policyText({ ...exactly(23), before: points(4) })),
    style('PolicySource', '政策出处', {
      ...policyText(exactly(20), AlignmentType.RIGHT),
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
        border: policyBar(),
        shading: POLICY_GREY,
      },
    }),
    style('SmallNote', '表内小注', {
      run: { font: QUOTE_FONT, size: SIZE.五号 },
      paragraph: { spacing: { ...exactly(17), before: points(3) } },
    }),
  ],
};

function frame() {
  const line = { style: BorderStyle.SINGLE, size: 8, space: 5, color: '000000' };
  return { top: line, bottom: line, left: line, right: line };
}
