import type { ReadDocument } from '../../corpus/readers/document.ts';
import type { StandingPassage } from './difference.ts';

/**
 * The paragraphs of a document with their places. Passages are packed by length, so that one more
 * sentence moves the borders of those behind it; a paragraph stays as it is.
 */
export function paragraphsOf({ text, outline }: ReadDocument): StandingPassage[] {
  const sections = outline
    .map(({ place, heading, body }) => ({
      place,
      start: Math.min(heading?.start ?? body.start, body.start),
    }))
    .toSorted((one, other) => one.start - other.start);
  let at = -1;
  return [...text.matchAll(/[^\n]+/gu)].map((match) => {
    while (at + 1 < sections.length && (sections[at + 1]?.start ?? 0) <= match.index) at++;
    const span = { start: match.index, end: match.index + match[0].length };
    return { place: sections[at]?.place ?? '', ...span, text: match[0] };
  });
}
