import { figureGate } from '../../../answering/gates/figure/figure-gate.ts';
import { keepsMarks } from '../../../answering/gates/figure/figure-marks.ts';
import { type Figure, figuresIn, isSameFigure } from '../../../answering/gates/figure/figures.ts';
import type { Finding as GateFinding } from '../../../answering/gates/gate.ts';
import { foldCharacters } from '../../../text/fold.ts';
import { phrasesOf } from '../../../text/sentences.ts';
import { sliceOf } from '../../../text/span.ts';
import type { Held } from '../held.ts';
import { quotedIn } from '../quoted.ts';
import { type Check, type Finding, piecesOf } from './check.ts';

/** 近两年 and 最近一次 say how far back people are to think. */
const LOOKS_BACK =
  /哪一?(?:年|天|个?月|周|次|期)|一(?:年|个月|周|个?学期)(?:里|当中|下来)|(?:最近|近|过去|上|前|这)(?:[一二两三](?:个?月|年|周|个?学期|次|届|期)|半年)(?:来|里|内|中|间|以来)?/gu;
/** Days that a number does not name. */
const DAYS =
  /元旦|春节|清明|端午|中秋|国庆|(?:五一|七一|八一|十一)(?=前|后|节|期间)|[上中下]旬|季度末|次年/gu;
/** Numbers before words that no list of units holds: 二十六处, 五份. */
const NUMERALS =
  /[一二三四五六七八九两]十[一二三四五六七八九]?|十[一二三四五六七八九](?!分)|[一二两三四五六七八九几][百千万亿]|(?:[五六七八九]|四(?!处))(?=[处份笔台座间支堂场张件块户类道])/gu;
/** What people are asked for by number: 三个原因, 两条, 一步. */
const COUNTED: Readonly<Record<string, number>> = {
  项: 3,
  轮: 3,
  种: 3,
  人: 2,
  次: 2,
  篇: 1,
  门: 1,
};
const ONE_SPAN_OF_TIME = new Set(['年', '个月', '周', '天', '学期']);
/** 每人讲一件 and 每期班 say of whom one speaks. */
const EACH = /^每(?:个?人|期|次)$/u;

/**
 * Every number, date, document, title and place was there before or is the trainer's, those by which
 * people are asked for one or two of something aside. What the basis says in figures is quoted, where
 * they keep their bounds and what they count.
 */
export const checkFigures: Check = (rewritten, _, held) => {
  const known = [...held.own, ...held.told];
  const figures = known.flatMap(inPhrases);
  return piecesOf(rewritten).flatMap((piece) => {
    const text = quotedIn(piece).spoken.replace(LOOKS_BACK, '');
    const stated = inPhrases(text);
    const unread = [NUMERALS, DAYS]
      .flatMap((pattern) => text.match(pattern) ?? [])
      .filter((words) => !known.some((one) => one.includes(words)));
    return [
      // Held against nothing, so that it gives all that there is.
      ...figureGate(text, [], held.weightOf)
        .filter((found) => !isExcused(found, stated, figures, held))
        .map(asFinding),
      ...unread.map(strange),
    ];
  });
};

function inPhrases(text: string): Figure[] {
  return phrasesOf(text, { start: 0, end: text.length }).flatMap((span) =>
    figuresIn(sliceOf(text, span)),
  );
}

function isExcused(
  { outcome, words }: GateFinding,
  stated: readonly Figure[],
  known: readonly Figure[],
  { own, told, basis }: Held,
): boolean {
  if (outcome === 'title' || outcome === 'place') {
    const bare = foldCharacters(words).replace(/[《》〈〉]/gu, '');
    const named = basis.flatMap(({ title, place, text }) => [title, place, text]);
    return [...own, ...told, ...named].some((text) => foldCharacters(text).includes(bare));
  }
  const meant = stated.filter((figure) => figure.words === words);
  return (
    meant.length > 0 &&
    meant.every(
      (figure) =>
        asksForSo(figure) ||
        known.some((one) => isSameFigure(figure, one) && keepsMarks(figure, one)),
    )
  );
}

function asksForSo({ value, unit, isRate, words, ...marks }: Figure): boolean {
  if (isRate) return EACH.test(words);
  if (Object.values(marks).some((mark) => mark !== null) || /[0-9]/u.test(words)) return false;
  const amount = Number(value);
  if (value === '0.5' || words === '一半') return true;
  return amount <= (COUNTED[unit] ?? 0) || (amount === 1 && ONE_SPAN_OF_TIME.has(unit));
}

function asFinding({ outcome, words }: GateFinding): Finding {
  if (outcome === 'title') {
    return { rule: '文件不实', words: `${words}不在原题、依据和要求中。去掉。` };
  }
  if (outcome === 'place') {
    return { rule: '出处不实', words: `“${words}”不是依据的位置。去掉。` };
  }
  return strange(words);
}

function strange(words: string): Finding {
  const advice = '不在原题和要求中。去掉；依据里的数字只能放在引号里逐字引用。';
  return { rule: '数字不实', words: `“${words}”${advice}` };
}
