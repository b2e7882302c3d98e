import type { Kysely, Transaction } from 'kysely';
import { createLine, type Line } from './in-line.ts';
import type { Tables } from './schema.ts';
import { type Scrub, scrubAfter } from './scrub.ts';

interface AnyChange {
  readonly kind: string;
  readonly survey?: unknown;
}

/** Keeps changes in one transaction, and takes what they deleted out of the files of the database. */
export type WriteChanges = (
  changes: readonly AnyChange[],
  work: (all: Transaction<Tables>) => Promise<void>,
) => Promise<void>;

/** Changes that hold a survey alone until they are kept. */
const HOLD_ALONE: ReadonlySet<string> = new Set([
  ...['begin-answers', 'submit-answers', 'drop-answers', 'close-survey'],
]);

/**
 * Those that hold the same survey wait for each other before they have a connection: a thousand who
 * submit at once would else hold all there are, and everyone else be told to try again.
 */
export function createWriteChanges(database: Kysely<Tables>, scrub: Scrub): WriteChanges {
  const lines = new Map<string, Line>();
  const lineOf = (survey: string): Line => {
    const line = lines.get(survey) ?? createLine(() => lines.delete(survey));
    lines.set(survey, line);
    return line;
  };
  return async (changes, work) => {
    const held = surveyHeldBy(changes);
    const line = held === null ? null : lineOf(held);
    await line?.enter();
    try {
      await database.transaction().execute(work);
    } finally {
      line?.leave();
    }
    await scrubAfter(scrub, changes);
  };
}

/** A message changes one at the most. */
function surveyHeldBy(changes: readonly AnyChange[]): string | null {
  const survey = changes.find(({ kind }) => HOLD_ALONE.has(kind))?.survey;
  return typeof survey === 'string' ? survey : null;
}
