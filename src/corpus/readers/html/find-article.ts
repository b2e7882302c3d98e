import { elementsWithin, type PageElement, wordsWithin } from './parse-page.ts';
import { unreadPart } from './unread-part.ts';
import type { PageWeights } from './weigh-page.ts';

export interface Article {
  readonly body: PageElement;
  /** The heading of the page, where it stands apart from the article. */
  readonly title: PageElement | null;
}

/** Names that publishing systems give the block of the article; TRS serves most government sites. */
const ARTICLE_NAMES =
  /^(?:trs_editor|trs_ueditor|ucap-content|pages_content|zoom|fontzoom|article|article[-_]?(?:content|body|con|text)|content[-_]?article|art[-_]?con|main[-_]?content|news[-_]?content|detail[-_]?content|view)$/iu;

/** An article says this much in words of its own, or half of what the page does. */
const LEAST_WORDS = 200;
/** An article within an article is the better one where it holds nearly all of it. */
const NEARLY_ALL = 0.85;
const SHORTEST_TITLE = 5;

/** The block of a page that holds its article; the whole page where none stands out. */
export function findArticle(root: PageElement, weights: PageWeights): Article {
  const whole = weights.ownOf(root);
  const named = elementsWithin(root).filter(
    (element) => isNamedArticle(element) && unreadPart(element) === null,
  );
  let body = root;
  for (const element of named.toSorted((one, other) => weights.ownOf(other) - weights.ownOf(one))) {
    const own = weights.ownOf(element);
    const isFirst = body === root;
    const isIt = isFirst
      ? own >= Math.min(LEAST_WORDS, whole / 2) && own > whole / 4
      : elementsWithin(body).includes(element) && own >= NEARLY_ALL * weights.ownOf(body);
    if (isIt) body = element;
  }
  return { body, title: body === root ? null : titleApart(root, body) };
}

function isNamedArticle({ name, attributes }: PageElement): boolean {
  if (name === 'article' || name === 'main' || attributes.role === 'main') return true;
  if (attributes.itemprop === 'articleBody') return true;
  const names = `${attributes.id ?? ''} ${attributes.class ?? ''}`.split(/\s+/u);
  return names.some((one) => ARTICLE_NAMES.test(one));
}

/** An article without a heading of the first rank has it above itself. */
function titleApart(root: PageElement, body: PageElement): PageElement | null {
  const inside = new Set(elementsWithin(body));
  if ([...inside].some(({ name }) => name === 'h1')) return null;
  const outside = elementsWithin(root).filter((one) => !inside.has(one) && one !== body);
  const heading = outside.find((one) => one.name === 'h1' && lineOf(one) !== '');
  return heading ?? titleByProperties(outside, lineOf(body));
}

/** What the page's properties give as its title, where it is shown too. */
function titleByProperties(outside: readonly PageElement[], text: string): PageElement | null {
  const named = outside.find(
    ({ name, attributes }) => name === 'meta' && /^ArticleTitle$/iu.test(attributes.name ?? ''),
  );
  const titles = [
    ...(named?.attributes.content === undefined ? [] : [named.attributes.content.trim()]),
    ...outside.filter(({ name }) => name === 'title').map(lineOf),
  ];
  const shown = outside.find((one) => {
    if (unreadPart(one) !== null || one.name === 'a') return false;
    const line = lineOf(one);
    return line.length >= SHORTEST_TITLE && titles.some((title) => title.startsWith(line));
  });
  return shown === undefined || text.startsWith(lineOf(shown)) ? null : shown;
}

function lineOf(element: PageElement): string {
  return wordsWithin(element).replace(/\s+/gu, '');
}
