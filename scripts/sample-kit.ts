/**
 * Makes the sample kit of the manual and its pictures: `npm run sample-kit`; needs LibreOffice and
 * pdftoppm on the machine.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createApp } from '../src/app.ts';
import { parseConfig } from '../src/config.ts';
import { kitDocx } from '../src/seminar/documents/kit-docx.ts';
import { makeKit } from '../src/seminar/make-kit.ts';
import { USUAL_ORDER } from '../src/seminar/order.ts';
import { findOffice, findProgram, printed, run } from '../tests/support/office.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const FOLDER = join(ROOT, 'docs');
const HEAD = { className: '各县干训干部专题班', date: '2026-12-01' };
const DOTS_PER_INCH = 60;
/** Pages of the manual, by their sheet and the page within it. */
const PICTURES = [
  { name: 'seminar-plan', sheet: 'plan', page: 1 },
  { name: 'seminar-agenda', sheet: 'plan', page: 3 },
  { name: 'seminar-questions', sheet: 'questions', page: 1 },
  { name: 'seminar-record', sheet: 'record', page: 1 },
] as const;

const office = findOffice();
const pdftoppm = findProgram('pdftoppm');
if (office === null || pdftoppm === null) {
  throw new Error('Cannot make the sample kit without LibreOffice and poppler-utils');
}
const data = mkdtempSync(join(tmpdir(), 'sample-kit-'));
const app = createApp(parseConfig({ GANXUN_DATA: data }, ROOT));
try {
  const order = { ...USUAL_ORDER, topic: '训前需求调研走过场', audience: '各县干训干部班' };
  const kit = makeKit(await app.index(), order);
  const whole = await kitDocx(kit, HEAD, ['plan', 'questions', 'record']);
  writeFileSync(join(FOLDER, 'sample-seminar-kit.docx'), whole);
  for (const { name, sheet, page } of PICTURES) {
    printed(office, await kitDocx(kit, HEAD, [sheet]), (pdf) => {
      const pages = ['-f', String(page), '-l', String(page), '-singlefile'];
      run(pdftoppm, ['-r', String(DOTS_PER_INCH), '-png', ...pages, pdf, join(FOLDER, name)]);
    });
  }
  const lines = kit.questions.map(({ stage, text, followUps }) => {
    return `- （${stage}）${text}\n  - ${followUps.join('\n  - ')}`;
  });
  console.log(lines.join('\n'));
} finally {
  await app.close();
  rmSync(data, { recursive: true, force: true });
}
