import type { App } from '../../src/app.ts';
import type { Command } from '../../src/commands/command.ts';
import { UsageError } from '../../src/errors.ts';

/** Runs a command without a process of its own and without an index; its code is what the process ends with. */
export async function runCommand(command: Command, args: readonly string[]) {
  const lines: string[] = [];
  const notes: string[] = [];
  const app = { config: { zone: 'Asia/Shanghai' }, clock: { now: () => new Date() } };
  const output = {
    line: (text: string) => void lines.push(text),
    note: (text: string) => void notes.push(text),
    ...{ write: () => {}, progress: () => {} },
  };
  const context = { app: app as unknown as App, output, input: process.stdin };
  const code = await command(args, context).catch((error: Error) => {
    notes.push(error.message);
    return error instanceof UsageError ? 2 : 1;
  });
  return { code, out: lines.join('\n'), err: notes.join('\n') };
}
