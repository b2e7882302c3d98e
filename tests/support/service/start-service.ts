import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const SERVICE = fileURLToPath(new URL('../../../dist/main.js', import.meta.url));
const VITALS = new URL('vitals.js', import.meta.url).href;

/** How a process is. */
export interface Vitals {
  /** Bytes. */
  readonly heapUsed: number;
  readonly rss: number;
  /** What keeps it alive, such as `TCPSocketWrap`, each as often as it is there. */
  readonly resources: readonly string[];
  /** Of its `process`. */
  readonly listeners: number;
  /** Of its event loop since the last time that it was asked, in milliseconds. */
  readonly delay: { readonly p50: number; readonly p99: number; readonly max: number };
}

/** The service as it ships, in a process of its own. */
export interface RunningService {
  /** With a slash at its end. */
  readonly url: string;
  /** @param collects garbage first */
  vitals(collects?: boolean): Promise<Vitals>;
  /** What it has written to stderr, where with `GANXUN_LOG=error` nothing stands but what is wrong. */
  complaints(): string;
  /** What it has written to stdout. */
  output(): string;
  /**
   * Stops it as Ctrl+C does.
   *
   * @returns the exit code; null where it did not end and had to be killed
   */
  stop(): Promise<number | null>;
  /** Ends it in the midst of whatever it does. */
  kill(): Promise<void>;
}

/** Milliseconds; longer than it lets what is under way go on. */
const LONGEST_STOP = 15_000;

/**
 * Starts the service on a free port and waits until it listens.
 *
 * @param settings over those of this process
 * @throws where it ends before it listens, with what it complained of
 */
export async function startService(
  settings: Readonly<Record<string, string>>,
): Promise<RunningService> {
  const env = { ...process.env, GANXUN_PORT: '0', GANXUN_LOG: 'error', ...settings };
  const child = spawn(process.execPath, ['--expose-gc', '--import', VITALS, SERVICE], {
    env,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const complaints: string[] = [];
  child.stderr?.on('data', (piece) => complaints.push(String(piece)));
  const exited = once(child, 'exit');
  const said: string[] = [];
  child.stdout?.on('data', (piece) => said.push(String(piece)));
  let url: string | undefined;
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream });
  for await (const line of lines) {
    [url] = /http:\/\/\S+/u.exec(line) ?? [];
    if (url !== undefined) break;
  }
  if (url === undefined) throw new Error(`Cannot start the service: ${complaints.join('')}`);
  child.stdout?.resume();
  return {
    url,
    vitals: async (collects = false) => {
      child.send({ collects });
      const [vitals] = await once(child, 'message');
      return vitals as Vitals;
    },
    complaints: () => complaints.join(''),
    output: () => said.join(''),
    stop: async () => {
      child.kill('SIGINT');
      const enough = setTimeout(() => child.kill('SIGKILL'), LONGEST_STOP);
      const [code] = await exited;
      clearTimeout(enough);
      return code as number | null;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
  };
}
