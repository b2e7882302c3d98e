import type { ReadDocument, Reading } from '../../src/corpus/readers/document.ts';

/** A document of which nothing was left out and nothing is in doubt. */
export function wholeReading(document: ReadDocument): Reading {
  return { ...document, pages: [], leftOut: [], doubts: [], tables: 0 };
}
