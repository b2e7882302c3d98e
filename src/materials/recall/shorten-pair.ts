/** Characters of a text that are shown. */
const LONGEST = 160;
/** Characters shown before the first difference. */
const LED_UP_TO = 20;
const LEFT_OUT = '…';

/** The beginning of a text, the rest left out where it is long. */
export function shortenOne(text: string): string {
  return shownFrom([...text], 0);
}

/** Two texts, long ones shortened so that the first difference between them is shown. */
export function shortenPair(one: string, other: string): readonly [string, string] {
  const [first, second] = [[...one], [...other]];
  if (Math.max(first.length, second.length) <= LONGEST) return [one, other];
  const same = first.findIndex((character, at) => character !== second[at]);
  const differ = same < 0 ? first.length : same;
  const from = Math.max(differ - LED_UP_TO, 0);
  // What is left out before it must be worth the mark.
  const start = from <= LED_UP_TO ? 0 : from;
  return [shownFrom(first, start), shownFrom(second, start)];
}

function shownFrom(characters: readonly string[], start: number): string {
  const shown = characters.slice(start, start + LONGEST).join('');
  const isCut = characters.length > start + LONGEST;
  return `${start > 0 ? LEFT_OUT : ''}${shown}${isCut ? LEFT_OUT : ''}`;
}
