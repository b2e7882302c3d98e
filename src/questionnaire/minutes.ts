import type { Item, Questionnaire } from './questionnaire.ts';

/**
 * Characters read in a second. Chinese adults read some 255 characters a minute aloud (IReST) and
 * more in silence; 360 is own judgement for short official sentences on a phone.
 */
const READ_A_SECOND = 6;

/** Seconds to decide and tap, besides reading; own judgement, to be checked against real surveys. */
const SECONDS = {
  single: 5,
  multiple: 8,
  'scale-pair': 11,
  number: 10,
  section: 1,
  /** For each place that is given. */
  place: 5,
  /** Two or three sentences that must be written, or that few write. */
  requiredText: 60,
  optionalText: 30,
} as const;

/** Of those whom a questionnaire asks, the share that meets an item with a condition; own judgement. */
const SHOWN = 0.5;

/** How long it takes to answer, in minutes, to one decimal. */
export function minutesOf({ introduction, items }: Questionnaire): number {
  const seconds = items.reduce(
    (sum, item) => sum + secondsOf(item) * (item.showIf === null ? 1 : SHOWN),
    reading(introduction),
  );
  return Math.round(seconds / 6) / 10;
}

function secondsOf(item: Item): number {
  const read = reading(item.text) + reading(item.hint);
  switch (item.type) {
    case 'single':
    case 'multiple':
      return read + reading(item.options.join('')) + SECONDS[item.type];
    case 'ranking': {
      const places = Math.min(item.most ?? item.options.length, item.options.length);
      return read + reading(item.options.join('')) + places * SECONDS.place;
    }
    case 'text':
      return read + (item.isRequired ? SECONDS.requiredText : SECONDS.optionalText);
    case 'scale-pair':
    case 'number':
    case 'section':
      return read + SECONDS[item.type];
    default: {
      const never: never = item;
      throw new Error(`Cannot tell how long the item "${never}" takes`);
    }
  }
}

function reading(text: string): number {
  return [...text].length / READ_A_SECOND;
}
