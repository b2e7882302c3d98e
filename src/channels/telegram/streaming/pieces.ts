import type { SoFar } from '../reply/reply-to.ts';

/**
 * Tells a reply that is made piece by piece from one whose blocks are there at once, as they are
 * without a model: that one is sent as it is, and nothing of it is shown before.
 *
 * @returns to be asked at each step of one reply
 */
export function watchPieces(): (soFar: SoFar) => boolean {
  let isInPieces = false;
  let isFirstTurnOver = false;
  return ({ blocks, word }) => {
    if (blocks.length === 1) setImmediate(() => (isFirstTurnOver = true));
    isInPieces ||= word !== null || isFirstTurnOver;
    return isInPieces;
  };
}
