import type { Records } from '../../src/storage/records.ts';

/** The records of one test, as two processes have them. */
export interface Shared {
  readonly one: Records;
  readonly two: Records;
  /**
   * Lets both work at the same time; in turn where a database lets one in at a time, since whoever
   * waits for it holds up the thread of both.
   */
  together<Result>(works: readonly (() => Promise<Result>)[]): Promise<readonly Result[]>;
}

export async function inTurn<Result>(
  works: readonly (() => Promise<Result>)[],
): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (const work of works) results.push(await work());
  return results;
}

export function atOnce<Result>(
  works: readonly (() => Promise<Result>)[],
): Promise<readonly Result[]> {
  return Promise.all(works.map((work) => work()));
}
