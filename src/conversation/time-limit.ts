import { followSignals } from '../model/care/follow-signals.ts';

/** A signal that is aborted once the person has left or a time is over; its reason tells which. */
export interface TimeLimit {
  readonly signal: AbortSignal;
  /** Must be called when the work is over. */
  close(): void;
}

/** Holds on to neither the timer nor the other signal once closed, unlike `AbortSignal.any`. */
export function limitTime(left: AbortSignal, milliseconds: number): TimeLimit {
  const { controller, release } = followSignals([left]);
  const end = () => controller.abort(new DOMException('The time is over', 'TimeoutError'));
  const timer = setTimeout(end, milliseconds);
  timer.unref();
  const close = () => {
    clearTimeout(timer);
    release();
  };
  return { signal: controller.signal, close };
}
