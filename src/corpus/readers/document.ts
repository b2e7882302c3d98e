import type { Section } from '../../text/outline.ts';

/** A file as text that people read, quote and index, with its outline. Offsets count in `text`. */
export interface ReadDocument {
  readonly text: string;
  readonly outline: readonly Section[];
}

/** A document with what whoever approves it must know of how it was understood. */
export interface Reading extends ReadDocument {
  /** Where each page begins in `text`, in UTF-16 units; empty where the format knows no pages. */
  readonly pages: readonly number[];
  /** What stands in the file and not in `text`. */
  readonly leftOut: readonly LeftOut[];
  /** What to look at once more, in words for people; empty where nothing is in doubt. */
  readonly doubts: readonly string[];
  /** Grids of cells whose words stand in `text` row by row. */
  readonly tables: number;
}

export interface LeftOut {
  /** Such as 页眉, 页码, 图片, 批注, 修订中删去的文字, 隐藏文字. */
  readonly what: string;
  readonly why: string;
  readonly count: number;
  /** The first of them in words, shortened; empty where they hold none. */
  readonly sample: string;
}

/** A reading before it was looked through for what must not be kept. */
export interface RawReading extends Reading {
  /** All words of the file that are left out of `text`; empty where there are none. */
  readonly aside: string;
}

/**
 * Reads a format; touches no disk and no network.
 *
 * @throws UserFacingError for what cannot be read, with what to do next
 */
export type ReadFile = (bytes: Uint8Array, limits: ReadingLimits) => Promise<RawReading>;

export interface ReadingLimits {
  /** Bytes of the file as it comes. */
  readonly fileBytes: number;
  /** Bytes of all that an archive unpacks, and how many times the size of its archive. */
  readonly unpackedBytes: number;
  readonly unpackedRatio: number;
  readonly pages: number;
  /** UTF-16 units of text. */
  readonly characters: number;
  /** Milliseconds after which the reading is given up. */
  readonly timeMs: number;
  /** Megabytes of memory that the reading may take. */
  readonly memoryMb: number;
}

export const READING_LIMITS: ReadingLimits = {
  fileBytes: 20 * 1024 * 1024,
  unpackedBytes: 80 * 1024 * 1024,
  unpackedRatio: 200,
  pages: 400,
  characters: 2_000_000,
  timeMs: 60_000,
  memoryMb: 512,
};

/** For what somebody who keeps the folder put there: how large it is was their choice. */
export const UNLIMITED: ReadingLimits = {
  fileBytes: Number.POSITIVE_INFINITY,
  unpackedBytes: 1024 ** 3,
  unpackedRatio: 1000,
  pages: Number.POSITIVE_INFINITY,
  characters: Number.POSITIVE_INFINITY,
  timeMs: Number.POSITIVE_INFINITY,
  memoryMb: 4096,
};
