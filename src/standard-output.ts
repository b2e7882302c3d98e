import type { Output } from './commands/command.ts';

const BAR_WIDTH = 24;

/** Results to one stream, messages and the progress bar to the other; the bar only on a terminal. */
export function standardOutput(results: NodeJS.WriteStream, messages: NodeJS.WriteStream): Output {
  let drawn = -1;
  // Whoever reads may leave early (`| head`) or have no room left: neither is ours to report.
  results.on('error', () => {});
  messages.on('error', () => {});
  return {
    line: (text) => results.write(`${text}\n`),
    write: (text) => results.write(text),
    note: (text) => messages.write(`${text}\n`),
    progress: (share) => {
      const filled = Math.round(share * BAR_WIDTH);
      if (!messages.isTTY || filled === drawn) return;
      drawn = filled;
      const bar = '█'.repeat(filled) + '░'.repeat(BAR_WIDTH - filled);
      messages.write(`\r正在建立索引 ${bar} ${Math.round(share * 100)}%${share === 1 ? '\n' : ''}`);
    },
  };
}
