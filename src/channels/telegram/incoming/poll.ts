import { createRunner, createSource, type UpdateSink } from '@grammyjs/runner';
import type { Bot } from 'grammy';
import type { Update } from 'grammy/types';
import { LeaseLost, pause } from '../../../lease.ts';
import { forClient } from '../bot.ts';
import { type Link, waitAfter } from '../link.ts';
import { failureOf, isOfCall } from '../sending/failure.ts';
import { ALLOWED_UPDATES, type Intake, idOf } from './intake.ts';

export interface PollParts {
  readonly bot: Bot;
  readonly intake: Intake;
  readonly link: Link;
  /** Ends the polling. */
  readonly signal: AbortSignal;
  readonly retryMs: number;
  /** Where updates are dealt with. */
  readonly sink: UpdateSink<Update>;
  /** Told where updates cannot be kept; Telegram keeps them meanwhile. */
  onTrouble(error: unknown): void;
}

const LONG_POLL_SECONDS = 30;
const MOST_AT_ONCE = 100;
const FAREWELL_MS = 1000;

/** Asks for updates until the signal is aborted; what an earlier process left comes first. */
export async function poll({ bot, intake, signal, sink, ...parts }: PollParts): Promise<void> {
  let offset = 0;
  let isFirst = true;

  const fetchBatch = async (until: AbortSignal): Promise<Update[]> => {
    // As many as there are, whatever room the runner reports: they wait in the inbox as safely.
    const [limit, timeout] = [MOST_AT_ONCE, LONG_POLL_SECONDS];
    const asked = { offset, limit, timeout, allowed_updates: ALLOWED_UPDATES };
    const updates: unknown = await bot.api.getUpdates(asked, forClient(until));
    if (!Array.isArray(updates)) throw new Error('Telegram sent no list of updates');
    const fresh = await intake.accept(updates);
    // They are kept: the next call tells Telegram to forget them.
    const ids = updates.flatMap((update) => idOf(update) ?? []);
    if (ids.length > 0) offset = Math.max(...ids) + 1;
    else if (updates.length > 0) await pause(parts.retryMs, signal);
    parts.link.up();
    return fresh;
  };

  const supply = async (until: AbortSignal): Promise<Update[]> => {
    for (;;) {
      try {
        if (isFirst) {
          const left = await intake.pending();
          isFirst = false;
          if (left.length > 0) return left;
        }
        return await fetchBatch(until);
      } catch (error) {
        if (signal.aborted || error instanceof LeaseLost) throw error;
        await pause(told(error, parts), signal);
      }
    }
  };

  const source = createSource({
    supply: (_, until) => supply(until as unknown as AbortSignal),
  });
  const runner = createRunner(source, sink);
  const stop = () => void runner.stop();
  signal.addEventListener('abort', stop);
  runner.start();
  if (signal.aborted) stop();
  try {
    await runner.task();
  } finally {
    signal.removeEventListener('abort', stop);
  }
  if (offset > 0) await confirm(bot, offset);
}

/** What was taken in is confirmed at the end too, for whoever goes on with other records. */
async function confirm(bot: Bot, offset: number): Promise<void> {
  const patience = forClient(AbortSignal.timeout(FAREWELL_MS));
  await bot.api.getUpdates({ offset, limit: 1, timeout: 0 }, patience).catch(() => {});
}

type Listeners = Pick<PollParts, 'link' | 'onTrouble' | 'retryMs'>;

/** Milliseconds to wait after what was told. */
function told(error: unknown, { link, onTrouble, retryMs }: Listeners): number {
  const failure = isOfCall(error) ? failureOf(error) : null;
  if (failure === null) onTrouble(error);
  else link.down(failure);
  return failure === null ? retryMs : waitAfter(failure, retryMs);
}
