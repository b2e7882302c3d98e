import { type Mention, type PieceReading, read, unread } from './piece.ts';

/** How a piece and its values are called. */
export interface PieceWords<Value> {
  readonly piece: string;
  inWords(value: Value): string;
}

/** Within this share of a usual length, an exact one is what it comes to here: 半天（4小时）. */
const VAGUE_SHARE = 0.5;

/**
 * What several mentions of one piece come to, at least one: the value that they agree on, or the
 * question which is meant.
 */
export function settle<Value>(
  mentions: readonly Mention<Value>[],
  { piece, inWords }: PieceWords<Value>,
): PieceReading<Value> {
  const exact = mentions.filter(({ isVague }) => !isVague);
  const counted = exact.length > 0 && exact.length < mentions.length && agree(mentions);
  const considered = counted ? exact : mentions;
  const [first, ...others] = considered;
  if (first === undefined) throw new Error(`Cannot settle a piece (${piece}) nobody mentioned`);
  const values = new Map<Value, Mention<Value>>();
  for (const one of considered) {
    // What cannot be read at all is told before what is contradictory.
    if (!one.reading.ok) return one.reading;
    if (!values.has(one.reading.value)) values.set(one.reading.value, one);
  }
  if (others.length === 0 || values.size === 1) {
    return counted ? toldOf(first, mentions, inWords) : first.reading;
  }
  const told = [...values].map(([value, { words }]) =>
    words === inWords(value) ? `“${words}”` : `“${words}”（${inWords(value)}）`,
  );
  const problem = `${piece}前后不一致，有${told.join('和')}。请确定是哪一个。`;
  return unread(problem, [...values.keys()]);
}

/** An exact value that stands in the place of a usual one: 半天（4小时）. */
function toldOf<Value>(
  { reading }: Mention<Value>,
  mentions: readonly Mention<Value>[],
  inWords: (value: Value) => string,
): PieceReading<Value> {
  if (!reading.ok) return reading;
  const { value } = reading;
  const isOther = mentions.some((one) => one.reading.ok && one.reading.value !== value);
  const words = mentions.map((one) => `“${one.words}”`).join('和');
  return isOther ? read(value, `写了${words}，按${inWords(value)}准备。`) : reading;
}

/** Whether every exact value lies near every vague one. */
function agree(mentions: readonly Mention<unknown>[]): boolean {
  const values = (vague: boolean) =>
    mentions
      .filter(({ isVague }) => isVague === vague)
      .flatMap(({ reading }) => (reading.ok ? [Number(reading.value)] : []));
  return values(true).every((vague) =>
    values(false).every((exact) => Math.abs(exact - vague) <= vague * VAGUE_SHARE),
  );
}
