import { Worker } from 'node:worker_threads';

export interface ApartLimits {
  /** Milliseconds; null for as long as it takes. */
  readonly timeMs: number | null;
  /** Megabytes of memory for objects. */
  readonly memoryMb: number;
  /** Ends the thread, and then the wait for it. */
  readonly signal?: AbortSignal;
}

/** A thread that was ended before it had done its job. */
export class ThreadEnded extends Error {
  override readonly name = 'ThreadEnded';

  readonly reason: 'time' | 'memory';

  constructor(reason: 'time' | 'memory') {
    super(`Cannot finish a job in its thread: it took too much ${reason}`);
    this.reason = reason;
  }
}

/**
 * Does a job in a thread of its own and gives what it posts first; the thread is then over.
 *
 * @param module URL of the thread's module, ending in `.ts` in the sources and in `.js` once built
 * @param job plain data or bytes, copied into the thread as its `workerData`
 * @throws ThreadEnded where it took more than it may, or whatever the thread threw
 */
export function runApart<Done>(module: URL, job: unknown, limits: ApartLimits): Promise<Done> {
  return new Promise<Done>((resolve, reject) => {
    const thread = new Worker(module, {
      workerData: job,
      // What is not built yet is read as the process itself reads it.
      execArgv: module.pathname.endsWith('.ts') ? ['--import', 'tsx'] : [],
      resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb },
    });
    const { signal } = limits;
    const over = (settle: () => void) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
      settle();
      void thread.terminate();
    };
    const abort = () => {
      void thread.terminate().then(() => over(() => reject(signal?.reason)));
    };
    if (signal?.aborted) abort();
    else signal?.addEventListener('abort', abort);
    const timer = setTimeout(
      () => over(() => reject(new ThreadEnded('time'))),
      limits.timeMs ?? 2 ** 31 - 1,
    );
    thread.once('message', (done: Done) => over(() => resolve(done)));
    thread.once('error', (error: NodeJS.ErrnoException) =>
      over(() =>
        reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new ThreadEnded('memory') : error),
      ),
    );
    thread.once('exit', () =>
      over(() => reject(new Error('Cannot finish a job: its thread is over'))),
    );
  });
}

/** The URL of a thread's module beside the one that starts it, by its name without extension. */
export function threadBeside(importer: string, name: string): URL {
  return new URL(`./${name}${importer.endsWith('.ts') ? '.ts' : '.js'}`, importer);
}
