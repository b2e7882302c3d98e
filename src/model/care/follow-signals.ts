/** A controller that is aborted along with the signals it follows. */
export interface Following {
  readonly controller: AbortController;
  /** Follows them no more. */
  release(): void;
}

/**
 * Unlike what AbortSignal.any gives, it can be let go: a signal that lives longer than its calls
 * gathers nothing of them.
 */
export function followSignals(signals: readonly AbortSignal[]): Following {
  const controller = new AbortController();
  const leads = signals.map((signal) => {
    const follow = () => controller.abort(signal.reason);
    if (signal.aborted) follow();
    else signal.addEventListener('abort', follow);
    return () => signal.removeEventListener('abort', follow);
  });
  const release = () => {
    for (const leave of leads) leave();
  };
  return { controller, release };
}
