import type { GivenTotals } from './store.ts';

/** Fewer are never told. */
const FEWEST = 5;

/** What people may read of how many were told, since a day. */
export interface RecallTotals {
  readonly answers: string;
  readonly told: string;
  readonly notSignedIn: string;
}

/** Each number from five on; what is smaller, none included, is only said to be so. */
export function recallTotals(totals: GivenTotals): RecallTotals {
  return {
    answers: atLeastFive(totals.answers),
    told: atLeastFive(totals.told),
    notSignedIn: atLeastFive(totals.notSignedIn),
  };
}

function atLeastFive(count: number): string {
  return count < FEWEST ? `少于${FEWEST}` : String(count);
}
