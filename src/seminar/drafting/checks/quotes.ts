import { bindingsOf } from '../../../answering/gates/force/binding.ts';
import { HEDGES, LIMIT, OPENS, RESTRAINS } from '../../../answering/gates/force/force-words.ts';
import { negationOf } from '../../../answering/gates/force/negation.ts';
import type { CitedSpan } from '../../../answering/gates/gate.ts';
import { toWholePhrases } from '../../../answering/gates/quote/whole-phrases.ts';
import { type Span, sliceOf } from '../../../text/span.ts';
import type { Held } from '../held.ts';
import { quotedIn } from '../quoted.ts';
import { type Check, cut, type Finding, piecesOf } from './check.ts';

/** Names of the columns of a table that the talk leaves behind: “已做”“未做”两栏. */
const LABELS = /^(?:[、和与]?[“「][^“”「」]{1,8}[”」])*(?:[一两二三四]?(?:栏|列|类|项)|清单|表)/u;
const LONGEST_LABEL = 8;
/** What goes on: 不少于 without its figure. */
const HANGS = /(?:于|过|至|到|每|约|累计|近|达|为|的|不|以|左)$/u;
/** Longer, it is a statement and no name of a thing. */
const LONGEST_TERM = 10;
/** Fewer characters stand in any text by chance. */
const SHORTEST_SLICE = 4;

/**
 * What stands in quotation marks is an exact slice of the basis, whole enough to bind as it does
 * there, or was there before. A question on a statement of policy text still quotes it.
 */
export const checkQuotes: Check = (rewritten, item, held) => {
  const { expected } = rewritten;
  const found = piecesOf(rewritten).flatMap((piece): Finding[] => {
    const { quotes, isPaired } = quotedIn(piece);
    if (!isPaired) return [{ rule: '引号', words: `“${cut(piece)}”中的引号不成对。` }];
    return quotes
      .filter((quote) => !(piece === expected && isLabel(quote)))
      .flatMap(({ words }) => problemOf(words, held));
  });
  const lost = quotesBasis(item.text, held) && !quotesBasis(rewritten.text, held);
  return lost
    ? [...found, { rule: '丢了引文', words: '原题问的是一句原文，改写后的题目里仍要逐字引用。' }]
    : found;
};

function isLabel({ words, behind }: { readonly words: string; readonly behind: string }): boolean {
  return words.length <= LONGEST_LABEL && LABELS.test(behind);
}

function problemOf(words: string, { own, told, basis }: Held): Finding[] {
  if (own.some((text) => quotedIn(text).quotes.some((one) => one.words === words))) return [];
  const holding = basis.filter(({ text }) => text.includes(words));
  if (holding.length > 0) {
    return holding.some((span) => bindsAlike(span, words))
      ? []
      : [{ rule: '断章取义', words: `“${cut(words)}”截去了原文中表示力度或者条件的话，引完整。` }];
  }
  if ([...own, ...told].some((text) => text.includes(words))) return [];
  return [
    { rule: '引文不实', words: `“${cut(words)}”不在原题和依据中。逐字引用，或者去掉引号改说。` },
  ];
}

/** Nothing that governs the words, limits them or takes them back is cut off. */
function bindsAlike({ text, around, within }: CitedSpan, words: string): boolean {
  const start = within.start + text.indexOf(words);
  const span = { start, end: start + words.length };
  const whole = toWholePhrases(around, span);
  if (words.length > LONGEST_TERM && !isWhole(around, span)) return false;
  const before = around.slice(Math.min(whole.start, start), start);
  const behind = around.slice(span.end, Math.max(whole.end, span.end));
  if ([before, behind].some(saysOfForce) || (behind !== '' && HANGS.test(words))) return false;
  const edges = [start, span.end].map((at) => around.slice(at - 1, at + 1));
  if (edges.some((edge) => /^[0-9./]{2}$/u.test(edge))) return false;
  const phrases = bindingsOf(around, true).filter(
    (phrase) => phrase.span.start < span.end && span.start < phrase.span.end,
  );
  return (
    phrases.every(({ binding }) => binding !== 'leaves-open') ||
    OPENS.some((pattern) => pattern.test(sliceOf(around, span)))
  );
}

/** A statement begins and ends where a phrase does, what only joins it to the one before aside. */
function isWhole(around: string, { start, end }: Span): boolean {
  const begins = /(?:^|[，。；：、！？\s]|其中|同时|并)$/u.test(around.slice(0, start));
  return begins && /^(?:$|[，。；：、！？\s])/u.test(around.slice(end));
}

function saysOfForce(words: string): boolean {
  const { bans, denies } = negationOf(words);
  const says = [...OPENS, HEDGES, RESTRAINS, LIMIT].some((pattern) => pattern.test(words));
  return says || bans || denies;
}

function quotesBasis(text: string, { basis }: Held): boolean {
  return quotedIn(text).quotes.some(
    ({ words }) =>
      words.length >= SHORTEST_SLICE && basis.some((span) => span.text.includes(words)),
  );
}
