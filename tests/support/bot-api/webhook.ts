import { Described } from './answer.ts';
import { badRequest } from './api-error.ts';
import {
  booleanArgument,
  type CallArguments,
  integerArgument,
  textArgument,
} from './call-arguments.ts';
import { withoutUndefined } from './messages.ts';
import type { UpdateQueue } from './update-queue.ts';
import { type Delivery, startDelivery } from './webhook-delivery.ts';

const PORTS = ['', '443', '80', '88', '8443'];
const MAX_SECRET = 256;
const USUAL_CONNECTIONS = 40;
const MAX_CONNECTIONS = 100;

interface Settings {
  readonly url: string;
  readonly secret: string;
  readonly maxConnections: number;
}

const NONE: Settings = { url: '', secret: '', maxConnections: 0 };

export interface Webhook {
  set(call: CallArguments): Described;
  delete(call: CallArguments): Described;
  info(): Record<string, unknown>;
  isSet(): boolean;
  /** Updates may have come. */
  look(): void;
  close(): void;
}

export interface WebhookSurroundings {
  readonly queue: UpdateQueue;
  readonly now: () => number;
  /** A webhook is about to be set. */
  beforeSet(): void;
  /** What a webhook answered with 200, which may hold a call. */
  onAnswer(contentType: string, body: Buffer): void;
  changed(): void;
}

export function createWebhook(around: WebhookSurroundings): Webhook {
  let settings = NONE;
  let delivery: Delivery | undefined;
  let failure: { reason: string; at: number } | undefined;
  const replace = (next: Settings) => {
    delivery?.close();
    delivery = undefined;
    failure = undefined;
    settings = next;
    if (!isHere(next.url)) return;
    const onFailure = (reason: string) => {
      failure = { reason, at: Math.floor(around.now() / 1000) };
      around.changed();
    };
    delivery = startDelivery(around.queue, { ...next, onFailure, onAnswer: around.onAnswer });
  };
  const set = (call: CallArguments) => {
    const next = readSettings(call);
    if (next.url === '') return remove(call);
    const drop = booleanArgument(call, 'drop_pending_updates');
    around.queue.allow(textArgument(call, 'allowed_updates'));
    if (!drop && JSON.stringify(next) === JSON.stringify(settings)) {
      return new Described(true, 'Webhook is already set');
    }
    around.beforeSet();
    if (drop) around.queue.clear();
    replace(next);
    return new Described(true, 'Webhook was set');
  };
  const remove = (call: CallArguments) => {
    const wasSet = settings.url !== '';
    if (booleanArgument(call, 'drop_pending_updates')) around.queue.clear();
    replace(NONE);
    return new Described(true, wasSet ? 'Webhook was deleted' : 'Webhook is already deleted');
  };
  const info = () => {
    const isSet = settings.url !== '';
    return withoutUndefined({
      url: settings.url,
      has_custom_certificate: false,
      pending_update_count: around.queue.waiting().length,
      last_error_date: failure?.at,
      last_error_message: failure?.reason,
      max_connections: isSet ? settings.maxConnections : undefined,
      ip_address: isSet ? '127.0.0.1' : undefined,
      allowed_updates: around.queue.allowed(),
    });
  };
  return {
    set,
    delete: remove,
    info,
    isSet: () => settings.url !== '',
    look: () => delivery?.look(),
    close: () => delivery?.close(),
  };
}

function readSettings(call: CallArguments): Settings {
  const url = textArgument(call, 'url');
  if (url === '') return NONE;
  const secret = textArgument(call, 'secret_token');
  checkUrl(url);
  if (Buffer.byteLength(secret) > MAX_SECRET) throw badRequest('secret token is too long');
  if (!/^[\w-]*$/u.test(secret)) {
    throw badRequest('secret token contains unallowed characters');
  }
  const wanted = integerArgument(call, 'max_connections', USUAL_CONNECTIONS);
  return { url, secret, maxConnections: Math.min(Math.max(1, wanted), MAX_CONNECTIONS) };
}

/** As the real server in its usual mode, but for an address of this machine, which --local allows. */
function checkUrl(text: string): void {
  if (isHere(text)) return;
  const url = parsed(text.includes('://') ? text : `https://${text}`);
  if (url === undefined || !/^https?:$/u.test(url.protocol)) {
    throw badRequest('invalid webhook URL specified');
  }
  if (url.protocol === 'http:') {
    throw badRequest('bad webhook: An HTTPS URL must be provided for webhook');
  }
  if (!PORTS.includes(url.port)) {
    throw badRequest('bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443');
  }
}

function isHere(url: string): boolean {
  const address = parsed(url);
  return address?.protocol === 'http:' && address.hostname === '127.0.0.1';
}

function parsed(url: string): URL | undefined {
  return URL.canParse(url) ? new URL(url) : undefined;
}
