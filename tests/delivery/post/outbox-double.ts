import type { Outbox, Outcome, Outgoing } from '../../../src/delivery/outbox.ts';
import { UserFacingError } from '../../../src/errors.ts';

export interface Row {
  readonly message: Outgoing;
  state: 'ready' | 'sending' | 'sent' | 'failed' | 'uncertain';
  holder: string | null;
}

/** Messages in the order in which they are to go, kept nowhere. */
export interface OutboxDouble extends Outbox {
  readonly rows: readonly Row[];
  /** The most that were on their way at the same time. */
  readonly mostSending: number;
  /** Results that each call of `settle` brought. */
  readonly settled: readonly number[];
  add(id: string, key: string): void;
  /** The next calls of a method fail as records do that are locked. */
  lock(method: keyof Outbox, times: number): void;
  /** What is held up here comes before each answer. */
  delay: () => Promise<void>;
}

const STATES = { sent: 'sent', failed: 'failed', uncertain: 'uncertain', again: 'ready' } as const;

export function createOutboxDouble(): OutboxDouble {
  const rows: Row[] = [];
  const settled: number[] = [];
  const locked = new Map<keyof Outbox, number>();
  let mostSending = 0;
  const enter = async (method: keyof Outbox) => {
    await double.delay();
    const times = locked.get(method) ?? 0;
    locked.set(method, times - 1);
    if (times > 0) throw new UserFacingError('记录库正被其他程序占用，这次没有保存，请稍后再试。');
  };
  const carryOut = (id: string, outcome: Outcome, holder: string) => {
    const row = rows.find(({ message }) => message.id === id);
    if (row?.state !== 'sending' || row.holder !== holder) return;
    row.state = STATES[outcome.kind];
    row.holder = null;
  };
  const double: OutboxDouble = {
    rows,
    settled,
    get mostSending() {
      return mostSending;
    },
    delay: async () => {},
    add: (id, key) => {
      const message = { id, key, text: `第${id}条`, buttons: [] };
      rows.push({ message, state: 'ready', holder: null });
    },
    lock: (method, times) => void locked.set(method, times),
    ready: async (_, limit) => {
      await enter('ready');
      const ready = rows.filter(({ state }) => state === 'ready');
      return ready.slice(0, limit).map(({ message }) => message);
    },
    begin: async (ids, holder) => {
      await enter('begin');
      const begun = rows.filter((row) => ids.includes(row.message.id) && row.state === 'ready');
      for (const row of begun) Object.assign(row, { state: 'sending', holder });
      mostSending = Math.max(mostSending, rows.filter(({ state }) => state === 'sending').length);
      return new Set(begun.map(({ message }) => message.id));
    },
    settle: async (results, holder) => {
      await enter('settle');
      settled.push(results.length);
      for (const { id, outcome } of results) carryOut(id, outcome, holder);
    },
    giveUp: async (_, holder) => {
      await enter('giveUp');
      const left = rows.filter((row) => row.state === 'sending' && row.holder !== holder);
      for (const row of left) row.state = 'uncertain';
      return left.length;
    },
    reopen: async () => {},
  };
  return double;
}
