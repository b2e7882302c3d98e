import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Clock, dateIn, systemClock } from './clock.ts';
import type { Config } from './config.ts';
import type { Conversation } from './conversation/conversation.ts';
import { createConversation } from './conversation/create-conversation.ts';
import { type CorpusState, inspectCorpus } from './corpus/corpus.ts';
import { prepareDataFolder } from './data-folder.ts';
import { type Access, createDoor, type Door } from './people/admission.ts';
import { type BuildReport, buildIndex, type OnProgress } from './retrieval/index/build.ts';
import { type Companions, indexName } from './retrieval/index/fingerprint.ts';
import { type CorpusIndex, openIndex } from './retrieval/index/open.ts';
import { openRecords, type Records } from './storage/records.ts';

/** The assistant with its parts wired; everything that a channel or a command needs. */
export interface App {
  readonly config: Config;
  readonly clock: Clock;
  /** The corpus as it is on disk now. */
  corpus(): Promise<CorpusState>;
  /**
   * The index of the corpus as it is now: opened once, built where there is none that fits, and
   * opened anew when a file of the corpus has changed.
   */
  index(onProgress?: OnProgress): Promise<CorpusIndex>;
  /** Builds the index even where one fits. */
  rebuild(onProgress?: OnProgress): Promise<BuildReport>;
  /** The records, opened once. */
  records(): Promise<Records>;
  /** Who is let in where not everyone is. */
  door(access: Access): Promise<Door>;
  /** The dialogue, on these records and the index as it is at each message. */
  conversation(): Promise<Conversation>;
  close(): Promise<void>;
}

export interface Overrides {
  readonly clock?: Clock;
}

export function createApp(config: Config, overrides: Overrides = {}): App {
  const clock = overrides.clock ?? systemClock;
  const folder = join(config.dataFolder, 'index');
  let opened: { readonly seen: string; readonly index: CorpusIndex } | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  const today = () => dateIn(config.zone, clock.now());
  const corpus = () => inspectCorpus(config.corpusFolder, today());

  const closeIndex = () => {
    opened?.index.store.close();
    opened = null;
  };
  const rebuild = async (onProgress?: OnProgress) => {
    await prepareDataFolder(config.dataFolder);
    const companions = await readCompanions(config.corpusFolder);
    const report = await buildIndex(folder, await corpus(), companions, onProgress);
    closeIndex();
    return report;
  };
  /** The open index where it still fits, else the one on disk that does, else a new one. */
  const refresh = async (seen: string, onProgress?: OnProgress): Promise<CorpusIndex> => {
    const name = indexName(await corpus(), await readCompanions(config.corpusFolder));
    const fitting = opened?.index.name === name ? opened.index : await openIndex(folder, name);
    const index = fitting ?? (await openIndex(folder, (await rebuild(onProgress)).name));
    if (index === null) throw new Error(`Cannot open index "${name}" in "${folder}" once built`);
    if (index !== opened?.index) closeIndex();
    opened = { seen, index };
    return index;
  };
  const index = (onProgress?: OnProgress): Promise<CorpusIndex> => {
    // One at a time, each with the corpus as it is when its turn comes: whoever asks after a
    // material was withdrawn never gets the index that was being built before.
    const mine = turn.then(async () => {
      const seen = `${today()} ${await signatureOf(config.corpusFolder)}`;
      return opened?.seen === seen ? opened.index : refresh(seen, onProgress);
    });
    turn = mine.catch(() => {});
    return mine;
  };
  let records: Promise<Records> | null = null;
  const openedRecords = () => {
    records ??= openRecords(config.dataFolder).catch((error: unknown) => {
      records = null;
      throw error;
    });
    return records;
  };
  const conversation = async () => {
    const { conversations } = await openedRecords();
    return createConversation({
      store: conversations,
      index: () => index(),
      clock,
      zone: config.zone,
    });
  };
  const close = async () => {
    closeIndex();
    await (await records)?.close();
  };
  const door = async (access: Access) =>
    createDoor((await openedRecords()).admissions, access, clock);
  return {
    config,
    clock,
    corpus,
    index,
    rebuild,
    records: openedRecords,
    door,
    conversation,
    close,
  };
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
