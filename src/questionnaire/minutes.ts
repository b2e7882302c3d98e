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

type Answered = Pick<Questionnaire, 'introduction' | 'items'>;

/** How long it takes to answer, in minutes, to one decimal. */
export function minutesOf({ introduction, items }: Answered): number {
  const seconds = items.reduce(
    (sum, item) => sum + secondsOf(item) * (item.showIf === null ? 1 : SHOWN),
    reading(introduction),
  );
  return Math.round(seconds / 6) / 10;
}

/** The same as people are told it: whole minutes, rather too many than too few. */
export function wholeMinutesOf(questionnaire: Answered): number {
  return Math.max(1, Math.ceil(minutesOf(questionnaire)));
}

/** An introduction that says how long it takes, the reading of itself included. */
export function withMinutes(
  items: Answered['items'],
  introductionOf: (minutes: number) => string,
): string {
  const read = introductionOf(wholeMinutesOf({ introduction: '', items }));
  return introductionOf(wholeMinutesOf({ introduction: read, items }));
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
