import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { medianOf, type Report, round } from './figures.ts';

const COMMAND = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
const RUNS = 9;

/** Seconds of `ask` from cold with a built index, and as a ratio to an empty Node process. */
export function benchColdStart(dataFolder: string, report: Report): void {
  const env = { ...process.env, GANXUN_DATA: dataFolder };
  const ask = () => secondsOf([COMMAND, 'ask', '培训经费列入什么预算', '--json'], env);
  const nothing = () => secondsOf(['-e', '0'], env);
  ask();
  const pairs = Array.from({ length: RUNS }, () => ({ ask: ask(), nothing: nothing() }));
  report({
    bench: 'cold-start',
    askSeconds: round(medianOf(pairs.map((one) => one.ask))),
    nodeSeconds: round(medianOf(pairs.map((one) => one.nothing))),
    ratio: round(medianOf(pairs.map((one) => one.ask / one.nothing))),
  });
}

function secondsOf(args: readonly string[], env: NodeJS.ProcessEnv): number {
  const begun = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`Cannot measure ${args.join(' ')}: ${stderr}`);
  return (performance.now() - begun) / 1000;
}
