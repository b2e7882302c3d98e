import { childOf, wordsIn, type XmlElement } from './xml-element.ts';

/** A formula in one line: fractions with `/`, powers with `^`, indices with `_`, roots with `√`. */
export function formulaWords(element: XmlElement): string {
  const part = (name: string) => {
    const child = childOf(element, name);
    return child === undefined ? '' : formulaWords(child);
  };
  switch (element.name) {
    case 'm:t':
    case 'w:t':
      return wordsIn(element);
    case 'm:f':
      return `${bracketed(part('m:num'))}/${bracketed(part('m:den'))}`;
    case 'm:sSup':
      return `${part('m:e')}^${bracketed(part('m:sup'))}`;
    case 'm:sSub':
      return `${part('m:e')}_${bracketed(part('m:sub'))}`;
    case 'm:rad':
      return `${part('m:deg')}√${bracketed(part('m:e'))}`;
    case 'm:d':
      return `(${inOrder(element)})`;
    default:
      return inOrder(element);
  }
}

function inOrder(element: XmlElement): string {
  return element.children
    .map((child) => (typeof child === 'string' ? '' : formulaWords(child)))
    .join('');
}

/** `a+b` needs brackets beside a line of a fraction, `12` and `人数` need none. */
function bracketed(words: string): string {
  return /[^\p{L}\p{N}.%]/u.test(words) ? `(${words})` : words;
}
