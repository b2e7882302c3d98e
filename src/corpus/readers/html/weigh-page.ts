import type { PageElement } from './parse-page.ts';
import { unreadPart } from './unread-part.ts';

/** How much a part of a page says, in characters that are not blank. */
export interface Weight {
  readonly words: number;
  /** Of them, those in links to other pages. */
  readonly linked: number;
}

export interface PageWeights {
  of(element: PageElement): Weight;
  /** What it says in words of its own. */
  ownOf(element: PageElement): number;
}

/** Forms and headers hold whole documents on some pages; whether they do is told by their weight. */
const WEIGHED_THOUGH_UNREAD = ['form', 'header'];

const NOTHING: Weight = { words: 0, linked: 0 };

export function weighPage(root: PageElement): PageWeights {
  const weights = new Map<PageElement, Weight>();
  const weigh = (element: PageElement): Weight => {
    const isUnread = unreadPart(element) !== null && !WEIGHED_THOUGH_UNREAD.includes(element.name);
    const weight = isUnread ? NOTHING : sumOf(element);
    weights.set(element, weight);
    return weight;
  };
  const sumOf = (element: PageElement): Weight => {
    let [words, linked] = [0, 0];
    for (const child of element.children) {
      if (typeof child === 'string') words += child.replace(/\s+/gu, '').length;
      else {
        const inner = weigh(child);
        words += inner.words;
        linked += inner.linked;
      }
    }
    return { words, linked: isLinkAway(element) ? words : linked };
  };
  weigh(root);
  const of = (element: PageElement) => weights.get(element) ?? NOTHING;
  return { of, ownOf: (element) => of(element).words - of(element).linked };
}

/** A link within the page, such as a table of contents has them, is text like any other. */
function isLinkAway({ name, attributes }: PageElement): boolean {
  return name === 'a' && attributes.href !== undefined && !attributes.href.startsWith('#');
}
