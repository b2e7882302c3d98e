import { officialTermsFor } from '../../corpus/thesaurus.ts';
import type { CorpusIndex } from '../../retrieval/index/open.ts';
import { foldCharacters } from '../../text/fold.ts';

/** Join words, ask, or say where and when; they tell nothing of a topic. */
const SAY_NOTHING =
  /如何|怎样|怎么|问题|训前|课前|开班前|当前|新形势下|[我本](?:省|市|县|区|校|院|单位)|[的和与及、，。；：“”‘’「」《》（）()\s]/gu;
/** Weight of a word that no policy text holds, as much as a word can have in a small corpus. */
const UNHEARD_OF = 3.5;
/** Of characters that the dictionary does not know as a word: most likely no term. */
const UNKNOWN = 1;
/** A run in common is at least this long. */
const SHORTEST_RUN = 2;
/** Official words that the topic's everyday words lead to, against its own words. */
const THROUGH_THESAURUS = 0.9;
/** Words of a heading, against those of the text itself. */
const IN_HEADING = 0.7;

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A topic as text is measured against it. */
export interface Measure {
  /** Folded. */
  readonly topic: string;
  /** How much each word tells, by a character. */
  readonly words: readonly (Stretch & { readonly weight: number })[];
  readonly total: number;
  /** Official words, with the stretch of the topic that leads to them. */
  readonly officials: readonly (Stretch & { readonly official: string })[];
}

/** @param topic without what ails it */
export function measureOf(
  topic: string,
  { thesaurus, passages }: Pick<CorpusIndex, 'thesaurus' | 'passages'>,
): Measure {
  const folded = foldCharacters(topic);
  const words = wordsIn(folded).map((word) => ({
    ...word,
    weight: weightOf(folded.slice(word.start, word.end), word.isKnown, passages.weightOf),
  }));
  const officials = officialTermsFor(thesaurus, folded)
    .filter(({ everyday }) => everyday.length >= SHORTEST_RUN)
    .map(({ everyday, official }) => {
      const start = folded.indexOf(everyday);
      return { official, start, end: start + everyday.length };
    });
  const total = words.reduce((sum, { start, end, weight }) => sum + weight * (end - start), 0);
  return { topic: folded, words, total: Math.max(total, Number.EPSILON), officials };
}

/**
 * How much of a topic a text speaks of, from 0 to 1: Σ weight · share² / Σ weight over the topic's
 * words, a word's share being what part of it stands in the text. Squared, since 理论 is little of
 * 理论课. Pure.
 */
export function coverageOf(
  { topic, words, total, officials }: Measure,
  text: string,
  heading = '',
) {
  const covered = new Array<number>(topic.length).fill(0);
  const cover = ({ start, end }: Stretch, share: number) => {
    for (let at = start; at < end; at++) covered[at] = Math.max(covered[at] ?? 0, share);
  };
  for (const run of runsIn(topic, plain(text))) cover(run, 1);
  for (const run of runsIn(topic, plain(heading))) cover(run, IN_HEADING);
  for (const one of officials) if (text.includes(one.official)) cover(one, THROUGH_THESAURUS);
  const spoken = words.map(({ start, end, weight }) => {
    const share = covered.slice(start, end).reduce((sum, one) => sum + one, 0) / (end - start);
    return weight * (end - start) * share ** 2;
  });
  return spoken.reduce((sum, one) => sum + one, 0) / total;
}

/** Of these nearly every topic has one; the word before is what it is about. */
const SAYS_LITTLE = /^(?:发展|工作|建设|管理|培训|教育|情况|能力|质量)$/u;

/** A run this long is a term of its own, such as 乡村振兴. */
const TERM = 4;

/**
 * Whether a text names a term of a topic, or speaks of what it is about in the end: of 村集体经济 that
 * is 经济, and 集体备课 does not.
 */
export function speaksOfIt({ topic, words, officials }: Measure, text: string): boolean {
  const said = plain(text);
  if ([...runsIn(topic, said)].some(({ start, end }) => end - start >= TERM)) return true;
  return headsOf(topic, words).some(
    ({ start, end }) =>
      said.includes(topic.slice(start, end)) ||
      officials.some((one) => one.start < end && start < one.end && text.includes(one.official)),
  );
}

/** The last telling word of each part between pauses. */
function headsOf(topic: string, words: readonly Stretch[]): Stretch[] {
  return words.filter((word, at) => {
    if (SAYS_LITTLE.test(topic.slice(word.start, word.end))) return false;
    const behind = words.slice(at + 1).filter(({ start }) => !isPaused(topic, word.end, start));
    return behind.every(({ start, end }) => SAYS_LITTLE.test(topic.slice(start, end)));
  });
}

function isPaused(topic: string, from: number, to: number): boolean {
  return /[\s、，,；;和与及]/u.test(topic.slice(from, to));
}

/** By how few passages hold it. */
function weightOf(word: string, isKnown: boolean, weightOfTerm: (term: string) => number): number {
  const pairs = [...word].slice(1).map((_, at) => weightOfTerm(word.slice(at, at + 2)));
  const held = pairs.filter((weight) => weight > 0);
  if (held.length > 0) return Math.max(...held);
  return isKnown ? UNHEARD_OF : UNKNOWN;
}

/** A character that stands alone belongs to the word before it (理论课), or to others alone (帮带). */
function wordsIn(text: string): (Stretch & { readonly isKnown: boolean })[] {
  const words: { start: number; end: number; isKnown: boolean }[] = [];
  for (const { start, end } of tellingParts(text)) {
    for (const { segment, index } of segmenter.segment(text.slice(start, end))) {
      const at = start + index;
      const last = words.at(-1);
      const isAlone = segment.length === 1;
      if (isAlone && last?.end === at) last.end = at + 1;
      else words.push({ start: at, end: at + segment.length, isKnown: !isAlone });
    }
  }
  return words;
}

function tellingParts(text: string): Stretch[] {
  const parts: Stretch[] = [];
  let start = 0;
  for (const { index, 0: found } of text.matchAll(SAY_NOTHING)) {
    if (index > start) parts.push({ start, end: index });
    start = index + found.length;
  }
  return start < text.length ? [...parts, { start, end: text.length }] : parts;
}

/** Quotation marks stand differently in a topic and in the text. */
function plain(text: string): string {
  return foldCharacters(text).replace(/[“”‘’"「」]/gu, '');
}

/** The longest stretches of a topic that stand in a text. */
function* runsIn(topic: string, text: string): Generator<Stretch> {
  let start = 0;
  while (start < topic.length) {
    let end = start;
    while (end < topic.length && text.includes(topic.slice(start, end + 1))) end++;
    if (end - start >= SHORTEST_RUN) {
      yield { start, end };
      start = end;
    } else start++;
  }
}
