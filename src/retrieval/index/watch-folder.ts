import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { CorpusState } from '../../corpus/corpus.ts';
import { type FolderLook, lookAtFolder, lookAtManifest, type WholeLook } from './look-at-folder.ts';
import { shareTurns } from './share-turns.ts';

/** A corpus folder that may change at any time. Nobody gets what was looked at before they asked. */
export interface FolderWatch {
  /** As it was last looked at; null before. */
  latest(): FolderLook | null;
  /**
   * For a question: what the manifest says now. Few files are all looked at with it; many are
   * looked at behind, so that one altered in its place is found within a second or two.
   */
  look(): Promise<FolderLook>;
  /** With every file, however many there are. */
  lookAtAll(): Promise<WholeLook>;
}

export interface FolderWatchParts {
  corpusFolder(): string;
  corpus(): Promise<CorpusState>;
  /** `YYYY-MM-DD` */
  today(): string;
}

/** Files that are all looked at with each question. */
const FEW = 300;
/** Of more files, all are looked at behind a question after this time … */
const REST_MS = 1000;
/** … and before it where nobody has asked for this long. */
const LONG_MS = 5000;
/** What decides what is in force, the folder itself included: it tells of files that come and go. */
const ALWAYS = ['', 'manifest.yaml', 'faq.yaml', 'thesaurus.yaml'];

export function watchFolder({ corpusFolder, corpus, today }: FolderWatchParts): FolderWatch {
  let latest: FolderLook | null = null;
  let whole: WholeLook | null = null;
  /** By the last glance. */
  let newest = '';
  let files = 0;
  /** When all files were last begun to be looked at. */
  let begun = Number.NEGATIVE_INFINITY;

  /** In turns: the one that ends last is the one that was begun last. */
  const glance = shareTurns(async () => {
    const folder = corpusFolder();
    const day = today();
    newest = `${day} ${folder} ${await marksOf(folder, ALWAYS)}`;
    return { folder, day, mark: newest };
  });
  const inTurn = shareTurns(async (): Promise<WholeLook> => {
    for (;;) {
      const { folder, day, mark } = await glance(null);
      begun = performance.now();
      const names = await readdir(folder).catch(() => []);
      files = names.length;
      const seen = `${mark} ${await marksOf(folder, names)}`;
      const known = whole?.seen === seen ? whole : null;
      const found = known ?? (await lookAtFolder(folder, day, { mark, seen }, corpus));
      if (known === null) await glance(null);
      // What a newer manifest withdraws must not come back by one that was read before it.
      if (newest !== mark) continue;
      whole = found;
      latest = found;
      return found;
    }
  });
  const lookAtAll = () => inTurn(null);
  const look = async (): Promise<FolderLook> => {
    for (;;) {
      const before = latest;
      if (before === null || files <= FEW) return lookAtAll();
      const { folder, day, mark } = await glance(null);
      const age = performance.now() - begun;
      if (age > LONG_MS) return lookAtAll();
      // A failure is told to whoever waits for a look.
      if (age > REST_MS) void lookAtAll().catch(() => {});
      if (latest?.mark === mark) return latest;
      const found = await lookAtManifest(folder, day, mark, before);
      if (newest !== mark) continue;
      // All files may have been looked at meanwhile.
      if (latest?.mark !== mark) latest = found;
      return latest;
    }
  };
  return { latest: () => latest, look, lookAtAll };
}

/** What `stat` says of files: cheap, and different after any write. */
async function marksOf(folder: string, names: readonly string[]): Promise<string> {
  const marks: string[] = [];
  // Not all at once: what a question waits for would come after thousands.
  for (let at = 0; at < names.length; at += AT_A_TIME) {
    const few = names.slice(at, at + AT_A_TIME);
    marks.push(...(await Promise.all(few.map((name) => markOf(folder, name)))));
  }
  return marks.join('|');
}

const AT_A_TIME = 64;

async function markOf(folder: string, name: string): Promise<string> {
  const found = await stat(join(folder, name)).catch(() => null);
  return `${name}:${found?.size}:${found?.mtimeMs}:${found?.ctimeMs}`;
}
