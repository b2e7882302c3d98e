import { sentencesOf } from '../../../text/sentences.ts';
import type { Entity, FormattedText } from './step.ts';

/** A stretch of text with what is drawn over the whole of it. */
export interface Stretch {
  readonly text: string;
  readonly types?: readonly Entity['type'][];
}

/** Puts stretches together; nothing is added between them. */
export function compose(stretches: readonly Stretch[]): FormattedText {
  let text = '';
  const entities: Entity[] = [];
  for (const { text: more, types = [] } of stretches) {
    // An entity of no length is an error to the Bot API.
    if (more !== '') {
      entities.push(...types.map((type) => ({ type, offset: text.length, length: more.length })));
    }
    text += more;
  }
  return { text, entities };
}

/** One after another, with something plain between. */
export function join(parts: readonly FormattedText[], between: string): FormattedText {
  let text = '';
  const entities: Entity[] = [];
  for (const [at, part] of parts.entries()) {
    if (at > 0) text += between;
    entities.push(...shifted(part.entities, text.length));
    text += part.text;
  }
  return { text, entities };
}

export function sliceFormatted(
  { text, entities }: FormattedText,
  start: number,
  end: number,
): FormattedText {
  const clipped = entities.flatMap(({ type, offset, length }) => {
    const from = Math.max(offset, start);
    const to = Math.min(offset + length, end);
    return from < to ? [{ type, offset: from - start, length: to - from }] : [];
  });
  return { text: text.slice(start, end), entities: clipped };
}

/**
 * Cuts a text into parts of at most so many UTF-16 units: after a sentence where one ends in the
 * part's second half, else after a comma, else anywhere but within a character.
 */
export function split(whole: FormattedText, limit: number): FormattedText[] {
  const parts: FormattedText[] = [];
  let start = 0;
  while (whole.text.length - start > limit) {
    const end = start + cutWithin(whole.text.slice(start, start + limit + 1), limit);
    parts.push(trimmed(sliceFormatted(whole, start, end)));
    start = end;
  }
  parts.push(trimmed(sliceFormatted(whole, start, whole.text.length)));
  return parts.filter(({ text }) => text !== '');
}

/** @param text one unit longer than what fits */
function cutWithin(text: string, limit: number): number {
  const half = limit / 2;
  const ends = sentencesOf(text)
    .map(({ end }) => end)
    .filter((end) => end <= limit);
  const sentence = ends.at(-1) ?? 0;
  if (sentence > half) return sentence;
  const comma = Math.max(
    ...['，', '；', '、', ' '].map((mark) => text.lastIndexOf(mark, limit - 1)),
  );
  if (comma + 1 > half) return comma + 1;
  const isWithinCharacter = /[\uDC00-\uDFFF]/u.test(text.charAt(limit));
  return isWithinCharacter ? limit - 1 : limit;
}

/** Without white space at its ends, which Telegram would remove and count differently. */
function trimmed(part: FormattedText): FormattedText {
  const start = part.text.length - part.text.trimStart().length;
  return sliceFormatted(part, start, Math.max(start, part.text.trimEnd().length));
}

function shifted(entities: readonly Entity[], by: number): Entity[] {
  return entities.map((one) => ({ ...one, offset: one.offset + by }));
}
