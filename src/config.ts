import { join } from 'node:path';
import { z } from 'zod';
import { UserFacingError } from './errors.ts';

/** Everything that the environment decides. */
export interface Config {
  /** Folder of the approved materials and their manifest. */
  readonly corpusFolder: string;
  /** The one folder that the assistant writes to. */
  readonly dataFolder: string;
  /** IANA zone in which dates count. */
  readonly zone: string;
  readonly web: WebConfig;
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

const environment = z.object({
  GANXUN_CORPUS: z.string().min(1).optional(),
  GANXUN_DATA: z.string().min(1).optional(),
  GANXUN_ZONE: z.string().refine(isZone).default('Asia/Shanghai'),
  GANXUN_HOST: z.string().min(1).default('127.0.0.1'),
  GANXUN_PORT: z
    .string()
    .regex(/^\d{1,5}$/u)
    .transform(Number)
    .refine((port) => port <= 65_535)
    .default(8790),
  GANXUN_PUBLIC_URL: z
    .url({ protocol: /^https?$/u })
    .transform((url) => new URL(url))
    .refine(({ search, hash, username }) => search + hash + username === '')
    .optional(),
  GANXUN_LOG: z.enum(['debug', 'info', 'warn', 'error']).default('info'),
});

/**
 * Pure: reads settings, touches nothing.
 *
 * @param root folder of the installation, which holds the default corpus and data folders
 * @throws UserFacingError naming the setting that is wrong
 */
export function parseConfig(env: Record<string, string | undefined>, root: string): Config {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    const name = String(parsed.error.issues[0]?.path[0]);
    throw new UserFacingError(`设置 ${name} 的值“${env[name]}”不对，请对照 README 的设置表修改。`);
  }
  return {
    corpusFolder: parsed.data.GANXUN_CORPUS ?? join(root, 'corpus'),
    dataFolder: parsed.data.GANXUN_DATA ?? join(root, 'data'),
    zone: parsed.data.GANXUN_ZONE,
    web: {
      host: parsed.data.GANXUN_HOST,
      port: parsed.data.GANXUN_PORT,
      publicUrl: parsed.data.GANXUN_PUBLIC_URL ?? null,
    },
    logLevel: parsed.data.GANXUN_LOG,
  };
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
