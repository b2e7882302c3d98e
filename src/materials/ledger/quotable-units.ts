import { clausesOf, sentencesOf } from '../../text/sentences.ts';
import { lengthOf, type Span } from '../../text/span.ts';

/** A sentence up to this is quoted whole; a longer one by its clauses. */
const LONGEST_UNIT = 110;
/** Between two units that stand beside each other, such as a line feed. */
const SMALL_GAP = 2;

/** What of a passage is chosen by one tap: its sentences, and of long ones the clauses. */
export function quotableUnits(text: string): readonly Span[] {
  return sentencesOf(text).flatMap((sentence) =>
    lengthOf(sentence) <= LONGEST_UNIT ? [sentence] : clausesOf(text, sentence),
  );
}

/** What was chosen as quotes: neighbours make one. */
export function chosenSpans(units: readonly Span[], chosen: readonly number[]): readonly Span[] {
  const spans: Span[] = [];
  for (const number of chosen.toSorted((one, other) => one - other)) {
    const unit = units[number];
    if (unit === undefined) continue;
    const last = spans.at(-1);
    const goesOn = last !== undefined && unit.start - last.end <= SMALL_GAP;
    if (goesOn) spans[spans.length - 1] = { start: last.start, end: unit.end };
    else spans.push(unit);
  }
  return spans;
}
