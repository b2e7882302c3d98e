import type { TelegramLog } from '../log.ts';
import type { SoFar } from '../reply/reply-to.ts';
import type { FormattedText } from '../reply/step.ts';
import { type Failure, failureOf, isOfCall } from '../sending/failure.ts';

/** The longest time that a timer takes. */
export const NEVER_MS = 2 ** 31 - 1;

/** A way to show how far a reply has come. */
export interface Preview {
  /** What it would show of a reply; null while that is nothing. */
  wordsOf(soFar: SoFar): FormattedText | null;
  /**
   * Shows words in the place of those before; never rejects.
   *
   * @param hurry aborted when the whole reply has waited long enough for this
   */
  show(words: FormattedText, hurry: AbortSignal): Promise<Shown>;
  /** Milliseconds after which the same words are shown again. */
  readonly renewMs: number;
}

/** Shows nothing before the reply is whole. */
export const NO_PREVIEW: Preview = {
  wordsOf: () => null,
  show: async () => ({ kind: 'stopped' }),
  renewMs: NEVER_MS,
};

/** What became of words that were to be shown. */
export type Shown =
  /** They are seen; others may take their place after so many milliseconds. */
  | { readonly kind: 'shown'; readonly waitMs: number }
  /** They are not; it may be tried again after so many milliseconds. */
  | { readonly kind: 'put-off'; readonly waitMs: number }
  /** Nothing more of this reply can be shown before it is whole. */
  | { readonly kind: 'stopped' }
  /** Nobody is there any more. */
  | { readonly kind: 'closed' };

/**
 * What a failure means for the preview; the reply itself goes its own way.
 *
 * @param onFailure told of it where it comes from a call of the Bot API
 */
export function afterFailure(
  error: unknown,
  log: TelegramLog,
  onFailure: (failure: Failure) => void = () => {},
): Shown {
  // Whoever has lost the lease, or cannot write, learns it again with the reply.
  if (!isOfCall(error)) return { kind: 'stopped' };
  const failure = failureOf(error);
  onFailure(failure);
  log.info({ reason: failure.reason }, 'A reply in the making could not be shown');
  if (failure.kind === 'flood') return { kind: 'put-off', waitMs: failure.seconds * 1000 };
  return { kind: failure.kind === 'closed' ? 'closed' : 'stopped' };
}
