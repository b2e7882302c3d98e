/**
 * Does work one turn at a time. Whoever asks while a turn is under way gets the next one, which all
 * who wait for it share: nobody gets what was looked at before they asked.
 */
export function shareTurns<Asked, Done>(
  work: (asked: Asked) => Promise<Done>,
): (asked: Asked) => Promise<Done> {
  let turn: Promise<unknown> = Promise.resolve();
  /** The turn that has not begun yet. */
  let waiting: Promise<Done> | null = null;
  return (asked) => {
    if (waiting !== null) return waiting;
    const mine = turn.then(() => {
      waiting = null;
      return work(asked);
    });
    waiting = mine;
    turn = mine.catch(() => {});
    return mine;
  };
}
