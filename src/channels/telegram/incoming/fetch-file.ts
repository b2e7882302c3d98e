import type { Api } from 'grammy';
import type { TelegramConfig } from '../../../config.ts';
import { pause } from '../../../lease.ts';
import { forClient } from '../bot.ts';
import type { TelegramLog } from '../log.ts';
import { type Failure, failureOf } from '../sending/failure.ts';
import { download } from './download.ts';
import type { SentDocument } from './read-update.ts';

export type Fetched =
  | { readonly ok: true; readonly bytes: Uint8Array }
  /** In words for whoever sent it. */
  | { readonly ok: false; readonly problem: string };

export interface FetchParts {
  readonly api: Api;
  readonly config: Pick<TelegramConfig, 'apiRoot' | 'token' | 'proxy'>;
  readonly log: TelegramLog;
  /** Aborted when this process must end. */
  readonly signal: AbortSignal;
  /** Milliseconds between two tries. */
  readonly retryMs: number;
}

/** Bots get no larger ones from Telegram, and no material is larger. */
export const LARGEST_FILE = 20 * 1024 * 1024;
const MOST_TRIES = 3;
const TOO_LARGE = '文件超过 20 MB，不能收。请压缩其中的图片，或者拆成几份后再发。';
const LOST = '文件没有从 Telegram 下载成功，没有收下。请过一会儿再发一次，或者在网页中上传。';

/**
 * Gets the bytes of a file that somebody sent.
 *
 * @throws LeaseLost before it would speak for another process
 */
export async function fetchFile(
  { id, size }: SentDocument,
  { api, config, log, signal, retryMs }: FetchParts,
): Promise<Fetched> {
  if (size !== null && size > LARGEST_FILE) return { ok: false, problem: TOO_LARGE };
  for (let tries = 1; ; tries++) {
    const found = await pathOf(id, api, signal);
    if (typeof found === 'string') {
      const bytes = await download(addressOf(found, config), config.proxy, LARGEST_FILE, signal);
      if (bytes === 'too-large') return { ok: false, problem: TOO_LARGE };
      if (bytes !== null) return { ok: true, bytes };
    } else if (/too big/u.test(found.reason)) {
      return { ok: false, problem: TOO_LARGE };
    }
    const isHopeless = typeof found !== 'string' && found.kind === 'refused';
    if (isHopeless || tries === MOST_TRIES || signal.aborted) {
      log.warn({ tries }, 'A file could not be fetched from Telegram');
      return { ok: false, problem: LOST };
    }
    await pause(retryMs, signal);
  }
}

/** Where the server keeps the file for an hour. */
async function pathOf(id: string, api: Api, signal: AbortSignal): Promise<string | Failure> {
  try {
    const { file_path } = await api.getFile(id, forClient(signal));
    return file_path ?? { kind: 'refused', reason: 'no path' };
  } catch (error) {
    return failureOf(error);
  }
}

function addressOf(path: string, { apiRoot, token }: FetchParts['config']): URL {
  return new URL(`${apiRoot}/file/bot${token}/${encodeURI(path)}`);
}
