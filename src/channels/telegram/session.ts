import { setMaxListeners } from 'node:events';
import { createConcurrentSink, type UpdateSink } from '@grammyjs/runner';
import type { Bot, BotError } from 'grammy';
import type { Update } from 'grammy/types';
import type { Clock } from '../../clock.ts';
import type { TelegramConfig, WebhookConfig } from '../../config.ts';
import type { Conversation } from '../../conversation/conversation.ts';
import type { Outbox } from '../../delivery/outbox.ts';
import type { Bell } from '../../delivery/post/bell.ts';
import { messageOf } from '../../errors.ts';
import { type Held, pause } from '../../lease.ts';
import { createBot, forClient } from './bot.ts';
import { guarded } from './guarded-inbox.ts';
import { handleUpdates, hear } from './handle-update.ts';
import type { Admit } from './incoming/admit.ts';
import { fetchFile } from './incoming/fetch-file.ts';
import { ALLOWED_UPDATES, createIntake, type Intake } from './incoming/intake.ts';
import { poll } from './incoming/poll.ts';
import { listenForUpdates, webhookSecret } from './incoming/webhook.ts';
import { createLink, type Link } from './link.ts';
import type { TelegramLog } from './log.ts';
import { setMenus } from './menu.ts';
import type { PostTimes } from './posting/post-times.ts';
import { createPosting, type Posting } from './posting/posting.ts';
import type { InboxStore } from './store.ts';
import type { DraftSupport } from './streaming/draft.ts';
import { STREAM_TIMES, type StreamTimes } from './streaming/stream-times.ts';
import { untilDone } from './until-done.ts';

export interface SessionParts {
  readonly config: TelegramConfig;
  readonly botId: number;
  readonly conversation: Conversation;
  readonly inbox: InboxStore;
  /** What nobody waits for, such as reminders. */
  readonly outbox: Outbox;
  /** Rung when there are new ones; without it they are looked for every now and then. */
  readonly bell?: Bell;
  readonly admit: Admit;
  readonly held: Held;
  readonly drafts: DraftSupport;
  readonly clock: Clock;
  readonly log: TelegramLog;
  /** Shows the operator a line. */
  tell(line: string): void;
  /** Milliseconds between two tries while Telegram does not answer. */
  readonly retryMs?: number;
  /** Milliseconds that answers under way are given when it stops. */
  readonly graceMs?: number;
  readonly streamTimes?: StreamTimes;
  readonly postTimes?: PostTimes;
}

const RETRY_MS = 3000;
const GRACE_MS = 8000;
/** Updates dealt with at the same time; beyond these, Telegram keeps them. */
const CONCURRENCY = 500;

/** The bot's work from the taking of the lease to its end. */
export class Session {
  readonly #parts: SessionParts;
  readonly #held: Held;
  readonly #bot: Bot;
  readonly #intake: Intake;
  readonly #link: Link;
  readonly #posting: Posting;
  readonly #retryMs: number;
  readonly #graceMs: number;
  readonly #sink: UpdateSink<Update>;
  /** Aborted when even what is under way must end. */
  readonly #cutOff = new AbortController();
  readonly #underWay = new Set<Promise<void>>();

  constructor(parts: SessionParts) {
    const { config, botId, inbox, outbox, admit, held, clock, log, conversation, drafts } = parts;
    const signal = this.#cutOff.signal;
    // Every call and every wait listens to it.
    setMaxListeners(0, signal);
    this.#parts = parts;
    this.#held = held;
    this.#retryMs = parts.retryMs ?? RETRY_MS;
    this.#graceMs = parts.graceMs ?? GRACE_MS;
    this.#bot = createBot(config, held.check, signal);
    this.#intake = createIntake({
      ...{ inbox, botId, clock, log, check: held.check },
      isForMe: (update) => hear(update, this.#bot).kind !== 'nothing',
    });
    this.#link = createLink(parts.tell, log);
    // Where it polls, the polling tells the operator.
    const link = config.webhook === null ? null : this.#link;
    const retryMs = this.#retryMs;
    this.#posting = createPosting({ ...parts, link, retryMs, cutOff: signal });
    this.#bot.api.config.use(this.#posting.countReplies);
    const consume = (update: Update) => this.#handle(update);
    this.#sink = createConcurrentSink({ consume }, async () => {}, { concurrency: CONCURRENCY });
    const fetching = { api: this.#bot.api, config, log, signal, retryMs };
    handleUpdates({
      fetchFile: (file) => fetchFile(file, fetching),
      ...{ bot: this.#bot, botId, conversation, admit, clock, log, signal, drafts },
      times: parts.streamTimes ?? STREAM_TIMES,
      ...{ link, outbox, retryMs },
      inbox: guarded(inbox, held.check),
    });
  }

  async run(): Promise<void> {
    const { webhook } = this.#parts.config;
    const { signal } = this.#held;
    // From the moment of stopping, not from when nothing new comes in: that may wait for room.
    const stopping = () => void pause(this.#graceMs, this.#cutOff.signal).then(() => this.#cut());
    signal.addEventListener('abort', stopping, { once: true });
    try {
      await (webhook === null ? this.#poll() : this.#beDelivered(webhook));
    } finally {
      if (!signal.aborted) stopping();
      await Promise.allSettled(this.#underWay);
      this.#cut();
    }
  }

  #cut(): void {
    this.#cutOff.abort();
  }

  /** Learns who the bot is and offers its menus. */
  async #connect(): Promise<void> {
    // The bot's own `init` would try again for ever without a word.
    await this.#untilDone(async (signal) => {
      this.#bot.botInfo = await this.#bot.api.getMe(forClient(signal));
    });
    await this.#untilDone((signal) => setMenus(this.#bot.api, signal, this.#parts.log));
  }

  async #poll(): Promise<void> {
    await this.#connect();
    await this.#untilDone((signal) => this.#bot.api.deleteWebhook({}, forClient(signal)));
    if (this.#held.signal.aborted) return;
    this.#begin();
    await poll({
      bot: this.#bot,
      intake: this.#intake,
      link: this.#link,
      signal: this.#held.signal,
      retryMs: this.#retryMs,
      sink: this.#sink,
      onTrouble: (error) => this.#onTrouble(error),
    });
  }

  async #beDelivered(webhook: WebhookConfig): Promise<void> {
    const { config, log } = this.#parts;
    const secret = webhookSecret(config.token);
    const parts = { config: webhook, secret, intake: this.#intake, log, sink: this.#sink };
    const stop = await listenForUpdates(parts);
    try {
      await this.#connect();
      if (this.#held.signal.aborted) return;
      void this.#sink.handle(await this.#intake.pending());
      const { href } = webhook.url;
      const asked = { secret_token: secret, allowed_updates: ALLOWED_UPDATES };
      await this.#untilDone((signal) => this.#bot.api.setWebhook(href, asked, forClient(signal)));
      this.#begin();
      await aborted(this.#held.signal);
    } finally {
      await stop();
    }
  }

  /** From now on it is connected, answers, and sends. */
  #begin(): void {
    if (this.#held.signal.aborted) return;
    this.#parts.tell(`Telegram 机器人 @${this.#bot.botInfo.username} 开始应答。`);
    void this.#track(this.#posting.run());
  }

  /** Never rejects. */
  #handle(update: Update): Promise<void> {
    const work = this.#bot
      .handleUpdate(update)
      .catch((error: unknown) => void this.#bot.errorHandler(error as BotError));
    return this.#track(work);
  }

  /** Is waited for at the end. */
  #track(work: Promise<void>): Promise<void> {
    const done: Promise<void> = work.finally(() => this.#underWay.delete(done));
    this.#underWay.add(done);
    return done;
  }

  #untilDone(call: (signal: AbortSignal) => Promise<unknown>): Promise<void> {
    const signal = this.#held.signal;
    return untilDone(call, { link: this.#link, retryMs: this.#retryMs, signal });
  }

  #onTrouble(error: unknown): void {
    this.#parts.log.error({ reason: messageOf(error) }, 'Updates cannot be kept');
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
