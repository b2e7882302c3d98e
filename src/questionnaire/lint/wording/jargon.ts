import type { Questionnaire } from '../../questionnaire.ts';
import { plainOf } from '../asked.ts';
import type { ItemRule } from '../rule.ts';
import { EVERYDAY, TRADE_TERMS } from './jargon-terms.ts';

const LATIN = /(?<![A-Za-z0-9])[A-Za-z][A-Za-z0-9]*(?:[-+&/][A-Za-z0-9]+)*(?![A-Za-z0-9])/gu;

export const JARGON: ItemRule = {
  name: '术语未解释',
  check: (asked, questionnaire) => {
    if (asked.type === 'section') return [];
    const words = [asked.text, ...asked.options].join('\n').replace(/https?:\S+|\S+@\S+/gu, '');
    const terms = [
      ...[...words.matchAll(LATIN)].map(([term]) => term).filter((term) => !isEveryday(term)),
      ...[...words.matchAll(TRADE_TERMS)].map(([term]) => term),
    ];
    const unknown = [...new Set(terms)].filter(
      (term) =>
        !isExplained(term, `${words}\n${asked.hint}`, asked.hint) &&
        !isExplainedBefore(term, questionnaire),
    );
    if (unknown.length === 0) return [];
    const list = unknown.slice(0, 4).join('”“');
    return [
      {
        message: `“${list}”不是人人都懂，不懂的人只能猜。`,
        mend: `在词后用括号写明意思，例如“${unknown[0]}（……）”，或者换成平常的说法。`,
      },
    ];
  },
};

function isEveryday(term: string): boolean {
  return (
    term.length < 2 ||
    term
      .toUpperCase()
      .split(/[-+&/]/u)
      .every((part) => EVERYDAY.has(part) || part === '')
  );
}

/** With its meaning in brackets, or told by 即、是指; or given in brackets after its Chinese name. */
function isExplained(term: string, words: string, hint: string): boolean {
  const name = term.replace(/[.*+?^${}()|[\]\\/-]/gu, '\\$&');
  return (
    new RegExp(
      `${name}[”"]?\\s*(?:\\([^()]{3,}\\)|,?(?:即|也就是|是指|指的?是|就是|是一种|指(?![标数南挥导引])))`,
      'u',
    ).test(words) ||
    new RegExp(
      `[\\u4e00-\\u9fff]{3,}\\s*\\((?:[^()]{0,12}[\\s,、])?${name}[^()]{0,20}\\)`,
      'u',
    ).test(words) ||
    new RegExp(`\\([^()]*(?:简称|英文|缩写)[^()]*${name}[^()]*\\)`, 'u').test(words) ||
    (hint.includes(term) && /即|指|是|就是|:/u.test(hint))
  );
}

function isExplainedBefore(term: string, { introduction, items }: Questionnaire): boolean {
  const told = [introduction, ...items.slice(0, 100).flatMap(({ text, hint }) => [text, hint])];
  return told.some((words) => words.includes(term) && isExplained(term, plainOf(words, 400), ''));
}
