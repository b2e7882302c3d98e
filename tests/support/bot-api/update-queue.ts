import { isCount, isObject } from './call-arguments.ts';

const DAY = 86_400_000;
const CALLBACK_QUERY_LIFE = 150_000;
const FIRST_UPDATE = 527_000_001;
/** A getUpdates offset further ahead than this is taken for none. */
const MAX_AHEAD = 10;

const DEFAULT_TYPES = [
  'message',
  'edited_message',
  'channel_post',
  'edited_channel_post',
  'inline_query',
  'chosen_inline_result',
  'callback_query',
  'shipping_query',
  'pre_checkout_query',
  'poll',
  'poll_answer',
  'my_chat_member',
  'chat_join_request',
  'chat_boost',
  'removed_chat_boost',
  'business_connection',
  'business_message',
  'edited_business_message',
  'deleted_business_messages',
  'purchased_paid_media',
  'managed_bot',
  'guest_message',
];
const ALL_TYPES = [...DEFAULT_TYPES, 'chat_member', 'message_reaction', 'message_reaction_count'];

export interface QueuedUpdate {
  readonly id: number;
  readonly body: unknown;
  /** A webhook gets the updates of one lane one after the other. */
  readonly lane: string;
  readonly expiresAt: number;
  /** Handed out once whatever the offset, since it was confirmed before. */
  readonly again: boolean;
}

export interface UpdateQueue {
  nextId(): number;
  add(body: unknown, lane?: string): void;
  redeliver(id: number): void;
  /** What getUpdates answers; a positive offset confirms everything below it. */
  take(offset: number, limit: number): readonly unknown[];
  waiting(): readonly QueuedUpdate[];
  forget(update: QueuedUpdate): void;
  clear(): void;
  allow(types: string): void;
  /** Undefined for the usual ones. */
  allowed(): readonly string[] | undefined;
}

/** @param arrived an update may now be fetched */
export function createUpdateQueue(
  now: () => number,
  changed: () => void,
  arrived: () => void,
): UpdateQueue {
  let queued: QueuedUpdate[] = [];
  let next = FIRST_UPDATE;
  let types: readonly string[] = DEFAULT_TYPES;
  const history = new Map<number, QueuedUpdate>();
  const waiting = () => {
    queued = queued.filter(({ expiresAt }) => expiresAt > now());
    return queued;
  };
  const keep = (update: QueuedUpdate) => {
    queued = [...waiting(), update].sort((one, other) => one.id - other.id);
    changed();
    arrived();
  };
  const add = (body: unknown, lane?: string) => {
    const type = typeOf(body);
    if (type !== undefined && !types.includes(type)) return;
    const given = isObject(body) ? body.update_id : undefined;
    const id = isCount(given) ? given : next;
    const life = type === 'callback_query' ? CALLBACK_QUERY_LIFE : DAY;
    const expiresAt = now() + life;
    const update = { id, body, lane: lane ?? `update ${id}`, expiresAt, again: id < next };
    next = Math.max(next, id + 1);
    history.set(id, update);
    keep(update);
  };
  const redeliver = (id: number) => {
    const update = history.get(id);
    if (update === undefined) throw new Error(`There was no update ${id}`);
    if (waiting().includes(update)) throw new Error(`Update ${id} still waits to be fetched`);
    keep({ ...update, expiresAt: now() + DAY, again: true });
  };
  const startOf = (offset: number) => {
    if (offset < 0) queued = waiting().slice(offset);
    return offset <= 0 || offset > next + MAX_AHEAD ? 0 : offset;
  };
  const take = (offset: number, limit: number) => {
    const start = startOf(offset);
    const ready = waiting().filter(({ id, again }) => again || id >= start);
    const taken = ready.slice(0, limit);
    queued = ready.filter((update) => !(update.again && taken.includes(update)));
    changed();
    return taken.map(({ body }) => body);
  };
  const forget = (update: QueuedUpdate) => {
    queued = queued.filter((one) => one !== update);
    changed();
  };
  const allow = (text: string) => {
    types = allowedTypes(text) ?? types;
  };
  return {
    nextId: () => next,
    add,
    redeliver,
    take,
    waiting,
    forget,
    clear: () => {
      queued = [];
      changed();
    },
    allow,
    allowed: () => (types === DEFAULT_TYPES ? undefined : types),
  };
}

/** The one kind an update is of; undefined for what no server would send. */
function typeOf(body: unknown): string | undefined {
  return isObject(body) ? ALL_TYPES.find((type) => type in body) : undefined;
}

/** Undefined where the server keeps what it knows: no list, or a list of something else. */
function allowedTypes(text: string): readonly string[] | undefined {
  let list: unknown;
  try {
    list = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!Array.isArray(list) || list.some((type) => typeof type !== 'string')) return undefined;
  const names = list.map((type: string) => type.toLowerCase());
  const known = ALL_TYPES.filter((type) => names.includes(type));
  const usual = known.length === 0 || known.join() === DEFAULT_TYPES.join();
  return usual ? DEFAULT_TYPES : known;
}
