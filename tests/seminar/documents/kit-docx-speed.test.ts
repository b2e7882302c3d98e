import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { SAMPLE_KIT } from '../../support/seminar/sample-kit.ts';

/** As built: a program that runs from sources spends most of its time translating them. */
const BUILT = new URL('../../../dist/seminar/documents/kit-docx.js', import.meta.url).href;

const PROGRAM = `
import { kitDocx } from '${BUILT}';
const kit = JSON.parse(process.argv[1]);
const start = performance.now();
await kitDocx(kit, { className: '各县干训干部班', date: '2026-03-12' }, ['plan', 'questions', 'record']);
console.log(performance.now() - start);
`;

it('writes the first document of a process within a second, loading of the library included', {
  timeout: 60_000,
}, () => {
  const run = () =>
    Number(
      execFileSync(process.execPath, [
        ...['--input-type=module', '--eval', PROGRAM, JSON.stringify(SAMPLE_KIT)],
      ]),
    );
  // The best of three: other tests run beside this one.
  expect(Math.min(run(), run(), run())).toBeLessThan(1_000);
});
