import type { LexicalIndex } from '../../retrieval/lexical/search.ts';
import { termsOf } from '../../retrieval/lexical/terms.ts';
import { foldCharacters } from '../../text/fold.ts';
import { type Figure, figuresIn, isSameFigure } from './figures.ts';
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

/**
 * A claim without a surviving quote goes, and so does one whose words the cited text does not hold:
 * an exact quote beside a sentence about something else supports nothing. The asker's own words
 * count for neither side; a figure that the cited text holds counts as a word that few texts hold.
 */
export function supportGate(
  claim: string,
  cited: readonly CitedSpan[],
  question: string,
  { weightOf, has }: Pick<LexicalIndex, 'weightOf' | 'has'>,
): Finding[] {
  if (cited.length === 0) return [{ gate: 'support', outcome: 'no-quote', words: claim }];
  if (!/\p{Script=Han}/u.test(claim)) return [];
  const asked = new Set(termsOf(question));
  const quoted = new Set(cited.flatMap(({ text }) => termsOf(text)));
  const around = new Set(
    cited.flatMap((one) => termsOf([one.title, ...one.headings, one.around].join(' '))),
  );
  const figures = cited.flatMap(({ text }) => figuresIn(text));
  const stated = figuresIn(claim);
  const held = stated.filter((figure) => figures.some((one) => isSameFigure(figure, one)));
  const ofFigures = held.length * weightOf(NO_TERM);
  let [supported, all] = [ofFigures, ofFigures];

  for (const term of termsOf(wordsBesides(stated, claim, cited))) {
    if (asked.has(term) && !quoted.has(term)) continue;
    const weight =
      weightOf(term) * (has(term) ? 1 : UNKNOWN) * ([...term].length === 1 ? SINGLE_CHARACTER : 1);
    all += weight;
    if (quoted.has(term)) supported += weight;
    else if (around.has(term)) supported += weight * FROM_AROUND;
  }
  const isBeside = supported === 0 || supported < all * SUPPORTED;
  return isBeside ? [{ gate: 'support', outcome: 'beside', words: claim }] : [];
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
