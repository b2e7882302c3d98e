import {
  AlignmentType,
  type IBaseParagraphStyleOptions,
  ImportedXmlComponent,
  type IParagraphStyleOptions,
  LineRuleType,
} from 'docx';
import { HEADING_FONT } from './fonts.ts';

/** Styles by which blocks are set. */
export type StyleName =
  | 'Topic'
  | 'BodyText'
  | 'ListItem'
  | 'Note'
  | 'Caption'
  | 'Picture'
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
export const NORMAL = element(
  'w:style',
  { 'w:type': 'paragraph', 'w:default': '1', 'w:styleId': 'Normal' },
  [element('w:name', { 'w:val': 'Normal' }), element('w:qFormat')],
);

export function heading(
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

export function style(
  id: StyleName,
  name: string,
  options: IBaseParagraphStyleOptions,
): IParagraphStyleOptions {
  return { id, name, basedOn: 'Normal', next: id, quickFormat: true, ...options };
}

export function tableStyles(
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

/** Line heights are fixed, so that pages break alike whichever font a machine has. */
export function exactly(height: number) {
  return { line: points(height), lineRule: LineRuleType.EXACT };
}

/** In twentieths, as the format counts. */
export function points(count: number): number {
  return count * 20;
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
