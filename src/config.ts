import { join } from 'node:path';
import { z } from 'zod';
import { UserFacingError } from './errors.ts';

/** Everything that the environment decides. */
export interface Config {
  /** Folder of the approved materials and their manifest. */
  readonly corpusFolder: string;
  /** The one folder that the assistant writes to. */
  readonly dataFolder: string;
  /** Address of a PostgreSQL database, a secret; null where records are a file in the data folder. */
  readonly databaseUrl: string | null;
  /** IANA zone in which dates count. */
  readonly zone: string;
  /** Whether a newcomer may see a demonstration, as long as nobody real is there. */
  readonly demo: boolean;
  readonly web: WebConfig;
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

export interface TelegramConfig {
  /** A secret: it goes into no message and no log. */
  readonly token: string;
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

const port = z
  .string()
  .regex(/^\d{1,5}$/u)
  .transform(Number)
  .refine((number) => number <= 65_535);

const environment = z.object({
  GANXUN_CORPUS: z.string().min(1).optional(),
  GANXUN_DATA: z.string().min(1).optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(?:ql)?$/u }).optional(),
  GANXUN_ZONE: z.string().refine(isZone).default('Asia/Shanghai'),
  GANXUN_HOST: z.string().min(1).default('127.0.0.1'),
  GANXUN_PORT: port.default(8790),
  GANXUN_PUBLIC_URL: z
    .url({ protocol: /^https?$/u })
    .transform((url) => new URL(url))
    .refine(({ search, hash, username }) => search + hash + username === '')
    .optional(),
  GANXUN_LOG: z.enum(['debug', 'info', 'warn', 'error']).default('info'),
  GANXUN_DEMO: z.enum(['on', 'off']).default('on'),
  TELEGRAM_BOT_TOKEN: z
    .string()
    .regex(/^\d{1,20}:[\w-]+$/u)
    .optional(),
  TELEGRAM_API_ROOT: z
    .url({ protocol: /^https?$/u })
    .transform((root) => root.replace(/\/+$/u, ''))
    .default('https://api.telegram.org'),
  TELEGRAM_ACCESS: z.enum(['invited', 'everyone']).default('invited'),
  TELEGRAM_CHATS: z
    .string()
    .transform((list) => list.split(/[\s,，、]+/u).filter((chat) => chat !== ''))
    .refine((chats) => chats.every((chat) => /^(?:-?\d+|@?[a-z]\w{3,31})$/iu.test(chat)))
    .default([]),
  TELEGRAM_WEBHOOK_URL: z
    .url({ protocol: /^https?$/u })
    .transform((url) => new URL(url))
    .refine(({ search, hash, username }) => search + hash + username === '')
    .optional(),
  TELEGRAM_WEBHOOK_PORT: port.default(8791),
  HTTPS_PROXY: z.string().optional(),
  https_proxy: z.string().optional(),
});

/** Settings whose values are never shown. */
const SECRETS = new Set(['TELEGRAM_BOT_TOKEN', 'DATABASE_URL']);

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
    dataFolder: parsed.data.GANXUN_DATA ?? join(root, 'data'),
    databaseUrl: parsed.data.DATABASE_URL ?? null,
    zone: parsed.data.GANXUN_ZONE,
    demo: parsed.data.GANXUN_DEMO === 'on' && parsed.data.TELEGRAM_BOT_TOKEN === undefined,
    web: {
      host: parsed.data.GANXUN_HOST,
      port: parsed.data.GANXUN_PORT,
      publicUrl: parsed.data.GANXUN_PUBLIC_URL ?? null,
    },
    telegram: telegramOf(parsed.data),
    logLevel: parsed.data.GANXUN_LOG,
  };
}

function telegramOf(settings: z.infer<typeof environment>): TelegramConfig | null {
  const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: apiRoot } = settings;
  if (token === undefined) return null;
  const url = settings.TELEGRAM_WEBHOOK_URL;
  const host = settings.GANXUN_HOST;
  return {
    token,
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
function proxyOf({ HTTPS_PROXY, https_proxy }: z.infer<typeof environment>): string | null {
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

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
