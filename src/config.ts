import { join } from 'node:path';
import { z } from 'zod';
import { UserFacingError } from './errors.ts';
import { environment, type Settings } from './settings.ts';

/** Everything that the environment decides. */
export interface Config {
  /** Folder of the approved materials and their manifest, as long as there is no own one. */
  readonly corpusFolder: string;
  /**
   * Folder that materials are added to; where no folder is set it begins as a copy of the one that
   * ships, with the first change.
   */
  readonly ownCorpusFolder: string;
  /** Whether whoever submitted a material may approve it too. */
  readonly oneMayApprove: boolean;
  /** Channels that carry passages of 内部 materials, beside the terminal. */
  readonly internalChannels: readonly string[];
  /** Days for which it is kept what an answer cited and to whom it went. */
  readonly answerDays: number;
  /** The one folder that the assistant writes to. */
  readonly dataFolder: string;
  /** Address of a PostgreSQL database, a secret; null where records are a file in the data folder. */
  readonly databaseUrl: string | null;
  /** IANA zone in which dates count. */
  readonly zone: string;
  /** File of holidays and 调休; null for those that ship alone. */
  readonly holidaysFile: string | null;
  /** Whether a newcomer may see a demonstration, as long as nobody real is there. */
  readonly demo: boolean;
  readonly web: WebConfig;
  /** Null where answers are made without a model. */
  readonly model: ModelConfig | null;
  /** Folder of the prompts, which come with the installation. */
  readonly promptsFolder: string;
  /** Null where no bot is set up. */
  readonly telegram: TelegramConfig | null;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error';
}

export interface WebConfig {
  /** Address that the web chat listens on. */
  readonly host: string;
  /** 0 lets the system choose a free one. */
  readonly port: number;
  /**
   * Where people reach it through a reverse proxy or a name of the local network; its path is the
   * base path. Null where only this machine opens it.
   */
  readonly publicUrl: URL | null;
}

/** An OpenAI-compatible endpoint; it has a chat model, an embedding model or both. */
export interface ModelConfig {
  /** Such as `https://api.deepseek.com/v1`, without a slash at its end. */
  readonly baseUrl: string;
  /** A secret; null where the endpoint asks for none. */
  readonly apiKey: string | null;
  readonly chatModel: string | null;
  readonly embeddingModel: string | null;
  /** HTTP proxy on the way to an https endpoint; null where there is none. */
  readonly proxy: string | null;
  /** Milliseconds after which an answer is made without the model. */
  readonly timeoutMs: number;
  /** Calls under way at the same time. */
  readonly concurrency: number;
  /** Tokens, in and out together, that a single answer may use. */
  readonly tokensPerAnswer: number;
  /** Tokens that one person may use in a day; 0 for no limit. */
  readonly tokensPerDay: number;
  /** Whether passages of 内部 materials may go to this endpoint. */
  readonly mayReceiveInternal: boolean;
  /** Whether the model writes, when an index is made, the questions that each passage answers. */
  readonly writesQuestions: boolean;
}

export interface TelegramConfig {
  /** A secret: it goes into no message and no log. */
  readonly token: string;
  /** Messages that nobody waits for, such as reminders, a second. */
  readonly messagesPerSecond: number;
  /** Bot API server, without a slash at its end. */
  readonly apiRoot: string;
  /** HTTP proxy on the way to an https server; null where there is none. */
  readonly proxy: string | null;
  /** Who is answered besides those who were invited. */
  readonly access: { readonly everyone: boolean; readonly openChats: readonly string[] };
  /** Null where updates are asked for (long polling). */
  readonly webhook: WebhookConfig | null;
}

export interface WebhookConfig {
  /** Where Telegram delivers updates: an https address that a reverse proxy leads here. */
  readonly url: URL;
  readonly host: string;
  readonly port: number;
}

/** Settings whose values are never shown. */
const SECRETS = new Set([
  'TELEGRAM_BOT_TOKEN',
  'DATABASE_URL',
  'OPENAI_API_KEY',
  'OPENAI_BASE_URL',
]);

/**
 * Pure: reads settings, touches nothing.
 *
 * @param root folder of the installation, which holds the default corpus and data folders
 * @throws UserFacingError naming the setting that is wrong
 */
export function parseConfig(env: Record<string, string | undefined>, root: string): Config {
  // Whoever sets nothing after the equals sign wants the default.
  const set = Object.entries(env).filter(([, value]) => value !== '');
  const parsed = environment.safeParse(Object.fromEntries(set));
  if (!parsed.success) {
    const name = String(parsed.error.issues[0]?.path[0]);
    throw wrong(name, SECRETS.has(name) ? undefined : env[name]);
  }
  return {
    corpusFolder: parsed.data.GANXUN_CORPUS ?? join(root, 'corpus'),
    ownCorpusFolder:
      parsed.data.GANXUN_CORPUS ?? join(parsed.data.GANXUN_DATA ?? join(root, 'data'), 'corpus'),
    oneMayApprove: parsed.data.GANXUN_APPROVAL === 'one',
    internalChannels: parsed.data.GANXUN_INTERNAL_CHANNELS,
    answerDays: parsed.data.GANXUN_ANSWER_DAYS,
    dataFolder: parsed.data.GANXUN_DATA ?? join(root, 'data'),
    databaseUrl: parsed.data.DATABASE_URL ?? null,
    zone: parsed.data.GANXUN_ZONE,
    holidaysFile: parsed.data.GANXUN_HOLIDAYS ?? null,
    demo: parsed.data.GANXUN_DEMO === 'on' && parsed.data.TELEGRAM_BOT_TOKEN === undefined,
    web: {
      host: parsed.data.GANXUN_HOST,
      port: parsed.data.GANXUN_PORT,
      publicUrl: parsed.data.GANXUN_PUBLIC_URL ?? null,
    },
    model: modelOf(parsed.data),
    promptsFolder: join(root, 'prompts'),
    telegram: telegramOf(parsed.data),
    logLevel: parsed.data.GANXUN_LOG,
  };
}

/** A key alone turns nothing on: many a machine has one that is meant for other programs. */
function modelOf(settings: Settings): ModelConfig | null {
  const { GANXUN_CHAT_MODEL: chatModel, GANXUN_EMBEDDING_MODEL: embeddingModel } = settings;
  if (chatModel === undefined && embeddingModel === undefined) return null;
  const baseUrl = settings.OPENAI_BASE_URL;
  return {
    baseUrl,
    apiKey: settings.OPENAI_API_KEY ?? null,
    chatModel: chatModel ?? null,
    embeddingModel: embeddingModel ?? null,
    proxy: baseUrl.startsWith('https:') ? proxyOf(settings) : null,
    timeoutMs: settings.GANXUN_MODEL_TIMEOUT * 1000,
    concurrency: settings.GANXUN_MODEL_CONCURRENCY,
    tokensPerAnswer: settings.GANXUN_MODEL_TOKENS,
    tokensPerDay: settings.GANXUN_MODEL_TOKENS_PER_DAY,
    // Named by its host, so that the permission does not pass to another endpoint with the address.
    mayReceiveInternal: settings.GANXUN_MODEL_INTERNAL.includes(new URL(baseUrl).host),
    writesQuestions: settings.GANXUN_MODEL_QUESTIONS === 'on',
  };
}

function telegramOf(settings: Settings): TelegramConfig | null {
  const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: apiRoot } = settings;
  if (token === undefined) return null;
  const url = settings.TELEGRAM_WEBHOOK_URL;
  const host = settings.GANXUN_HOST;
  return {
    token,
    messagesPerSecond: settings.TELEGRAM_RATE,
    apiRoot,
    proxy: apiRoot.startsWith('https:') ? proxyOf(settings) : null,
    access: {
      everyone: settings.TELEGRAM_ACCESS === 'everyone',
      openChats: settings.TELEGRAM_CHATS.map((chat) => chat.replace('@', '').toLowerCase()),
    },
    webhook: url === undefined ? null : { url, host, port: settings.TELEGRAM_WEBHOOK_PORT },
  };
}

/** Looked at only where it is used: many a machine has one that is meant for other programs. */
function proxyOf({ HTTPS_PROXY, https_proxy }: Settings): string | null {
  const proxy = HTTPS_PROXY ?? https_proxy;
  if (proxy === undefined) return null;
  if (!z.url({ protocol: /^https?$/u }).safeParse(proxy).success) throw wrong('HTTPS_PROXY');
  return proxy;
}

/** @param value left out where it is a secret */
function wrong(name: string, value?: string): UserFacingError {
  const shown = value === undefined ? '' : `“${value}”`;
  return new UserFacingError(`设置 ${name} 的值${shown}不对，请对照 README 的设置表修改。`);
}
