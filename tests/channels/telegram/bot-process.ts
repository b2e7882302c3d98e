import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { onTestFinished } from 'vitest';
import type { PlanBot } from '../../support/plan-bot.ts';

const SERVER = new URL('serve-until-killed.ts', import.meta.url).pathname;

/**
 * Serves a bot in a process of its own, which does not outlive the test.
 *
 * @param blockMs that each block of a reply takes; without it they come at once
 */
export function startProcess({ api, app }: PlanBot, blockMs?: number): ChildProcess {
  const slowly = blockMs === undefined ? [] : [String(blockMs)];
  const args = [app.config.dataFolder, api.url, api.token, ...slowly];
  const child = fork(SERVER, args, { execArgv: ['--import', 'tsx'], stdio: 'inherit' });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

/** Until the operator of a process is shown a line. */
export async function told(child: ChildProcess, line: RegExp): Promise<void> {
  for (;;) {
    const [shown] = (await once(child, 'message')) as [unknown];
    if (line.test(String(shown))) return;
  }
}

export async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const exited = once(child, 'exit');
  child.kill(signal);
  await exited;
}
