import { type Figure, figuresIn, isSameFigure } from '../gates/figure/figures.ts';

/** A year places a question in time; 一次 and 两级 are ways of speaking. */
const SAYS_LITTLE = /^(?:[12]|\d{4}(?:~\d{4})?)$/u;

/**
 * Whether a reading of a message holds no figure of its own: it is shown to the person, and no gate
 * comes after it.
 *
 * @param said the message and what was said before it
 */
export function isFaithful(question: string, said: readonly string[]): boolean {
  const held = said.flatMap(figuresIn);
  const isHeld = (figure: Figure) => held.some((one) => isSameFigure(figure, one));
  return figuresIn(question).every((figure) => SAYS_LITTLE.test(figure.value) || isHeld(figure));
}
