import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { CorpusState } from '../../corpus/corpus.ts';
import { type BuildReport, buildIndex, type OnProgress } from './build.ts';
import { type Companions, indexName } from './fingerprint.ts';
import { type CorpusIndex, openIndex } from './open.ts';

/** An index that stays open until it is given back, whatever replaces it meanwhile. */
export interface BorrowedIndex {
  readonly index: CorpusIndex;
  /** Once; the index must not be used afterwards. */
  release(): void;
}

/** The index of a corpus folder as it is now. */
export interface IndexKeeper {
  /**
   * Opened once, built where there is none that fits, and opened anew when a file of the corpus has
   * changed. It is closed once a newer one is opened: it must not be used after a further `await`.
   */
  current(onProgress?: OnProgress): Promise<CorpusIndex>;
  /** The current one, for work that takes longer. */
  borrow(): Promise<BorrowedIndex>;
  /** Builds even where one fits. */
  rebuild(onProgress?: OnProgress): Promise<BuildReport>;
  /** What tells the corpus of the open index from any other; empty while none is open. */
  seen(): string;
  close(): void;
}

export interface IndexKeeperParts {
  /** Holds all indexes. */
  readonly folder: string;
  /** As it is now: a house may have begun a folder of its own. */
  corpusFolder(): string;
  corpus(): Promise<CorpusState>;
  /** `YYYY-MM-DD`: a material may come into force or end with a day. */
  today(): string;
  /** Makes sure that the folder can be written to. */
  prepare(): Promise<void>;
}

export function keepIndex(parts: IndexKeeperParts): IndexKeeper {
  const { folder, corpusFolder, corpus, today } = parts;
  let opened: { readonly seen: string; readonly index: CorpusIndex } | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  /** The turn that has not begun yet. */
  let waiting: Promise<CorpusIndex> | null = null;
  const borrowers = new Map<CorpusIndex, number>();
  /** Replaced while somebody still reads them. */
  const replaced = new Set<CorpusIndex>();

  const close = () => {
    if (opened === null) return;
    if (borrowers.has(opened.index)) replaced.add(opened.index);
    else opened.index.store.close();
    opened = null;
  };
  const rebuild = async (onProgress?: OnProgress) => {
    await parts.prepare();
    const companions = await readCompanions(corpusFolder());
    const report = await buildIndex(folder, await corpus(), companions, onProgress);
    close();
    return report;
  };
  /** The open index where it still fits, else the one on disk that does, else a new one. */
  const refresh = async (seen: string, onProgress?: OnProgress): Promise<CorpusIndex> => {
    const name = indexName(await corpus(), await readCompanions(corpusFolder()));
    const fitting = opened?.index.name === name ? opened.index : await openIndex(folder, name);
    const index = fitting ?? (await openIndex(folder, (await rebuild(onProgress)).name));
    if (index === null) throw new Error(`Cannot open index "${name}" in "${folder}" once built`);
    if (index !== opened?.index) close();
    opened = { seen, index };
    return index;
  };
  const current = (onProgress?: OnProgress): Promise<CorpusIndex> => {
    // One at a time, each with the corpus as it is when its turn comes: whoever asks after a
    // material was withdrawn never gets the index that was being built before. Those who wait for
    // the same turn share it.
    if (waiting !== null) return waiting;
    const mine = turn.then(async () => {
      waiting = null;
      const seen = `${today()} ${await signatureOf(corpusFolder())}`;
      return opened?.seen === seen ? opened.index : refresh(seen, onProgress);
    });
    waiting = mine;
    turn = mine.catch(() => {});
    return mine;
  };
  const release = (index: CorpusIndex) => {
    const left = (borrowers.get(index) ?? 1) - 1;
    if (left > 0) borrowers.set(index, left);
    else borrowers.delete(index);
    if (left <= 0 && replaced.delete(index)) index.store.close();
  };
  const borrow = async (): Promise<BorrowedIndex> => {
    const index = await current();
    borrowers.set(index, (borrowers.get(index) ?? 0) + 1);
    return { index, release: () => release(index) };
  };
  return { current, borrow, rebuild, seen: () => opened?.seen ?? '', close };
}

/** What `stat` says of every corpus file: cheap, and different after any write. */
async function signatureOf(folder: string): Promise<string> {
  const names = await readdir(folder).catch(() => []);
  const marks = await Promise.all(
    names.map(async (name) => {
      const found = await stat(join(folder, name)).catch(() => null);
      return `${name}:${found?.size}:${found?.mtimeMs}:${found?.ctimeMs}`;
    }),
  );
  return marks.join('|');
}

/** A corpus may come without FAQ or thesaurus. */
async function readCompanions(folder: string): Promise<Companions> {
  const read = (name: string, empty: string) =>
    readFile(join(folder, name), 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return empty;
      throw error;
    });
  return {
    faq: await read('faq.yaml', 'notice: ""\npairs: []'),
    thesaurus: await read('thesaurus.yaml', 'groups: []'),
  };
}
