/** What happens outside of the double is looked for at least this often. */
const LOOK_AGAIN_AFTER = 10;

export interface Moments {
  /** Something changed: conditions are looked at again. */
  changed(): void;
  /** @throws naming `what` when the condition does not come true in time */
  until(condition: () => boolean, what: string, timeoutMs?: number): Promise<void>;
  /** Gives up on every condition still waited for. */
  end(): void;
}

export function createMoments(): Moments {
  const waiting = new Set<(ended: boolean) => void>();
  const changed = () => {
    for (const look of waiting) look(false);
  };
  const until = (condition: () => boolean, what: string, timeoutMs = 5000) =>
    new Promise<void>((resolve, reject) => {
      const deadline = performance.now() + timeoutMs;
      const timer = setInterval(() => look(false), LOOK_AGAIN_AFTER);
      const settle = (finish: () => void) => {
        clearInterval(timer);
        waiting.delete(look);
        finish();
      };
      const look = (ended: boolean) => {
        try {
          if (condition()) settle(resolve);
          else if (ended) settle(() => reject(new Error(`The Bot API closed before ${what}`)));
          else if (performance.now() > deadline) {
            settle(() => reject(new Error(`Waited ${timeoutMs} ms in vain until ${what}`)));
          }
        } catch (error) {
          settle(() => reject(error));
        }
      };
      waiting.add(look);
      look(false);
    });
  const end = () => {
    for (const look of waiting) look(true);
  };
  return { changed, until, end };
}
