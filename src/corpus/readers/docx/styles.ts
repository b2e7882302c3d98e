import {
  childOf,
  childrenOf,
  isSwitchedOn,
  numberOf,
  settingOf,
  type XmlElement,
} from './xml-element.ts';

/** What a paragraph has from its style, with what this one has from those it is based on. */
export interface ParagraphStyle {
  readonly id: string;
  /** 1 for the outermost; null where it is no heading. */
  readonly headingDepth: number | null;
  readonly isTitle: boolean;
  /** An entry of a table of contents, or its heading. */
  readonly isContents: boolean;
  readonly isCentred: boolean;
  readonly isHidden: boolean;
  readonly numbering: StyleNumbering | null;
}

export interface StyleNumbering {
  readonly numId: number;
  /** Of the style that asks for the list; a level of the list names its style. */
  readonly styleId: string;
  readonly level: number;
}

export interface Styles {
  /** The default style for an id that is unknown or missing. */
  readonly paragraph: (id: string | undefined) => ParagraphStyle;
  readonly isHiddenRun: (id: string | undefined) => boolean;
  /** The list that a style of lists (`w:numStyleLink`) stands for. */
  readonly listOf: (id: string) => number | undefined;
}

/** Such as `heading 1`, `标题 1`; 标题 alone is the style of a title. */
const HEADING_NAME = /^(?:heading|标题|標題)\s*([1-9])$/iu;
const TITLE_NAME = /^(?:title|subtitle|标题|標題|副标题|副標題)$/iu;
const CONTENTS_NAME = /^(?:toc(?:\s*(?:[1-9]|heading))|目录\s*[1-9]?|目錄\s*[1-9]?|目录标题)$/iu;
/** An outline level of body text. */
const BODY_LEVEL = 9;

/** Styles may go in circles, and no real one is based on as many. */
const DEEPEST_STYLE = 50;

const PLAIN: ParagraphStyle = {
  id: '',
  headingDepth: null,
  isTitle: false,
  isContents: false,
  isCentred: false,
  isHidden: false,
  numbering: null,
};

export function readStyles(part: XmlElement | undefined): Styles {
  const all = part === undefined ? [] : childrenOf(part, 'w:style');
  const byId = new Map(all.map((style) => [style.attributes['w:styleId'] ?? '', style]));
  const defaultId = all.find(
    ({ attributes }) =>
      attributes['w:type'] === 'paragraph' &&
      ['1', 'true', 'on'].includes(attributes['w:default'] ?? ''),
  )?.attributes['w:styleId'];
  const resolved = new Map<string, ParagraphStyle>();

  const paragraph = (id: string | undefined): ParagraphStyle => {
    const style = byId.get(id ?? defaultId ?? '') ?? byId.get(defaultId ?? '');
    return style === undefined ? PLAIN : resolve(style, 0);
  };
  const resolve = (style: XmlElement, depth: number): ParagraphStyle => {
    const id = style.attributes['w:styleId'] ?? '';
    const known = resolved.get(id);
    if (known !== undefined) return known;
    const base = byId.get(settingOf(style, 'w:basedOn') ?? '');
    const isEnd = base === undefined || depth >= DEEPEST_STYLE;
    const inherited = isEnd ? PLAIN : resolve(base, depth + 1);
    const own = withOwn(style, id, inherited);
    resolved.set(id, own);
    return own;
  };
  return {
    paragraph,
    isHiddenRun: (id) => id !== undefined && isHiddenBy(byId, id),
    listOf: (id) => numberOf(childOf(childOf(byId.get(id), 'w:pPr'), 'w:numPr'), 'w:numId'),
  };
}

function withOwn(style: XmlElement, id: string, inherited: ParagraphStyle): ParagraphStyle {
  const name = settingOf(style, 'w:name') ?? '';
  const looks = childOf(style, 'w:pPr');
  const alignment = settingOf(looks, 'w:jc');
  return {
    id,
    headingDepth: depthOf(numberOf(looks, 'w:outlineLvl'), name, inherited.headingDepth),
    isTitle: TITLE_NAME.test(name) || inherited.isTitle,
    isContents: CONTENTS_NAME.test(name) || inherited.isContents,
    isCentred: alignment === undefined ? inherited.isCentred : alignment === 'center',
    isHidden: isSwitchedOn(childOf(style, 'w:rPr'), 'w:vanish') ?? inherited.isHidden,
    numbering: numberingOf(looks, id, inherited.numbering),
  };
}

function depthOf(level: number | undefined, name: string, inherited: number | null): number | null {
  if (level !== undefined) return headingDepth(level);
  const named = HEADING_NAME.exec(name);
  return named === null ? inherited : Number(named[1]);
}

/** The depth of an outline level, which begins at 0; null for body text. */
export function headingDepth(level: number): number | null {
  return level >= 0 && level < BODY_LEVEL ? level + 1 : null;
}

function numberingOf(
  looks: XmlElement | undefined,
  styleId: string,
  inherited: StyleNumbering | null,
): StyleNumbering | null {
  const own = childOf(looks, 'w:numPr');
  const numId = numberOf(own, 'w:numId');
  const level = numberOf(own, 'w:ilvl');
  if (numId === 0) return null;
  if (numId !== undefined) return { numId, styleId, level: level ?? 0 };
  // A style that goes down a level in the list of the one it is based on.
  if (level !== undefined && inherited !== null) return { ...inherited, styleId, level };
  return inherited;
}

function isHiddenBy(byId: ReadonlyMap<string, XmlElement>, id: string): boolean {
  let style = byId.get(id);
  for (let depth = 0; style !== undefined && depth < DEEPEST_STYLE; depth++) {
    const own = isSwitchedOn(childOf(style, 'w:rPr'), 'w:vanish');
    if (own !== undefined) return own;
    style = byId.get(settingOf(style, 'w:basedOn') ?? '');
  }
  return false;
}
