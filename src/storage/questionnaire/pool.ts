import { randomInt, randomUUID } from 'node:crypto';
import type { Answers } from '../../questionnaire/answers.ts';
import type { Sealer } from '../../questionnaire/sealing.ts';
import { FEWEST } from '../../questionnaire/survey.ts';

/** A pool of any usual size has the same length. */
const BLOCK_BYTES = 16 * 1024;
/** As many leave at once, and as many stay behind at least. */
const LOT = FEWEST;

export function sealPool(key: Sealer, survey: string, pool: readonly Answers[]): string {
  return key.seal(JSON.stringify(pool), about(survey), BLOCK_BYTES);
}

/** Null where it does not open. */
export function openPool(key: Sealer, survey: string, sealed: string): Answers[] | null {
  const opened = key.open(sealed, about(survey));
  return opened === null ? null : (JSON.parse(opened) as Answers[]);
}

function about(survey: string): string {
  return `pool ${survey}`;
}

/** A pool with one more in it, and the lot that leaves it, drawn by chance; none while it is small. */
export function mixIn(
  pool: readonly Answers[],
  one: Answers,
): { readonly stay: readonly Answers[]; readonly leave: readonly Answers[] } {
  const mixed = shuffled([...pool, one]);
  const leaving = mixed.length < 2 * LOT ? 0 : LOT;
  return { stay: mixed.slice(leaving), leave: mixed.slice(0, leaving) };
}

/** Fisher and Yates, with numbers that nobody can guess. */
export function shuffled<Item>(items: readonly Item[]): Item[] {
  const mixed = [...items];
  for (let last = mixed.length - 1; last > 0; last--) {
    const other = randomInt(last + 1);
    [mixed[last], mixed[other]] = [mixed[other] as Item, mixed[last] as Item];
  }
  return mixed;
}

/** Says nothing of when it was made. */
export function randomId(): string {
  return randomUUID();
}
