import type { LeaseKeeper } from '../../lease.ts';
import { onceADay, type RoundsParts, serveRounds } from '../../rounds.ts';
import { keepTexts } from './keep-texts.ts';
import type { RecallParts } from './parts.ts';
import { recallChanged } from './recall-changed.ts';

export interface ServeRecallsParts extends RecallParts, RoundsParts {}

const TICK_MS = 20_000;

/**
 * Tells people of quotes that hold no more, and forgets answers that were given long ago, as long as no
 * other process with the same records does.
 */
export function serveRecalls(parts: ServeRecallsParts): LeaseKeeper {
  const texts = keepTexts(parts.shelf);
  const works = [
    onceADay((now) => parts.givenAnswers.forget(now, parts.answerDays), parts),
    (signal: AbortSignal) => recallChanged(parts, texts, signal),
  ];
  const trouble = 'Answers cannot be recalled now';
  return serveRounds({ name: 'recalls', tickMs: TICK_MS, trouble, works }, parts);
}
