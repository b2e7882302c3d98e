import { platform, setPriority } from 'node:os';
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
 * @param given buffers within the job that are handed over and not copied; nobody else may use them any more
 * @throws ThreadEnded where it took more than it may, or whatever the thread threw
 */
export function runApart<Done>(
  module: URL,
  job: unknown,
  limits: ApartLimits,
  given: readonly ArrayBuffer[] = [],
): Promise<Done> {
  return new Promise<Done>((resolve, reject) => {
    const [entry, options] = entryOf(module);
    const thread = new Worker(entry, {
      ...options,
      workerData: job,
      execArgv: [],
      transferList: [...given],
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

/** What is not built yet is read through tsx, which has to be begun within the thread. */
function entryOf(module: URL): [entry: URL | string, options: { readonly eval: boolean }] {
  if (!module.pathname.endsWith('.ts')) return [module, { eval: false }];
  const code = `import('tsx/esm/api').then(({ register }) => {
    register();
    return import(${JSON.stringify(module.href)});
  });`;
  return [code, { eval: true }];
}

/** Of the scale from -20 to 19, on which a higher one gives way to a lower. */
const GIVES_WAY = 19;

/**
 * Lets the threads that people wait for go before the calling one. On Linux a priority is that of a
 * thread; elsewhere it would be that of the whole process, and nothing is done.
 */
export function giveWay(): void {
  if (platform() !== 'linux') return;
  try {
    setPriority(GIVES_WAY);
  } catch {
    // A system that forbids it shares its time as it sees fit.
  }
}
