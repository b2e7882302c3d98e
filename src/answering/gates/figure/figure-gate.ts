import { foldCharacters } from '../../../text/fold.ts';
import { findPlaceReferences } from '../../../text/references.ts';
import { phrasesOf } from '../../../text/sentences.ts';
import { sliceOf } from '../../../text/span.ts';
import { speakingOf } from '../alignment.ts';
import type { CitedSpan, Finding } from '../gate.ts';
import { keepsMarks } from './figure-marks.ts';
import { type Figure, figuresIn, isSameFigure } from './figures.ts';
import {
  type FiguredPhrase,
  figuresByPhrase,
  strangeRates,
  strayFigures,
} from './source-figures.ts';
import { withoutSeparators } from './written-numbers.ts';

/** 一是, 第二，（3） and 1. count the claim's own points. */
const POINTS =
  /(?:^|[。；;：:，,\n])\s*(?:[一二三四五六七八九十]+是|其[一二三四五六七八九十]|第[一二三四五六七八九十]+[，,、]|[（(][一二三四五六七八九十0-9]{1,2}[)）]|[0-9]{1,2}[.、．](?![0-9]))/gu;
const TITLE = /《([^《》]{2,60})》/gu;

/**
 * Every number, date and document number of a claim stands in the text that it cites, and so does
 * every title; a place that it names is one of its quotes'.
 */
export function figureGate(
  claim: string,
  cited: readonly CitedSpan[],
  weightOf: (term: string) => number,
): Finding[] {
  const titles = titlesBeside(claim, cited);
  const { rest, strange } = withoutPlaces(claim.replace(TITLE, ' '), cited);
  const plain = withoutSeparators(rest).replace(POINTS, ' ');
  const figures = phrasesOf(plain, { start: 0, end: plain.length }).flatMap((span) => {
    const phrase = sliceOf(plain, span);
    const stated = figuresIn(phrase).filter(
      (figure) => !countsOwnList(figure, phrase, plain.slice(span.end)),
    );
    if (stated.length === 0) return [];
    // A figure of one quote says nothing of what another quote speaks of.
    const about = speakingOf(phrase, cited, weightOf);
    const held = (about.length > 0 ? about : cited).flatMap(({ text }) => figuresByPhrase(text));
    const stray = [...strangeRates(stated, held), ...strayFigures(phrase, stated, held, weightOf)];
    return [
      ...stated.flatMap((figure) => problemsOf(figure, held)),
      ...stray.map(({ words }): Finding => ({ gate: 'figure', outcome: 'figure', words })),
    ];
  });
  return [
    ...figures,
    ...titles.map((words): Finding => ({ gate: 'figure', outcome: 'title', words })),
    ...strange.map((words): Finding => ({ gate: 'figure', outcome: 'place', words })),
  ];
}

function problemsOf(figure: Figure, held: readonly FiguredPhrase[]): Finding[] {
  const { words } = figure;
  const same = held.flatMap(({ figures }) => figures.filter((one) => isSameFigure(figure, one)));
  if (same.length === 0) return [{ gate: 'figure', outcome: 'figure', words }];
  const isKept = same.some((one) => keepsMarks(figure, one));
  return isKept ? [] : [{ gate: 'figure', outcome: 'bound', words }];
}

/** 省、市、县三级 counts what the claim itself names, and so does 三类机构：… */
function countsOwnList({ value, unit, words }: Figure, phrase: string, behind: string): boolean {
  if (!['级', '项', '种'].includes(unit)) return false;
  const at = phrase.indexOf(words);
  const [following = ''] = /^[^。；]*/u.exec(phrase.slice(at) + behind) ?? [];
  const [, named = ''] = following.split(/[:：]/u);
  return [phrase.slice(0, at), named].some((list) => {
    const joints = list.replace(/\([^()]*\)/gu, '').match(/[、和与及]/gu) ?? [];
    return joints.length > 0 && value === String(joints.length + 1);
  });
}

/** Titles in a claim that are neither the cited material's nor in the cited text. */
function titlesBeside(claim: string, cited: readonly CitedSpan[]): string[] {
  return [...claim.matchAll(TITLE)]
    .map(([words]) => words)
    .filter((words) => {
      const name = bare(words);
      return !cited.some(
        ({ title, text }) => bare(title).includes(name) || bare(text).includes(name),
      );
    });
}

function bare(text: string): string {
  return foldCharacters(text).replace(/[\s—–\-()（）《》〈〉]/gu, '');
}

/** A claim without the places that it names, and those that none of its quotes stands at. */
function withoutPlaces(
  claim: string,
  cited: readonly CitedSpan[],
): { readonly rest: string; readonly strange: readonly string[] } {
  let rest = foldCharacters(claim);
  const strange: string[] = [];
  for (const { key, start, end } of findPlaceReferences(claim)) {
    const words = rest.slice(start, end);
    const isTheirs = cited.some(
      ({ place, text, around }) =>
        place === key || place.startsWith(`${key}（`) || `${text}${around}`.includes(key),
    );
    if (!isTheirs) strange.push(words);
    rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end);
  }
  return { rest, strange };
}
