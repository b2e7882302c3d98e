import { citedPhrases } from '../../answering/gates/cited-phrases.ts';
import { figureGate } from '../../answering/gates/figure/figure-gate.ts';
import { forceGate } from '../../answering/gates/force/force-gate.ts';
import type { CitedSpan, Finding } from '../../answering/gates/gate.ts';
import { toWholePhrases } from '../../answering/gates/quote/whole-phrases.ts';
import { scopeGate } from '../../answering/gates/scope/scope-gate.ts';
import { supportGate } from '../../answering/gates/support-gate.ts';
import { cutToLength } from '../../answering/quotes.ts';
import type { LexicalIndex } from '../../retrieval/lexical/search.ts';
import { sliceOf } from '../../text/span.ts';

/** What terms weigh. */
export type Weights = Pick<LexicalIndex, 'weightOf' | 'has'>;

/**
 * What a sentence says that its quotes do not, as the gates find it that a model's claims pass, here
 * without a question that it answers. Of the 300 pairs that ship they find something in two; of the
 * Chinese claims in `tests/answering/gates/claims` in 3 of 246 honest ones and in all but 10 of 666
 * dishonest ones, of which 5 are of another body and 5 of another word of the matter.
 *
 * @returns what to mend, in words for people; null where nothing is found
 */
export function beyondQuotes(
  sentence: string,
  cited: readonly CitedSpan[],
  weights: Weights,
): string | null {
  const phrases = cited.flatMap(citedPhrases);
  const found = [
    ...figureGate(sentence, cited, weights.weightOf),
    ...forceGate(sentence, phrases, weights.weightOf),
    ...scopeGate(sentence, cited, phrases, '', weights.weightOf),
    ...supportGate(sentence, cited, { question: '', language: 'zh' }, weights),
  ];
  if (found.length === 0) return null;
  const outcomes = [...new Set(found.map(({ outcome }) => outcome))];
  const words = outcomes
    .map((outcome) => inWords(found.filter((one) => one.outcome === outcome)))
    .join('；');
  return `答复中有与引文不一致的内容：${words}。请按引文原文改写答复，或者补充引文。`;
}

/** Why a quote would say something else than its text, or would be cut where it is shown; null where neither. */
export function cutOff({ around, within, text }: CitedSpan): string | null {
  const whole = toWholePhrases(around, within);
  const isBegun = within.start <= whole.start || around[within.start - 1] === '、';
  const isEnded = within.end >= whole.end - 1 || around[within.end] === '、';
  if (!isBegun || !isEnded) {
    return `引文「${shortened(text)}」截去了半句话或者条件，意思会变。请从标点到标点完整选取，如「${sliceOf(around, whole)}」。`;
  }
  const shown = cutToLength(around, within);
  if (shown.end === within.end) return null;
  return `引文「${shortened(text)}」太长，答复时显示不全。每段引文请不超过 200 字，可以分成几段。`;
}

/** Words of a finding without the mark that ends their clause, which is no part of what is wrong. */
function asWritten(words: string): string {
  return words.trim().replace(/[，。；：！？,.;:!?\s]+$/u, '');
}

const SHORT = 24;

function shortened(text: string): string {
  const characters = [...text];
  return characters.length > SHORT ? `${characters.slice(0, SHORT).join('')}…` : text;
}

/** @param found findings of one outcome, at least one */
function inWords(found: readonly Finding[]): string {
  const named = [...new Set(found.map(({ words }) => `“${shortened(asWritten(words))}”`))].join('');
  switch (found[0]?.outcome) {
    case 'figure':
      return `数字、日期或者文号${named}不在引文中`;
    case 'bound':
      return `${named}的限度与引文不同，引文另有“不少于”“不超过”“左右”或者期限等字样`;
    case 'title':
      return `文件名${named}不在引文中`;
    case 'place':
      return `出处${named}不是引文所在的部分`;
    case 'strengthened':
      return `${named}把引文中鼓励、探索、可以的事写成了要求`;
    case 'weakened':
      return `${named}把引文中要求的事写成了可做可不做`;
    case 'ban':
      return `${named}与引文的禁止或者限制不一致`;
    case 'denied':
      return `${named}否定了引文的内容`;
    case 'reply':
      return `${named}开头的是与否，和后面的内容不一致`;
    case 'subject':
      return `主体${named}与引文不一致`;
    case 'extent':
      return `${named}的范围与引文不一致`;
    case 'opposite':
      return `${named}与引文的意思相反`;
    default:
      return `${named}引文中没有说到`;
  }
}
