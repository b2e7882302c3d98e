import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';

/** Names inside one index folder. */
export const INDEX_FILES = {
  store: 'texts.sqlite',
  /** sha256 of the store; the lexical files carry checksums of their own. */
  storeHash: 'texts.sha256',
  lexical: 'passages.lexical',
  questions: 'questions.lexical',
  vectors: 'vectors',
} as const;

/** Beside the index folders: the name of the one in use. */
export const CURRENT = 'current';

/** Beside it: the name of the one from which answers came last, where a gate stands before them. */
export const SERVING = 'serving';

/** sha256 of a file, read in pieces. */
export async function hashOfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
