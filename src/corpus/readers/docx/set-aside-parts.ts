import type { WordPackage } from './open-package.ts';
import type { AsideKind, SetAside } from './set-aside.ts';
import type { Story } from './story.ts';
import { descendantsOf, elementsOf, wordsIn, type XmlElement } from './xml-element.ts';

/** Elements of the properties that only count or name programs. */
const TECHNICAL =
  /(?:^|:)(?:revision|created|modified|lastPrinted|Template|TotalTime|Pages|Words|Characters\w*|Application|DocSecurity|Lines|Paragraphs|ScaleCrop|LinksUpToDate|SharedDoc|HyperlinksChanged|AppVersion|HeadingPairs|TitlesOfParts)$/u;
/** Of these people choose the words; who wrote and saved a file is looked through and not told. */
const TOLD = /(?:^|:)(?:title|subject|keywords|description|category)$/u;

/** Puts aside the words of all parts that are no text: headers, comments, charts, properties. */
export function setAsideParts(file: WordPackage, { aside }: Pick<Story, 'aside'>): void {
  setAsideStories(aside, 'header', file.related('header'));
  setAsideStories(aside, 'footer', file.related('footer'));
  for (const comment of file.related('comments').flatMap((part) => elementsOf(part))) {
    setAsideStories(aside, 'comment', [comment]);
  }
  // Their pictures have been counted where they stand.
  for (const kind of ['chart', 'diagramData', 'glossaryDocument']) {
    for (const part of file.related(kind)) aside.addUncounted(linesIn(part));
  }
  for (const properties of file.properties) {
    for (const property of elementsOf(properties)) {
      if (TECHNICAL.test(property.name)) continue;
      const words = wordsIn(property).trim();
      if (words !== '' && TOLD.test(property.name)) aside.add('properties', words);
      else aside.addUncounted(words);
    }
  }
}

/** Sections repeat headers; one of the same words is told once. */
function setAsideStories(aside: SetAside, kind: AsideKind, stories: readonly XmlElement[]): void {
  const words = stories.map(linesIn).filter((lines) => lines !== '');
  for (const lines of new Set(words)) aside.add(isPageNumber(lines) ? 'page-number' : kind, lines);
}

/** Such as `－ 1 －` or `第1页 共12页`; a number that is not stored leaves its dashes. */
function isPageNumber(words: string): boolean {
  return !/\p{L}/u.test(words.replace(/[第共页頁]/gu, ''));
}

/** A paragraph a line; a watermark is a word in a shape. */
function linesIn(part: XmlElement): string {
  const paragraphs = ['w:p', 'a:p'].flatMap((name) => [...descendantsOf(part, name)]);
  const marks = [...descendantsOf(part, 'v:textpath')].map(({ attributes }) => attributes.string);
  const values = [...descendantsOf(part, 'c:v')].map(wordsIn);
  return [...paragraphs.map(spokenWords), ...marks, ...values]
    .map((line) => (line ?? '').trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** Without codes of fields; deleted words are words. */
function spokenWords(element: XmlElement): string {
  return element.children
    .map((child) => {
      if (typeof child === 'string') return child;
      if (child.name === 'w:tab') return '\t';
      return child.name === 'w:instrText' ? '' : spokenWords(child);
    })
    .join('');
}
