import type { LexicalIndex } from '../../retrieval/lexical/search.ts';
import { termsOf } from '../../retrieval/lexical/terms.ts';
import { foldCharacters } from '../../text/fold.ts';
import { phrasesOf } from '../../text/sentences.ts';
import { sliceOf } from '../../text/span.ts';
import { type Figure, figuresIn, isSameFigure } from './figure/figures.ts';
import type { CitedSpan, Finding } from './gate.ts';

/** Share of what a claim adds to the question that the cited text must hold. */
const SUPPORTED = 0.45;
/** A word of the passage around the quote, or of its headings, supports less than one of the quote. */
const FROM_AROUND = 0.3;
/** Words that no passage holds are often the joints of a sentence; they count for less than terms. */
const UNKNOWN = 0.5;
/** Single characters tell less than bigrams. */
const SINGLE_CHARACTER = 0.2;
/** What a claim says of the force of its source, which is the force gate's to judge. */
const OF_FORCE =
  /(?:规划|办法|文件|规定)?(?:不是|并非|并不|没有|未)[^，。；]{0,6}(?:硬性|强制|必须|刚性)[^，。；]{0,4}|(?:规划|办法|文件)(?:明确)?(?:提出|要求|规定)/gu;
const NO_TERM = '\0';

/** Share of a phrase that the question or the cited text must hold: a true phrase carries no other along. */
const PHRASE_SPOKEN_OF = 0.2;
/** Letters of a phrase that is looked at by itself; a shorter one is often a joint of the sentence. */
const SHORTEST_PHRASE = 7;

/** What the words of a claim are held against. */
interface Held {
  readonly asked: ReadonlySet<string>;
  readonly quoted: ReadonlySet<string>;
  readonly around: ReadonlySet<string>;
}

type Weights = Pick<LexicalIndex, 'weightOf' | 'has'>;

/**
 * A claim without a surviving quote goes, and so does one whose words the cited text does not hold:
 * an exact quote beside a sentence about something else supports nothing. The asker's own words
 * count for neither side; a figure that the cited text holds counts as a word that few texts hold. A
 * phrase that speaks of nothing in the question or the cited text takes its claim along, and so does
 * another language than the one asked for: it cannot be held against the text.
 */
export function supportGate(
  claim: string,
  cited: readonly CitedSpan[],
  { question, language }: { readonly question: string; readonly language: string },
  weights: Weights,
): Finding[] {
  if (cited.length === 0) return [{ gate: 'support', outcome: 'no-quote', words: claim }];
  const beside = (words: string): Finding[] => [{ gate: 'support', outcome: 'beside', words }];
  if (!/\p{Script=Han}/u.test(claim)) return language === 'zh' ? beside(claim) : [];
  const held: Held = {
    asked: new Set(termsOf(question)),
    quoted: new Set(cited.flatMap(({ text }) => termsOf(text))),
    around: new Set(
      cited.flatMap((one) => termsOf([one.title, ...one.headings, one.around].join(' '))),
    ),
  };
  const stated = figuresIn(claim);
  const text = wordsBesides(stated, claim, cited);
  const share = shareHeld(text, held, weights, figuresHeld(stated, cited));
  if (share < SUPPORTED) return beside(claim);
  const spokenOf: Held = { ...held, quoted: new Set([...held.quoted, ...held.asked]) };
  const stray = phrasesOf(text, { start: 0, end: text.length })
    .map((span) => sliceOf(text, span))
    .filter((phrase) => (phrase.match(/\p{L}/gu)?.length ?? 0) >= SHORTEST_PHRASE)
    .find((phrase) => shareHeld(phrase, spokenOf, weights, 0) < PHRASE_SPOKEN_OF);
  return stray === undefined ? [] : beside(stray);
}

function figuresHeld(stated: readonly Figure[], cited: readonly CitedSpan[]): number {
  const figures = cited.flatMap(({ text }) => figuresIn(text));
  return stated.filter((figure) => figures.some((one) => isSameFigure(figure, one))).length;
}

/** The share of a text's weight, its figures' included, that the cited text holds; 0 where nothing counts. */
function shareHeld(
  text: string,
  { asked, quoted, around }: Held,
  { weightOf, has }: Weights,
  figures: number,
): number {
  const ofFigures = figures * weightOf(NO_TERM);
  let [held, all] = [ofFigures, ofFigures];
  for (const term of termsOf(text)) {
    if (asked.has(term) && !quoted.has(term)) continue;
    const weight =
      weightOf(term) * (has(term) ? 1 : UNKNOWN) * ([...term].length === 1 ? SINGLE_CHARACTER : 1);
    all += weight;
    if (quoted.has(term)) held += weight;
    else if (around.has(term)) held += weight * FROM_AROUND;
  }
  return all === 0 ? 0 : held / all;
}

/** Without figures, and without titles that say where a quote is from and do not stand in it. */
function wordsBesides(
  figures: readonly Figure[],
  claim: string,
  cited: readonly CitedSpan[],
): string {
  const isQuoted = (title: string) => cited.some(({ text }) => text.includes(title));
  const words = claim
    .replace(/《[^《》]*》/gu, (title) => (isQuoted(title) ? title : ' '))
    .replace(OF_FORCE, ' ');
  return figures.reduce((rest, figure) => rest.replace(figure.words, ' '), foldCharacters(words));
}
