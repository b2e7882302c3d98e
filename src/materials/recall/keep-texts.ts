import { passagesOf } from '../../corpus/passages.ts';
import type { VersionOf } from '../material.ts';
import type { Shelf } from '../shelf.ts';
import { bareText } from './bare-text.ts';
import type { ComparedText } from './judge-cite.ts';
import { lookThrough } from './likeliest-words.ts';

/** Texts of versions; those that were asked for last stay in memory. */
export interface ComparedTexts {
  /**
   * Null where the file is gone, or is another one than the version's by now.
   *
   * @param sha256 of its file
   */
  of(version: VersionOf & { readonly sha256: string }): Promise<ComparedText | null>;
}

const MOST_KEPT = 4;

export function keepTexts(shelf: Pick<Shelf, 'find' | 'reading'>): ComparedTexts {
  const kept = new Map<string, ComparedText>();
  return {
    of: async ({ id, version, sha256 }) => {
      const key = `${id}@${version}:${sha256}`;
      const known = kept.get(key);
      if (known !== undefined) return known;
      const reading = await shelf.reading({ id, version });
      // It may have been altered before it was read, and its words would then have fallen for nobody.
      const found = await shelf.find({ id, version });
      const isTrue = found?.standing !== 'unusable' && found?.entry.sha256 === sha256;
      if (reading === null || !isTrue) return null;
      const { text, outline } = reading;
      const made = { bare: bareText(text), looked: lookThrough(passagesOf(id, text, outline)) };
      const [oldest] = kept.keys();
      if (oldest !== undefined && kept.size >= MOST_KEPT) kept.delete(oldest);
      kept.set(key, made);
      return made;
    },
  };
}
