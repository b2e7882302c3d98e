import { autoRetry } from '@grammyjs/auto-retry';
import { type Api, Bot } from 'grammy';
import { HttpsProxyAgent } from 'https-proxy-agent';
import type { TelegramConfig } from '../../config.ts';

/** Longer than a long poll, shorter than anyone's patience with a server that hangs. */
const CALL_TIMEOUT_SECONDS = 60;
/** Longer floods are for the caller to wait for. */
const LONGEST_WAIT_SECONDS = 60;
const MOST_RETRIES = 3;

/**
 * A client of the Bot API for a token. Making it calls nobody.
 *
 * @param mayCall throws where this process may not speak for the bot at this moment
 * @param cutOff aborted when calls under way are to be given up
 */
export function createBot(config: TelegramConfig, mayCall: () => void, cutOff: AbortSignal): Bot {
  const { token, apiRoot, proxy } = config;
  const baseFetchConfig = proxy === null ? {} : { agent: new HttpsProxyAgent(proxy) };
  const client = { apiRoot, timeoutSeconds: CALL_TIMEOUT_SECONDS, baseFetchConfig };
  const bot = new Bot(token, { client });
  const retry = autoRetry({
    maxDelaySeconds: LONGEST_WAIT_SECONDS,
    maxRetryAttempts: MOST_RETRIES,
    rethrowInternalServerErrors: true,
    rethrowHttpErrors: true,
  });
  // The first is the innermost: it looks anew before every try.
  bot.api.config.use(
    (call, method, payload, signal) => {
      mayCall();
      return call(method, payload, signal);
    },
    (call, method, payload, signal) => {
      const until = signal ?? forClient(cutOff);
      // Whoever sends messages keeps what waits and what is on its way apart, and so waits itself.
      return /^(?:send|edit)/u.test(method)
        ? call(method, payload, until)
        : retry(call, method, payload, until);
    },
  );
  return bot;
}

type ClientSignal = NonNullable<Parameters<Api['getMe']>[0]>;

/** The client's types want the signal of its own polyfill; any signal will do. */
export function forClient(signal: AbortSignal): ClientSignal {
  return signal as unknown as ClientSignal;
}
