import type { CorpusState } from '../../corpus/corpus.ts';
import { type BuildReport, buildIndex, type OnProgress } from './build.ts';
import { buildApart } from './build-apart.ts';
import type { IndexHolder } from './hold-index.ts';
import { readCompanions } from './look-at-folder.ts';
import { type CorpusIndex, openIndex } from './open.ts';

export interface IndexMakerParts {
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

/** Opens indexes, and builds them where there are none. */
export interface IndexMaker {
  /** The index of a name, where there is one; one that is held is not opened again. */
  known(name: string): Promise<CorpusIndex | null>;
  /** Builds that of the corpus folder as it is now. */
  build(onProgress?: OnProgress): Promise<BuildReport>;
  /** The same, opened; what is damaged is not read. */
  here(name: string, onProgress?: OnProgress): Promise<CorpusIndex>;
  /** The same in a thread of its own, while questions are answered; one that is damaged is built anew. */
  behind(name: string): Promise<CorpusIndex>;
}

/** @param signal ends what is built in a thread of its own */
export function makeIndexes(
  { folder, corpusFolder, corpus, today, prepare }: IndexMakerParts,
  holder: IndexHolder,
  signal: AbortSignal,
): IndexMaker {
  const known: IndexMaker['known'] = async (name) =>
    holder.find(name) ?? (await openIndex(folder, name));
  const build: IndexMaker['build'] = async (onProgress) => {
    await prepare();
    const companions = await readCompanions(corpusFolder());
    return buildIndex(folder, await corpus(), companions, onProgress);
  };
  const opened = async ({ name }: BuildReport): Promise<CorpusIndex> => {
    const index = await openIndex(folder, name);
    if (index === null) throw new Error(`Cannot open index "${name}" in "${folder}" once built`);
    return index;
  };
  const apart = async (): Promise<BuildReport> => {
    await prepare();
    return buildApart({ folder, corpusFolder: corpusFolder(), today: today() }, signal);
  };
  return {
    ...{ known, build },
    here: async (name, onProgress) =>
      (await known(name)) ?? (await opened(await build(onProgress))),
    behind: async (name) => (await known(name).catch(() => null)) ?? (await opened(await apart())),
  };
}
