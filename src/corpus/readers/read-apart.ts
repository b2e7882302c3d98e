import { READING_LIMITS, type Reading, type ReadingLimits, wholeReading } from './document.ts';
import { readDocument } from './read-document.ts';

/**
 * Reads a file that somebody sends, in a thread of its own, so that others are answered meanwhile.
 *
 * @throws UserFacingError for what cannot or must not be read, with what to do next
 */
export async function readApart(
  fileName: string,
  bytes: Uint8Array,
  _limits: ReadingLimits = READING_LIMITS,
): Promise<Reading> {
  return wholeReading(await readDocument(fileName, bytes));
}
