import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { onTestFinished } from 'vitest';
import { SHIPPED_CORPUS } from '../../support/built-index.ts';
import { AHEAD_MS, type PlanBot } from '../../support/plan-bot.ts';

const SERVER = new URL('serve-until-killed.js', import.meta.url).pathname;

/** What a process is told beside where its bot is. */
export interface ProcessOptions {
  /** Milliseconds that each block of a reply takes; without it they come at once. */
  readonly blockMs?: number;
  /** How many times as fast as the clock the time runs by which it sends what nobody waits for. */
  readonly speed?: number;
  readonly messagesPerSecond?: number;
}

/** All that a process is told. */
export interface ProcessTask extends ProcessOptions {
  readonly corpusFolder: string;
  /** How far its clock is ahead: the same for all, since leases compare instants. */
  readonly aheadMs: number;
  readonly dataFolder: string;
  readonly apiRoot: string;
  readonly token: string;
  /** As the environment would give them. */
  readonly settings: Readonly<Record<string, string>>;
}

/** Serves a bot in a process of its own, which does not outlive the test. */
export function startProcess(
  { api, app, settings }: PlanBot,
  options: ProcessOptions = {},
): ChildProcess {
  const place = { dataFolder: app.config.dataFolder, apiRoot: api.url, token: api.token };
  const given = { corpusFolder: SHIPPED_CORPUS, aheadMs: AHEAD_MS };
  const task: ProcessTask = { ...place, ...given, settings, ...options };
  const child = fork(SERVER, [JSON.stringify(task)], { execArgv: [], stdio: 'inherit' });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

/** Until the operator of a process is shown a line. */
export async function told(child: ChildProcess, line: RegExp): Promise<void> {
  const over = once(child, 'exit').then(([code]) => {
    throw new Error(`Expected a line like ${line} and not the end of the process (${code})`);
  });
  over.catch(() => {});
  for (;;) {
    const [shown] = (await Promise.race([once(child, 'message'), over])) as [unknown];
    if (line.test(String(shown))) return;
  }
}

export async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const exited = once(child, 'exit');
  child.kill(signal);
  await exited;
}
