import { foldCharacters } from '../../../text/fold.ts';
import { phrasesOf } from '../../../text/sentences.ts';
import { sliceOf } from '../../../text/span.ts';
import { AS_WELL, speakingOf } from '../alignment.ts';
import { keepsMarks } from './figure-marks.ts';
import { isSameUnit } from './figure-units.ts';
import { type Figure, figuresIn, isSameFigure } from './figures.ts';
import { withoutSeparators } from './written-numbers.ts';

/** A phrase of a source with the figures that it states or that go on from the phrases before it. */
export interface FiguredPhrase {
  readonly text: string;
  readonly figures: readonly Figure[];
}

/** The figures of each phrase of a text; 每年 goes on through the phrases of its sentence. */
export function figuresByPhrase(text: string): FiguredPhrase[] {
  const plain = withoutSeparators(foldCharacters(text));
  let rates: Figure[] = [];
  return phrasesOf(plain, { start: 0, end: plain.length }).map((span) => {
    const phrase = sliceOf(plain, span);
    const figures = figuresIn(phrase);
    const own = figures.filter(({ isRate }) => isRate);
    if (own.length > 0) rates = own;
    const carried = own.length > 0 ? [] : rates;
    if (/[。；;]$/u.test(phrase)) rates = [];
    return { text: phrase, figures: [...carried, ...figures] };
  });
}

/** Rates that the source states, and not for the figures with which the claim states them. */
export function strangeRates(
  stated: readonly Figure[],
  held: readonly FiguredPhrase[],
): readonly Figure[] {
  const figures = stated.filter(({ isRate }) => !isRate);
  return stated
    .filter((rate) => rate.isRate && held.some((phrase) => holds(phrase, rate)))
    .filter((rate) =>
      figures.some((figure) => {
        const at = held.filter((phrase) => holds(phrase, figure));
        return at.length > 0 && !at.some((phrase) => holds(phrase, rate));
      }),
    );
}

/**
 * Figures that the source states of something else: what speaks most of what the claim says has
 * another figure of that unit.
 *
 * @param phrase the claim's, in which the figures stand
 */
export function strayFigures(
  phrase: string,
  stated: readonly Figure[],
  held: readonly FiguredPhrase[],
  weightOf: (term: string) => number,
): readonly Figure[] {
  const words = stated.reduce((rest, figure) => rest.replace(figure.words, ' '), phrase);
  const like = speakingOf(words, held, weightOf, AS_WELL);
  return stated.filter((figure) => {
    if (figure.isRate || !held.some((one) => holds(one, figure))) return false;
    const isThere = like.some((one) => holds(one, figure));
    return !isThere && like.some((one) => holdsAnother(one, figure));
  });
}

function holds({ figures }: FiguredPhrase, figure: Figure): boolean {
  return figures.some((one) => isSameFigure(figure, one) && keepsMarks(figure, one));
}

function holdsAnother({ figures }: FiguredPhrase, figure: Figure): boolean {
  return figures.some((one) => !one.isRate && one.unit !== '' && isSameUnit(figure.unit, one.unit));
}
