import type { Item } from '../questionnaire.ts';

/** Seconds to read and answer an item on a phone; own judgement, no measurement of this project. */
const SECONDS: Readonly<Record<Item['type'], number>> = {
  single: 12,
  multiple: 25,
  'scale-pair': 18,
  ranking: 40,
  number: 15,
  text: 50,
  section: 5,
};

/** About how long it takes someone to whom every item is shown, in whole minutes. */
export function minutesFor(items: readonly Item[]): number {
  const seconds = items.reduce((sum, { type }) => sum + SECONDS[type], 0);
  return Math.max(1, Math.ceil(seconds / 60));
}
