import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, createApp } from '../../src/app.ts';
import type { TelegramLog } from '../../src/channels/telegram/log.ts';
import { POST_TIMES } from '../../src/channels/telegram/posting/post-times.ts';
import {
  type ServeTelegramParts,
  serveTelegram,
  type TelegramService,
} from '../../src/channels/telegram/serve-telegram.ts';
import type { Clock } from '../../src/clock.ts';
import type { TelegramConfig } from '../../src/config.ts';
import type { Conversation } from '../../src/conversation/conversation.ts';
import { type BotApi, type BotApiOptions, startBotApi } from './bot-api/start-bot-api.ts';
import { placeBuiltIndex, SHIPPED_CORPUS } from './built-index.ts';
import { testConfig } from './test-config.ts';

/** Quick enough for tests, and long enough for a slow machine. */
export const QUICK_LEASE = { lifeMs: 1500, renewMs: 100 };

export interface PlanBot {
  readonly api: BotApi;
  readonly app: App;
  /** As the environment would give them. */
  readonly settings: Readonly<Record<string, string>>;
  /** What the operator was shown. */
  readonly told: readonly string[];
  /** What went to the log, as it would be written. */
  readonly logged: readonly string[];
  /** Another process on the same records, with settings of its own. */
  serve(changes?: Changes): Promise<TelegramService>;
  /** Stops all that were served. */
  stop(): Promise<void>;
  /** Stops, and removes the records. */
  close(): Promise<void>;
}

export interface Changes extends Partial<TelegramConfig> {
  /** Puts something between the channel and the conversation, such as a delay. */
  around?(conversation: Conversation): Conversation;
  readonly parts?: Partial<ServeTelegramParts>;
}

const DAY_MS = 86_400_000;

/** How far {@link IN_FORCE} is ahead of the clock. */
export const AHEAD_MS =
  Date.parse('2027-06-01T00:00:00Z') - Math.floor(Date.now() / DAY_MS) * DAY_MS;

/**
 * Goes on with the real clock on a day on which everything that ships is in force; the same in
 * every process of a day, since leases compare instants.
 */
export const IN_FORCE: Clock = { now: () => new Date(Date.now() + AHEAD_MS) };

/**
 * A bot over the shipped corpus, beside a Bot API server of its own. Nothing is served yet.
 *
 * @param settings as the environment would give them
 * @param options of the server
 */
export async function makePlanBot(
  settings: Readonly<Record<string, string>> = {},
  options: BotApiOptions = {},
  clock: Clock = IN_FORCE,
): Promise<PlanBot> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'plan-bot-'));
  await placeBuiltIndex(SHIPPED_CORPUS, join(dataFolder, 'index'));
  const api = await startBotApi(options);
  const all = { TELEGRAM_BOT_TOKEN: api.token, TELEGRAM_API_ROOT: api.url, ...settings };
  const app = createApp(testConfig(SHIPPED_CORPUS, dataFolder, all), { clock });
  await app.index();
  const told: string[] = [];
  const logged: string[] = [];
  const services: TelegramService[] = [];
  const serve = async ({ around = (one) => one, parts, ...changes }: Changes = {}) => {
    const config: TelegramConfig = {
      ...{ token: api.token, apiRoot: api.url, proxy: null, webhook: null, messagesPerSecond: 25 },
      access: { everyone: true, openChats: [] },
      ...changes,
    };
    const { inbox, leases, deliveries } = await app.records();
    const service = serveTelegram({
      ...{ config, inbox, leases, outbox: deliveries, clock: app.clock, log: logInto(logged) },
      conversation: around(await app.conversation()),
      door: await app.door(config.access),
      tell: (line) => told.push(line),
      leaseTimes: QUICK_LEASE,
      retryMs: 50,
      graceMs: 2000,
      postTimes: { ...POST_TIMES, lookMs: 50 },
      ...parts,
    });
    services.push(service);
    return service;
  };
  const stop = async () => {
    await Promise.all(services.splice(0).map((service) => service.close()));
  };
  const close = async () => {
    await stop();
    await api.close();
    await app.close();
    await rm(dataFolder, { recursive: true, force: true });
  };
  return { api, app, settings, told, logged, serve, stop, close };
}

function logInto(lines: string[]): TelegramLog {
  const write = (fields: object, message: string) => {
    lines.push(JSON.stringify({ ...fields, message }));
  };
  return { debug: write, info: write, warn: write, error: write };
}
