import { z } from 'zod';

const port = z
  .string()
  .regex(/^\d{1,5}$/u)
  .transform(Number)
  .refine((number) => number <= 65_535);

/** A whole number within bounds, as a setting writes it. */
function whole(least: number, most: number) {
  return z
    .string()
    .regex(/^\d{1,10}$/u)
    .transform(Number)
    .refine((number) => least <= number && number <= most);
}

/** The settings as the environment gives them, each with its default. */
export const environment = z.object({
  GANXUN_CORPUS: z.string().min(1).optional(),
  /** Whether whoever submitted a material may approve it too. */
  GANXUN_APPROVAL: z.enum(['two', 'one']).default('two'),
  /** Channels that carry passages of 内部 materials to people of the house; `none` for no channel. */
  GANXUN_INTERNAL_CHANNELS: z
    .string()
    .transform((list) => list.split(/[\s,，、]+/u).filter((channel) => channel !== ''))
    .refine((channels) => channels.every((one) => ['web', 'telegram', 'none'].includes(one)))
    .default(['web']),
  /** Days for which it is kept what an answer cited and to whom it went; 0 keeps nothing. */
  GANXUN_ANSWER_DAYS: whole(0, 3650).default(365),
  GANXUN_DATA: z.string().min(1).optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(?:ql)?$/u }).optional(),
  GANXUN_ZONE: z.string().refine(isZone).default('Asia/Shanghai'),
  GANXUN_HOLIDAYS: z.string().min(1).optional(),
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
  TELEGRAM_RATE: whole(1, 30).default(25),
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
  OPENAI_BASE_URL: z
    .url({ protocol: /^https?$/u })
    // What else an address may hold would be lost where paths are put behind it.
    .refine((url) => !/[?#@]/u.test(url))
    .transform((url) => url.replace(/\/+$/u, ''))
    .default('https://api.openai.com/v1'),
  OPENAI_API_KEY: z
    .string()
    .regex(/^[\x21-\x7e]+$/u)
    .optional(),
  GANXUN_CHAT_MODEL: z.string().optional(),
  GANXUN_EMBEDDING_MODEL: z.string().optional(),
  GANXUN_MODEL_TIMEOUT: whole(5, 600).default(60),
  GANXUN_MODEL_CONCURRENCY: whole(1, 256).default(8),
  GANXUN_MODEL_TOKENS: whole(2000, 1_000_000).default(24_000),
  GANXUN_MODEL_TOKENS_PER_DAY: whole(0, 1_000_000_000).default(400_000),
  GANXUN_MODEL_INTERNAL: z
    .string()
    .transform((list) => list.split(/[\s,，、]+/u).filter((host) => host !== ''))
    .transform((hosts) => hosts.map((host) => host.toLowerCase()))
    // A whole address would match no host, and forbid in silence what it was meant to allow.
    .refine((hosts) =>
      hosts.every((host) => /^(?:[\w.-]+|\[[0-9a-f:]+\])(?::\d{1,5})?$/u.test(host)),
    )
    .default([]),
  GANXUN_MODEL_QUESTIONS: z.enum(['on', 'off']).default('off'),
  HTTPS_PROXY: z.string().optional(),
  https_proxy: z.string().optional(),
});

export type Settings = z.infer<typeof environment>;

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
