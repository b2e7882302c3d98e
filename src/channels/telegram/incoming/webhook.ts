import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { UpdateSink } from '@grammyjs/runner';
import { getRequestListener } from '@hono/node-server';
import type { Update } from 'grammy/types';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { WebhookConfig } from '../../../config.ts';
import { messageOf } from '../../../errors.ts';
import { listen } from '../../listen.ts';
import type { TelegramLog } from '../log.ts';
import type { Intake } from './intake.ts';

export interface WebhookParts {
  readonly config: WebhookConfig;
  readonly secret: string;
  readonly intake: Intake;
  readonly log: TelegramLog;
  /** Where updates are dealt with. */
  readonly sink: UpdateSink<Update>;
}

const CLOSING_MS = 1000;
const LARGEST_BODY = 1024 * 1024;
/** Milliseconds; Telegram's own requests take far less. */
const LIMITS = { headersTimeout: 10_000, requestTimeout: 30_000 };

/** What Telegram must show with every delivery: known to whoever knows the token. */
export function webhookSecret(token: string): string {
  return createHmac('sha256', token).update('ganxun webhook').digest('hex');
}

/**
 * Listens for updates that Telegram delivers. One is acknowledged once it is in the inbox, not
 * when it is answered.
 *
 * @returns what stops it
 * @throws UserFacingError where the address cannot be listened on
 */
export async function listenForUpdates(parts: WebhookParts): Promise<() => Promise<void>> {
  const { url, host, port } = parts.config;
  const listener = getRequestListener(webhookApp(parts, url.pathname).fetch, {
    overrideGlobalObjects: false,
  });
  const server = createServer(LIMITS, (incoming, outgoing) => void listener(incoming, outgoing));
  await listen(server, { host, port }, { host: 'GANXUN_HOST', port: 'TELEGRAM_WEBHOOK_PORT' });
  return () => close(server);
}

function webhookApp({ secret, intake, log, sink }: WebhookParts, path: string): Hono {
  const app = new Hono();
  app.use(path, async (context, next) => {
    const shown = context.req.header('x-telegram-bot-api-secret-token') ?? '';
    if (context.req.method !== 'POST') return context.body(null, 404);
    return isSame(shown, secret) ? next() : context.body(null, 401);
  });
  const onError = (context: Context) => context.body(null, 413);
  app.post(path, bodyLimit({ maxSize: LARGEST_BODY, onError }), async (context) => {
    const update: unknown = await context.req.json().catch(() => null);
    try {
      // Waits while too many are dealt with already; not for this one's answer.
      await sink.handle(await intake.accept([update]));
      return context.body(null, 200);
    } catch (error) {
      log.warn({ reason: messageOf(error) }, 'An update could not be kept; it will come again');
      return context.body(null, 503);
    }
  });
  app.notFound((context) => context.body(null, 404));
  app.onError((_, context) => context.body(null, 500));
  return app;
}

function isSame(shown: string, secret: string): boolean {
  const [one, other] = [Buffer.from(shown), Buffer.from(secret)];
  return one.length === other.length && timingSafeEqual(one, other);
}

async function close(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  // One that never sent a byte counts as busy; what is cut off comes again.
  const patience = setTimeout(() => server.closeAllConnections(), CLOSING_MS);
  await closed;
  clearTimeout(patience);
}
