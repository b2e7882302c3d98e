import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createRecallBank, type RecallBank } from './checkin/recall/bank.ts';
import { readRecallItems } from './checkin/recall/read-items.ts';
import { type Clock, dateIn, systemClock } from './clock.ts';
import type { Config } from './config.ts';
import type { Conversation } from './conversation/conversation.ts';
import type { CodeLink, Tools } from './conversation/feature.ts';
import { buttonsOf } from './conversation/features/messages/message-buttons.ts';
import { makeId } from './conversation/ids.ts';
import { type CorpusState, inspectCorpus } from './corpus/corpus.ts';
import { prepareDataFolder } from './data-folder.ts';
import { messageOf } from './errors.ts';
import type { InsightSources } from './insight/gather.ts';
import { openCompanions } from './materials/faq/open-companions.ts';
import type { Companions } from './materials/faq/pairs.ts';
import type { Folders } from './materials/folder/change-folder.ts';
import { openShelf } from './materials/open-shelf.ts';
import type { Shelf } from './materials/shelf.ts';
import type { ModelLog } from './model/log.ts';
import { type Access, createDoor, type Door } from './people/door.ts';
import type { ServeSurveysParts } from './questionnaire/serve-surveys.ts';
import { openRestDays } from './reminder/calendar/open-rest-days.ts';
import type { RestDays } from './reminder/calendar/rest-days.ts';
import type { PlanningParts } from './reminder/planning/parts.ts';
import type { BuildReport, OnProgress } from './retrieval/index/build.ts';
import { type BorrowedIndex, type IndexKeeper, keepIndex } from './retrieval/index/keep-index.ts';
import type { CorpusIndex } from './retrieval/index/open.ts';
import type { Records } from './storage/records.ts';
import type { WiredDemo } from './wire-demo.ts';
import { wireGate } from './wire-gate.ts';
import { wireInsight } from './wire-insight.ts';
import { type LedgerService, wireLedger } from './wire-ledger.ts';
import type { WiredModel, wireModel } from './wire-model.ts';
import { type RecallService, wireRecalls } from './wire-recalls.ts';
import { onlyShown, type TalkKept, type TalkLinks, wireTalk } from './wire-talk.ts';

/**
 * The assistant with its parts wired; everything that a channel or a command needs. The larger parts are
 * loaded when they are first asked for: a command waits for none that it does not use.
 */
export interface App {
  readonly config: Config;
  readonly clock: Clock;
  /** The folder with the manifest: the own one once there is one, else the one that ships. */
  corpusFolder(): string;
  /** Where the materials are kept. */
  readonly folders: Folders;
  /** The materials with their versions, drafts included. */
  readonly shelf: Shelf;
  /** The files beside the manifest: question-answer pairs and golden questions. */
  readonly companions: Companions;
  /** The corpus as it is on disk now. */
  corpus(): Promise<CorpusState>;
  /**
   * The index of the corpus as it is now, whatever the gate says of it: opened once, built where there
   * is none that fits, and opened anew when a file of the corpus has changed.
   */
  index(onProgress?: OnProgress): Promise<CorpusIndex>;
  /** The same, kept open until it is given back. */
  borrowIndex(): Promise<BorrowedIndex>;
  /** The index from which answers come, and what stands in the way of a newer one. */
  readonly serving: Pick<IndexKeeper, 'serving' | 'borrowServing' | 'fresh' | 'stopped'>;
  /** Builds the index even where one fits. */
  rebuild(onProgress?: OnProgress): Promise<BuildReport>;
  /** The records, opened once. */
  records(): Promise<Records>;
  /**
   * The model endpoint with what is made of it; null where none is set.
   *
   * @throws UserFacingError where a prompt is missing or wrong
   */
  model(): Promise<WiredModel | null>;
  /** Who is let in where not everyone is. */
  door(access: Access): Promise<Door>;
  /**
   * Working days and rest days.
   *
   * @throws UserFacingError where the file of holidays cannot be used
   */
  restDays(): Promise<RestDays>;
  /** The recall questions of the corpus as it is now. */
  recall(): Promise<RecallBank>;
  /**
   * The dialogue, on these records and the index as it is at each message.
   *
   * @param links where a code can be used
   * @param surveyLinks where the questionnaire of a code is answered
   */
  conversation(links?: Tools['links'], surveyLinks?: Tools['surveyLinks']): Promise<Conversation>;
  /** A dialogue with made-up people, on records of their own that begin anew each time. */
  demo(surveyLinks?: Tools['surveyLinks']): Promise<Conversation>;
  /** What turns reminders into messages, on these records. */
  planning(): Promise<PlanningParts>;
  /** What closes surveys, on these records. */
  surveys(): Promise<SurveyParts>;
  /** Where totals of the service come from, on these records. */
  insight(): Promise<InsightSources>;
  /** What tells people of quotes that hold no more, on these records. */
  recalls(): Promise<RecallService>;
  /** What goes on behind the unanswered ledger, on these records. */
  ledger(): Promise<LedgerService>;
  close(): Promise<void>;
}

export type SurveyParts = Pick<ServeSurveysParts, 'questionnaires' | 'leases' | 'clock'>;

export interface Overrides {
  readonly clock?: Clock;
  /** Told what befalls the model endpoint; nobody is where it is left out. */
  readonly log?: ModelLog;
}

export function createApp(config: Config, overrides: Overrides = {}): App {
  const clock = overrides.clock ?? systemClock;
  const folder = join(config.dataFolder, 'index');
  const today = () => dateIn(config.zone, clock.now());
  const corpusFolder = () =>
    existsSync(join(config.ownCorpusFolder, 'manifest.yaml'))
      ? config.ownCorpusFolder
      : config.corpusFolder;
  const folders: Folders = {
    ...{ folder: config.ownCorpusFolder, startFrom: config.corpusFolder },
    dataFolder: config.dataFolder,
  };
  const { oneMayApprove } = config;
  const shelf = openShelf({ ...folders, today, oneMayApprove, now: clock.now });
  const corpus = () => inspectCorpus(corpusFolder(), today());
  const indexes = keepIndex({
    ...{ folder, corpusFolder, corpus, today },
    prepare: () => prepareDataFolder(config.dataFolder),
    now: clock.now,
    gate: wireGate({
      ...{ config, clock, corpusFolder },
      ...{ records: () => openedRecords(), restDays: () => restDays() },
    }),
    onTrouble: (error) =>
      (overrides.log ?? SILENT).warn({ reason: messageOf(error) }, 'Index could not be built'),
  });
  const index = indexes.current;
  const companions = openCompanions({ ...folders, today, index: indexes.serving });
  let records: Promise<Records> | null = null;
  const openAll = async () => {
    const { openRecords } = await import('./storage/records.ts');
    return openRecords(config.dataFolder, config.databaseUrl);
  };
  const openedRecords = () => {
    records ??= openAll().catch((error: unknown) => {
      records = null;
      throw error;
    });
    return records;
  };
  let bank: {
    readonly seen: string;
    readonly of: CorpusIndex;
    readonly items: RecallBank;
  } | null = null;
  const recall = async () => {
    const found = await indexes.serving();
    if (bank?.seen === indexes.seen() && bank.of === found) return bank.items;
    const written = await readRecallItems(corpusFolder());
    // Another index may have taken over while the questions were read.
    const of = await indexes.serving();
    const items = createRecallBank(written, (material) => of.store.materialText(material));
    bank = { seen: indexes.seen(), of, items };
    return items;
  };
  let calendar: Promise<RestDays> | null = null;
  const restDays = () => {
    calendar ??= openRestDays(config.holidaysFile).catch((error: unknown) => {
      calendar = null;
      throw error;
    });
    return calendar;
  };
  let wired: Promise<WiredModel> | null = null;
  const wireAll = async (set: Parameters<typeof wireModel>[0]) => {
    const { wireModel } = await import('./wire-model.ts');
    return wireModel(set, {
      ...{ clock, log: overrides.log ?? SILENT, borrowIndex: indexes.borrowServing },
      modelUse: async () => (await openedRecords()).modelUse,
    });
  };
  const model = async () => {
    if (config.model === null) return null;
    wired ??= wireAll({ ...config, model: config.model });
    return wired;
  };
  const talkOn = (opened: Records, links: TalkLinks, kept: TalkKept): Promise<Conversation> =>
    wireTalk(config, opened, kept, { clock, indexes, recall, restDays, model, ...links });
  const conversation: App['conversation'] = async (links = noLinks, surveyLinks = noLinks) => {
    const opened = await openedRecords();
    const kept = { shelf, companions, heldIndex: indexes.stopped, ledger: opened.ledger };
    return talkOn(opened, { links, surveyLinks }, kept);
  };
  const planningOn = async (
    { people, learning, deliveries, reminders, questionnaires }: Records,
    hasBot: boolean,
  ): Promise<PlanningParts> => ({
    ...{ people, learning, deliveries, reminders, recall, clock, newId: makeId, buttonsOf },
    ...{ restDays: await restDays(), zone: config.zone, hasBot, surveys: questionnaires },
  });
  const surveysOn = ({ questionnaires, leases }: Records): SurveyParts => ({
    ...{ questionnaires, leases, clock },
  });
  const recalls = async () =>
    wireRecalls(config, await openedRecords(), {
      ...{ shelf, clock, restDays: await restDays(), indexes },
    });
  const ledger = async () =>
    wireLedger(config, await openedRecords(), {
      ...{ indexes, clock, restDays: await restDays(), model: await model() },
      log: overrides.log ?? SILENT,
    });
  let made: Promise<WiredDemo> | null = null;
  const demo: App['demo'] = async (surveyLinks = noLinks) => {
    made ??= makeDemo(surveyLinks).catch((error: unknown) => {
      made = null;
      throw error;
    });
    return (await made).talk;
  };
  const makeDemo = async (surveyLinks: Tools['surveyLinks']) => {
    const { wireDemo } = await import('./wire-demo.ts');
    return wireDemo({
      ...{ config, clock, log: overrides.log ?? SILENT, index: indexes.serving, surveysOn },
      talkOn: (opened) =>
        talkOn(opened, { links: noLinks, surveyLinks }, onlyShown({ shelf, companions }, opened)),
      planningOn: (opened) => planningOn(opened, false),
    });
  };
  const close = async () => {
    await (await wired?.catch(() => null))?.close();
    await indexes.close();
    await (await records)?.close();
    await (await made)?.close();
  };
  const planning = async () => planningOn(await openedRecords(), config.telegram !== null);
  const door = async (access: Access) => createDoor((await openedRecords()).people, access, clock);
  return {
    config,
    clock,
    corpusFolder,
    folders,
    shelf,
    companions,
    corpus,
    index,
    borrowIndex: indexes.borrow,
    serving: indexes,
    rebuild: indexes.rebuild,
    model,
    records: openedRecords,
    door,
    restDays,
    recall,
    conversation,
    demo,
    planning,
    surveys: async () => surveysOn(await openedRecords()),
    recalls,
    insight: async () =>
      wireInsight(config, await openedRecords(), { shelf, heldIndex: indexes.stopped }),
    ledger,
    close,
  };
}

const SILENT: ModelLog = { info: () => {}, warn: () => {} };

const noLinks = async (): Promise<readonly CodeLink[]> => [];
