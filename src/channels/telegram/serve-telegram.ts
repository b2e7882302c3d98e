import { setMaxListeners } from 'node:events';
import type { Bot, BotError } from 'grammy';
import type { Update } from 'grammy/types';
import type { Clock } from '../../clock.ts';
import type { TelegramConfig } from '../../config.ts';
import type { Conversation } from '../../conversation/conversation.ts';
import { makeId } from '../../conversation/ids.ts';
import { messageOf, UserFacingError } from '../../errors.ts';
import {
  type Held,
  keepLease,
  LeaseLost,
  type LeaseStore,
  type LeaseTimes,
  pause,
} from '../../lease.ts';
import type { Door } from '../../people/admission.ts';
import { type Admit, createAdmit } from './admit.ts';
import { createBot, forClient } from './bot.ts';
import { failureOf } from './failure.ts';
import { handleUpdates, hear } from './handle-update.ts';
import { ALLOWED_UPDATES, createIntake, type Intake } from './intake.ts';
import { createLink, type Link, waitAfter } from './link.ts';
import type { TelegramLog } from './log.ts';
import { setMenus } from './menu.ts';
import { poll } from './poll.ts';
import type { InboxStore } from './store.ts';
import { listenForUpdates, webhookSecret } from './webhook.ts';

export interface ServeTelegramParts {
  readonly config: TelegramConfig;
  readonly conversation: Conversation;
  readonly inbox: InboxStore;
  readonly leases: LeaseStore;
  readonly door: Door;
  readonly clock: Clock;
  readonly log: TelegramLog;
  /** Shows the operator a line. */
  tell(line: string): void;
  readonly leaseTimes?: LeaseTimes;
  /** Milliseconds between two tries while Telegram does not answer. */
  readonly retryMs?: number;
  /** Milliseconds that answers under way are given when it stops. */
  readonly graceMs?: number;
}

export interface TelegramService {
  /** Takes no more updates, lets answers under way end for a while, leaves the rest in the inbox. */
  close(): Promise<void>;
}

const RETRY_MS = 3000;
const GRACE_MS = 8000;

/**
 * Speaks for the bot while no other process with the same records does. Returns at once; what goes
 * wrong with Telegram is told to the operator and tried again.
 */
export function serveTelegram(parts: ServeTelegramParts): TelegramService {
  const { config, leases, clock, log, tell, leaseTimes } = parts;
  const botId = Number(config.token.split(':')[0]);
  // One memory of who was told what, however often the lease changes hands.
  const admit = createAdmit(parts.door, clock);
  return keepLease({
    store: leases,
    name: `telegram ${botId}`,
    holder: makeId(),
    clock,
    ...(leaseTimes === undefined ? {} : { times: leaseTimes }),
    work: (held) => new Session(parts, botId, admit, held).run(),
    onWaiting: () => tell('另一个进程正在为 Telegram 机器人应答，本进程等待接替。'),
    onTrouble: (error) => {
      log.error({ reason: messageOf(error) }, 'Telegram is not served');
      if (error instanceof UserFacingError) tell(error.message);
    },
  });
}

/** The bot's work from the taking of the lease to its end. */
class Session {
  readonly #parts: ServeTelegramParts;
  readonly #held: Held;
  readonly #bot: Bot;
  readonly #intake: Intake;
  readonly #link: Link;
  readonly #retryMs: number;
  /** Aborted when even what is under way must end. */
  readonly #cutOff = new AbortController();
  readonly #underWay = new Set<Promise<void>>();

  constructor(parts: ServeTelegramParts, botId: number, admit: Admit, held: Held) {
    const { config, inbox, clock, log, conversation } = parts;
    const signal = this.#cutOff.signal;
    // Every call and every wait listens to it.
    setMaxListeners(0, signal);
    this.#parts = parts;
    this.#held = held;
    this.#retryMs = parts.retryMs ?? RETRY_MS;
    this.#bot = createBot(config, held.check, signal);
    this.#intake = createIntake({
      ...{ inbox, botId, clock, log, check: held.check },
      isForMe: (update) => hear(update, this.#bot).kind !== 'nothing',
    });
    this.#link = createLink(parts.tell, log);
    handleUpdates({
      ...{ bot: this.#bot, botId, conversation, admit, clock, log, signal },
      retryMs: this.#retryMs,
      inbox: guarded(inbox, held.check),
    });
  }

  async run(): Promise<void> {
    try {
      // The bot's own `init` would try again for ever without a word.
      await this.#untilDone(async (signal) => {
        this.#bot.botInfo = await this.#bot.api.getMe(forClient(signal));
      });
      await this.#untilDone((signal) => setMenus(this.#bot.api, signal));
      if (this.#held.signal.aborted) return;
      await (this.#parts.config.webhook === null ? this.#poll() : this.#beDelivered());
    } finally {
      await this.#end();
    }
  }

  async #poll(): Promise<void> {
    await this.#untilDone((signal) => this.#bot.api.deleteWebhook({}, forClient(signal)));
    this.#announce();
    await poll({
      bot: this.#bot,
      intake: this.#intake,
      link: this.#link,
      signal: this.#held.signal,
      retryMs: this.#retryMs,
      handle: (update) => this.#handle(update),
      onTrouble: (error) => this.#onTrouble(error),
    });
  }

  async #beDelivered(): Promise<void> {
    const { config, log } = this.#parts;
    if (config.webhook === null) return;
    const secret = webhookSecret(config.token);
    const stop = await listenForUpdates({
      config: config.webhook,
      secret,
      intake: this.#intake,
      log,
      handle: (update) => this.#handle(update),
    });
    try {
      for (const update of await this.#intake.pending()) void this.#handle(update);
      const { href } = config.webhook.url;
      const asked = { secret_token: secret, allowed_updates: ALLOWED_UPDATES };
      await this.#untilDone((signal) => this.#bot.api.setWebhook(href, asked, forClient(signal)));
      this.#announce();
      await aborted(this.#held.signal);
    } finally {
      await stop();
    }
  }

  #announce(): void {
    if (this.#held.signal.aborted) return;
    this.#parts.tell(`Telegram 机器人 @${this.#bot.botInfo.username} 开始应答。`);
  }

  /** Never rejects. */
  #handle(update: Update): Promise<void> {
    const work = this.#bot
      .handleUpdate(update)
      .catch((error: unknown) => void this.#bot.errorHandler(error as BotError));
    const done: Promise<void> = work.finally(() => this.#underWay.delete(done));
    this.#underWay.add(done);
    return done;
  }

  /** Tries a call until it succeeds or the work is over. */
  async #untilDone(call: (signal: AbortSignal) => Promise<unknown>): Promise<void> {
    const { signal } = this.#held;
    while (!signal.aborted) {
      try {
        await call(signal);
        this.#link.up();
        return;
      } catch (error) {
        if (signal.aborted || error instanceof LeaseLost) return;
        const failure = failureOf(error);
        this.#link.down(failure);
        await pause(waitAfter(failure, this.#retryMs), signal);
      }
    }
  }

  #onTrouble(error: unknown): void {
    this.#parts.log.error({ reason: messageOf(error) }, 'Updates cannot be kept');
  }

  async #end(): Promise<void> {
    const graceMs = this.#parts.graceMs ?? GRACE_MS;
    const enough = new AbortController();
    await Promise.race([Promise.allSettled(this.#underWay), pause(graceMs, enough.signal)]);
    enough.abort();
    this.#cutOff.abort();
    await Promise.allSettled(this.#underWay);
  }
}

/** What another process goes on with is not written over by one that has lost its lease. */
function guarded(inbox: InboxStore, check: () => void): InboxStore {
  return {
    ...inbox,
    save: async (...fields) => {
      check();
      await inbox.save(...fields);
    },
    finish: async (...fields) => {
      check();
      await inbox.finish(...fields);
    },
  };
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
