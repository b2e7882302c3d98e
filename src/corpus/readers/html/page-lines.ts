import type { LeftOutGatherer } from '../left-out.ts';
import type { MarkedLine } from '../lines.ts';
import { isOfSite } from './is-of-site.ts';
import { listNumbers } from './list-number.ts';
import { elementsWithin, type PageElement, wordsWithin } from './parse-page.ts';
import { captionOf, isLayout, rowsOf } from './table-rows.ts';
import { type UnreadPart, unreadPart } from './unread-part.ts';
import type { PageWeights } from './weigh-page.ts';

/** Elements within a line; all others stand on lines of their own. */
const INLINE =
  /^(?:a|abbr|acronym|b|basefont|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|ins|kbd|label|mark|nobr|output|q|rb|rtc|ruby|s|samp|small|span|strike|strong|sub|sup|time|tt|u|var|wbr)$/u;

/** Between two of these a line end in the source is no space. */
const CHINESE = '\\p{Script=Han}\\u3000-\\u303F\\uFF00-\\uFFEF“”‘’…—';
const BROKEN_LINE = new RegExp(`(?<=[${CHINESE}])\\n|\\n(?=[${CHINESE}])`, 'gu');

export interface PageLines {
  readonly lines: readonly MarkedLine[];
  readonly tables: number;
}

/** The lines of a part of a page as a browser shows them, top to bottom; what is left out goes to `left`. */
export function pageLines(
  body: PageElement,
  whole: PageElement,
  weights: PageWeights,
  left: LeftOutGatherer,
): PageLines {
  const lines: MarkedLine[] = [];
  let line = '';
  let tables = 0;
  const endLine = (depth?: number) => {
    const text = shownText(line);
    line = '';
    if (text.trim() !== '') lines.push(depth === undefined ? { text } : { text, depth });
  };

  const visitAll = (parent: PageElement, isPre: boolean) => {
    for (const child of parent.children) {
      if (typeof child !== 'string') visit(child, isPre);
      else if (isPre) addPre(child);
      else line += child;
    }
  };
  const addPre = (words: string) => {
    for (const [at, one] of words.split(/\r\n?|\n/u).entries()) {
      if (at > 0) endLine();
      line += one.replaceAll(' ', '\u00A0').replaceAll('\t', '\u00A0');
    }
  };
  const visit = (element: PageElement, isPre: boolean): void => {
    const unread = whyLeftOut(element, body, whole, weights);
    if (unread !== null) leaveOut(element, unread, left);
    else if (element.name === 'br') endLine();
    else if (INLINE.test(element.name)) visitAll(element, isPre);
    else {
      endLine();
      visitBlock(element, isPre);
      endLine();
    }
  };
  const visitBlock = (element: PageElement, isPre: boolean) => {
    const heading = /^h([1-6])$/u.exec(element.name);
    if (heading !== null) addHeading(element, Number(heading[1]));
    else if (element.name === 'ol' || element.name === 'ul') addList(element, isPre);
    else if (element.name === 'table' && !isLayout(element)) addTable(element);
    else visitAll(element, isPre || element.name === 'pre' || element.name === 'xmp');
  };
  const addHeading = (element: PageElement, depth: number) => {
    line = inOneLine(() => visitAll(element, false)).join('');
    endLine(depth);
  };
  const addList = (list: PageElement, isPre: boolean) => {
    const numbers = listNumbers(list);
    let at = 0;
    for (const child of list.children) {
      if (typeof child === 'string') line += child;
      else if (child.name !== 'li') visit(child, isPre);
      else {
        const first = lines.length;
        visit(child, isPre);
        const number = numbers[at++] ?? '';
        const begun = lines[first];
        if (begun !== undefined) lines[first] = { ...begun, text: number + begun.text.trimStart() };
      }
    }
  };
  const addTable = (table: PageElement) => {
    const caption = captionOf(table);
    if (caption !== null) visit(caption, false);
    tables++;
    for (const cells of rowsOf(table)) {
      const words = cells.map((cell) => inOneLine(() => visit(cell, false)).join(' '));
      const text = words.join('\t');
      if (text.trim() !== '') lines.push({ text });
    }
  };
  /** The lines that an addition makes, taken back. */
  const inOneLine = (add: () => void): string[] => {
    endLine();
    const from = lines.length;
    add();
    endLine();
    return lines.splice(from).map(({ text }) => text.trim());
  };

  visitAll(body, false);
  endLine();
  return { lines, tables };
}

/** Of blanks with a line end, what stands before it and that alone: each is looked at once. */
function lineEndOf(blanks: string): string {
  const at = blanks.indexOf('\n');
  return at < 0 ? blanks : `${blanks.slice(0, at).replace(/[ \t\f\r]/gu, '')}\n`;
}

/** Spaces as a browser shows them. */
function shownText(words: string): string {
  return words
    .replace(/\s+/gu, lineEndOf)
    .replace(BROKEN_LINE, '')
    .replace(/[ \t\n\f\r]+/gu, ' ')
    .replaceAll('\u00A0', ' ');
}

/** Why a part within the article is no text of it; null where it is. */
function whyLeftOut(
  element: PageElement,
  body: PageElement,
  whole: PageElement,
  weights: PageWeights,
): UnreadPart | null {
  const unread = unreadPart(element);
  if (unread === null) {
    return isOfSite(element, whole, weights)
      ? { what: '导航和链接', why: '属于网站页面，不是正文' }
      : null;
  }
  // Some sites put the whole page into a form, and an article may have a header with its heading.
  if (element.name === 'form' && weights.ownOf(element) * 2 > weights.ownOf(whole)) return null;
  const isHeadOfArticle =
    element.name === 'header' &&
    body.name !== '' &&
    elementsWithin(element).some(({ name }) => /^h[1-6]$/u.test(name));
  return isHeadOfArticle ? null : unread;
}

export function leaveOut(
  element: PageElement,
  { what, why }: UnreadPart,
  left: LeftOutGatherer,
): void {
  const { alt = '', value = '', placeholder = '' } = element.attributes;
  const words = [alt, value, placeholder, wordsWithin(element)].filter((one) => one.trim() !== '');
  left.add(what, why, words.join('\n'));
}
