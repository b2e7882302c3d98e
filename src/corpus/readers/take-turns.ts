/** Runs a job when its turn has come; null where too many are waiting already. */
export type TakeTurn = <Done>(job: () => Promise<Done>) => Promise<Done> | null;

/** Lets a few jobs run at a time; the others wait in the order in which they came. */
export function takeTurns(atOnce: number, mostWaiting: number): TakeTurn {
  let running = 0;
  const waiting: (() => void)[] = [];
  const next = () => {
    running--;
    waiting.shift()?.();
  };
  return <Done>(job: () => Promise<Done>) => {
    if (running >= atOnce && waiting.length >= mostWaiting) return null;
    return new Promise<Done>((resolve) => {
      const run = () => {
        running++;
        // A job that throws before it promises anything gives its turn on too.
        resolve(Promise.resolve().then(job).finally(next));
      };
      if (running < atOnce) run();
      else waiting.push(run);
    });
  };
}
