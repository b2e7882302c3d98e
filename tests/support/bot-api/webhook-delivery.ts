import { Agent, request } from 'node:http';
import type { QueuedUpdate, UpdateQueue } from './update-queue.ts';

const ANSWER_WITHIN = 60_000;
const FIRST_DELAY = 50;
const MAX_DELAY = 1000;

export interface DeliveryOptions {
  readonly url: string;
  readonly secret: string;
  readonly maxConnections: number;
  onFailure(reason: string): void;
  /** The body of an answer, which may hold a call. */
  onAnswer(contentType: string, body: Buffer): void;
}

export interface Delivery {
  /** Updates may have come. */
  look(): void;
  close(): void;
}

interface Lane {
  failures: number;
  timer: NodeJS.Timeout | undefined;
}

interface WebhookAnswer {
  readonly status: string;
  readonly contentType: string;
  readonly body: Buffer;
  readonly retryAfter: number;
}

/**
 * Brings updates to a webhook, within a lane one after the other. Like the real server it tries
 * again at once after the first failure, then after a growing delay, here a short one.
 */
export function startDelivery(queue: UpdateQueue, options: DeliveryOptions): Delivery {
  const agent = new Agent({ keepAlive: true });
  const busy = new Map<string, Lane>();
  let closed = false;
  const deliver = async (update: QueuedUpdate, lane: Lane) => {
    const answer = await post(agent, options, update).catch(brokenConnection);
    if (closed) return;
    if (/^2\d\d /u.test(answer.status)) {
      busy.delete(update.lane);
      queue.forget(update);
      options.onAnswer(answer.contentType, answer.body);
    } else {
      options.onFailure(
        answer.status.startsWith('0')
          ? 'Webhook connection closed'
          : `Wrong response from the webhook: ${answer.status}`,
      );
      const grown = Math.min(MAX_DELAY, FIRST_DELAY * 2 ** (lane.failures - 1));
      const delay = answer.retryAfter * 1000 || (lane.failures === 0 ? 0 : grown);
      lane.failures += 1;
      lane.timer = setTimeout(() => retry(update.lane, lane), delay);
    }
    look();
  };
  const retry = (name: string, lane: Lane) => {
    const update = queue.waiting().find((one) => one.lane === name);
    if (update === undefined) busy.delete(name);
    else void deliver(update, lane);
  };
  const look = () => {
    for (const update of queue.waiting()) {
      if (closed || busy.size >= options.maxConnections) return;
      if (busy.has(update.lane)) continue;
      const lane: Lane = { failures: 0, timer: undefined };
      busy.set(update.lane, lane);
      void deliver(update, lane);
    }
  };
  const close = () => {
    closed = true;
    for (const { timer } of busy.values()) clearTimeout(timer);
    agent.destroy();
  };
  look();
  return { look, close };
}

function brokenConnection(): WebhookAnswer {
  return { status: '0', contentType: '', body: Buffer.alloc(0), retryAfter: 0 };
}

function post(agent: Agent, { url, secret }: DeliveryOptions, update: QueuedUpdate) {
  const body = Buffer.from(JSON.stringify(update.body) ?? 'null');
  const headers = {
    ...(secret === '' ? {} : { 'X-Telegram-Bot-Api-Secret-Token': secret }),
    'Content-Type': 'application/json',
    'Content-Length': body.length,
    'Accept-Encoding': 'gzip, deflate',
  };
  return new Promise<WebhookAnswer>((resolve, reject) => {
    const signal = AbortSignal.timeout(ANSWER_WITHIN);
    const sent = request(url, { method: 'POST', agent, headers, signal }, async (response) => {
      const chunks: Buffer[] = [];
      try {
        for await (const chunk of response) chunks.push(chunk as Buffer);
      } catch (error) {
        return reject(error);
      }
      resolve({
        status: `${response.statusCode} ${response.statusMessage}`,
        contentType: response.headers['content-type'] ?? '',
        body: Buffer.concat(chunks),
        retryAfter: Number.parseInt(response.headers['retry-after'] ?? '0', 10) || 0,
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
