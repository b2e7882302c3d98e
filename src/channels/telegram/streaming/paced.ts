import { setImmediate as nextTurn } from 'node:timers/promises';
import { pause } from '../../../lease.ts';
import type { FormattedText } from '../reply/step.ts';
import type { Preview, Shown } from './preview.ts';

/** Shows the newest words at a measured pace; those that were overtaken are never shown. */
export interface Paced {
  set(words: FormattedText): void;
  /** Shows nothing more; settles once nothing is under way. */
  end(): Promise<void>;
}

export interface PacedParts extends Pick<Preview, 'renewMs'> {
  /** Milliseconds before which nothing is shown. */
  readonly startMs: number;
  /** Must not reject; the signal is aborted when what is under way should be given up. */
  show(words: FormattedText, hurry: AbortSignal): Promise<Shown>;
}

/** What is on its way when the whole reply is ready is waited for so long, in milliseconds. */
const PATIENCE_MS = 500;

export function createPaced({ show, startMs, renewMs }: PacedParts): Paced {
  const over = new AbortController();
  const hurry = new AbortController();
  let news = new AbortController();
  let newest: FormattedText | null = null;

  const run = async (): Promise<void> => {
    let seen: FormattedText | null = null;
    await pause(startMs, over.signal);
    while (!over.signal.aborted) {
      if (newest === seen) {
        news = new AbortController();
        await pause(renewMs, news.signal);
        // What comes in one go is shown in one go.
        await nextTurn();
      }
      if (over.signal.aborted) return;
      if (newest === null) continue;
      const words: FormattedText = newest;
      const shown = await show(words, hurry.signal);
      if (shown.kind === 'stopped' || shown.kind === 'closed') return;
      seen = shown.kind === 'shown' ? words : null;
      await pause(shown.waitMs, over.signal);
    }
  };
  const running = run();

  return {
    set: (words) => {
      newest = words;
      news.abort();
    },
    end: async () => {
      over.abort();
      news.abort();
      const patience = setTimeout(() => hurry.abort(), PATIENCE_MS);
      await running;
      clearTimeout(patience);
    },
  };
}
