import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createRecallBank, type RecallBank } from './checkin/recall/bank.ts';
import { readRecallItems } from './checkin/recall/read-items.ts';
import { type Clock, dateIn, systemClock } from './clock.ts';
import type { Config } from './config.ts';
import type { Conversation } from './conversation/conversation.ts';
import { createConversation } from './conversation/create-conversation.ts';
import type { CodeLink, Tools } from './conversation/feature.ts';
import { type CorpusState, inspectCorpus } from './corpus/corpus.ts';
import { prepareDataFolder } from './data-folder.ts';
import { seedDemo } from './demo/seed-demo.ts';
import { type Access, createDoor, type Door } from './people/door.ts';
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
  /** The recall questions of the corpus as it is now. */
  recall(): Promise<RecallBank>;
  /**
   * The dialogue, on these records and the index as it is at each message.
   *
   * @param links where a code can be used
   */
  conversation(links?: Tools['links']): Promise<Conversation>;
  /** A dialogue with made-up people, on records of their own that begin anew each time. */
  demo(): Promise<Conversation>;
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
  /** The turn that has not begun yet. */
  let waiting: Promise<CorpusIndex> | null = null;
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
    // material was withdrawn never gets the index that was being built before. Those who wait for
    // the same turn share it.
    if (waiting !== null) return waiting;
    const mine = turn.then(async () => {
      waiting = null;
      const seen = `${today()} ${await signatureOf(config.corpusFolder)}`;
      return opened?.seen === seen ? opened.index : refresh(seen, onProgress);
    });
    waiting = mine;
    turn = mine.catch(() => {});
    return mine;
  };
  let records: Promise<Records> | null = null;
  const openedRecords = () => {
    records ??= openRecords(config.dataFolder, config.databaseUrl).catch((error: unknown) => {
      records = null;
      throw error;
    });
    return records;
  };
  let bank: { readonly seen: string; readonly items: RecallBank } | null = null;
  const recall = async () => {
    const { store } = await index();
    const seen = opened?.seen ?? '';
    if (bank?.seen === seen) return bank.items;
    const items = createRecallBank(await readRecallItems(config.corpusFolder), (material) =>
      store.materialText(material),
    );
    bank = { seen, items };
    return items;
  };
  const talkOn = ({ conversations, people, learning }: Records, links: Tools['links']) => {
    const tools = { people, learning, index: () => index(), recall, links, zone: config.zone };
    return createConversation({ store: conversations, tools, clock });
  };
  const conversation = async (links: Tools['links'] = noLinks) =>
    talkOn(await openedRecords(), links);
  let made: Promise<{ readonly opened: Records; readonly talk: Conversation }> | null = null;
  const makeDemo = async () => {
    const demoFolder = join(config.dataFolder, 'demo');
    await rm(demoFolder, { recursive: true, force: true });
    const opened = await openRecords(demoFolder);
    const material = (await index()).store.materials()[0]?.id ?? '';
    await seedDemo(opened.people, opened.learning, material, today(), clock.now());
    return { opened, talk: talkOn(opened, noLinks) };
  };
  const demo = async () => {
    made ??= makeDemo().catch((error: unknown) => {
      made = null;
      throw error;
    });
    return (await made).talk;
  };
  const close = async () => {
    closeIndex();
    await (await records)?.close();
    await (await made)?.opened.close();
  };
  const door = async (access: Access) => createDoor((await openedRecords()).people, access, clock);
  return {
    config,
    clock,
    corpus,
    index,
    rebuild,
    records: openedRecords,
    door,
    recall,
    conversation,
    demo,
    close,
  };
}

const noLinks = async (): Promise<readonly CodeLink[]> => [];

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
