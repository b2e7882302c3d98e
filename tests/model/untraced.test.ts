import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';
import { startModelDouble } from '../support/model-double/start-model-double.ts';

const PROGRAM = fileURLToPath(new URL('./ask-with-tracing.ts', import.meta.url));

/** What reaches the service that LangChain would tell of everything, and what is printed. */
async function toldBy(
  mode: 'as it is' | 'untraced',
): Promise<{ reports: number; printed: string }> {
  const double = await startModelDouble();
  onTestFinished(() => double.close());
  double.answer(() => ({ kind: 'text', text: '好的。' }));
  let reports = 0;
  const service = createServer((request, response) => {
    reports++;
    request.resume();
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  });
  await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void service.close());
  const env = {
    PATH: process.env.PATH,
    LANGSMITH_TRACING: 'true',
    LANGSMITH_API_KEY: 'ls-key',
    LANGSMITH_ENDPOINT: `http://127.0.0.1:${(service.address() as AddressInfo).port}`,
    LANGCHAIN_VERBOSE: 'true',
  };
  const run = promisify(execFile);
  const args = ['--import', 'tsx', PROGRAM, double.url, mode];
  const { stdout, stderr } = await run(process.execPath, args, { env });
  expect(double.requests).toHaveLength(2);
  return { reports, printed: stdout + stderr };
}

it('nothing of what is asked is told to others, whatever the environment says', async () => {
  const told = await toldBy('as it is');
  expect(told.reports).toBeGreaterThan(0);
  expect(told.printed).toContain('私下的提问');
  const untold = await toldBy('untraced');
  expect(untold.reports).toBe(0);
  expect(untold.printed).not.toContain('私下的提问');
});
