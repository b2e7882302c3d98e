import { Parser } from 'htmlparser2';

export interface PageElement {
  /** In small letters. */
  readonly name: string;
  /** Names in small letters. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (PageElement | string)[];
}

export interface Page {
  readonly root: PageElement;
  /** What stands in comments, which nobody sees. */
  readonly comments: readonly string[];
}

/** What lies deeper lies here: pages of people are some dozen deep, and walks are recursive. */
const DEEPEST = 200;

interface OpenElement extends PageElement {
  readonly children: (PageElement | string)[];
}

/** Parses a page however broken its markup is; nothing that it names is fetched or run. */
export function parsePage(html: string): Page {
  const root: OpenElement = { name: '', attributes: {}, children: [] };
  const open: OpenElement[] = [root];
  const comments: string[] = [];
  /** Elements below {@link DEEPEST}, whose children go to the deepest one that is kept. */
  let tooDeep = 0;
  const innermost = () => open.at(-1) as OpenElement;
  const parser = new Parser({
    onopentag(name, attributes) {
      const element: OpenElement = { name, attributes, children: [] };
      innermost().children.push(element);
      if (open.length < DEEPEST) open.push(element);
      else tooDeep++;
    },
    onclosetag() {
      if (tooDeep > 0) tooDeep--;
      else if (open.length > 1) open.pop();
    },
    ontext(text) {
      innermost().children.push(text);
    },
    oncomment(words) {
      comments.push(words);
    },
  });
  parser.end(html);
  return { root, comments };
}

/** All words within, those of scripts and hidden parts included. */
export function wordsWithin(element: PageElement): string {
  const words: string[] = [];
  const visit = ({ children }: PageElement) => {
    for (const child of children) {
      if (typeof child === 'string') words.push(child);
      else visit(child);
    }
  };
  visit(element);
  return words.join('');
}

/** All elements within, in the order in which they begin. */
export function elementsWithin(element: PageElement): readonly PageElement[] {
  const found: PageElement[] = [];
  const visit = ({ children }: PageElement) => {
    for (const child of children) {
      if (typeof child === 'string') continue;
      found.push(child);
      visit(child);
    }
  };
  visit(element);
  return found;
}
