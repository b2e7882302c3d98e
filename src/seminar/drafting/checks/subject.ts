import { pairsOf } from '../../../text/pairs.ts';
import type { Check } from './check.ts';

/**
 * Share of a text's pairs of characters that the item, its basis or the order must hold. Good
 * rewritings that were looked at hold 0.12 and more, other matters 0.10 and less.
 */
const ON_SUBJECT = 0.11;

/** It still asks about the same thing: in words of it, or with a word of its topic or its basis. */
export const checkSubject: Check = ({ text }, _, { own, told, basis }) => {
  const said = pairsOf(text);
  const [topic = ''] = told;
  const terms = new Set([topic, ...basis.map((one) => one.text)].flatMap(pairsOf));
  const known = new Set([...terms, ...[...own, ...told].flatMap(pairsOf)]);
  const shared = said.filter((pair) => known.has(pair)).length;
  return shared < said.length * ON_SUBJECT && !said.some((pair) => terms.has(pair))
    ? [{ rule: '离题', words: '改写后问的不是原题所问的事。照原题改写。' }]
    : [];
};
