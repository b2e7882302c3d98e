/** A signal that is aborted once the person has left or a time is over; its reason tells which. */
export interface TimeLimit {
  readonly signal: AbortSignal;
  /** Must be called when the work is over. */
  close(): void;
}

/** Holds on to neither the timer nor the other signal once closed, unlike `AbortSignal.any`. */
export function limitTime(left: AbortSignal, milliseconds: number): TimeLimit {
  const controller = new AbortController();
  const abort = () => controller.abort();
  const end = () => controller.abort(new DOMException('The time is over', 'TimeoutError'));
  const timer = setTimeout(end, milliseconds);
  timer.unref();
  left.addEventListener('abort', abort, { once: true });
  if (left.aborted) abort();
  const close = () => {
    clearTimeout(timer);
    left.removeEventListener('abort', abort);
  };
  return { signal: controller.signal, close };
}
