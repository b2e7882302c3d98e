/**
 * All benchmarks, one line of JSON a figure. `npm run bench` needs no file beside the repository;
 * `npm run bench -- --passages FILE --questions FILE` measures retrieval on a collection of yours.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { benchAnswering } from './answering.ts';
import { benchCheckIns } from './check-ins.ts';
import { benchColdStart } from './cold-start.ts';
import { benchGate } from './gate.ts';
import { CORPUS, writeGrownCorpus } from './grown-corpus.ts';
import { benchInsight } from './insight.ts';
import { benchLargeCorpus } from './large-corpus.ts';
import { benchLedger } from './ledger.ts';
import { benchModel, benchModelOn } from './model.ts';
import { benchPage } from './page.ts';
import { benchQuestionnaire } from './questionnaire.ts';
import { benchReading } from './reading.ts';
import { benchReminders } from './reminders.ts';
import { benchRetrieval } from './retrieval.ts';
import { benchSeminar } from './seminar.ts';
import { benchSurveyRespondents } from './survey-respondents.ts';
import { benchTelegram } from './telegram.ts';
import { benchWeb } from './web.ts';
import { benchWordFiles } from './word-files.ts';
import { benchYearOfRecords } from './year-of-records.ts';

const COMMAND = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
/** Copies of the plan, which has 26 passages: 100× and beyond 10,000 passages. */
const COPIES = [100, 400];

const { values } = parseArgs({
  options: { passages: { type: 'string' }, questions: { type: 'string' } },
});
const folder = mkdtempSync(join(tmpdir(), 'ganxun-bench-'));
const report = (line: Record<string, unknown>) => console.log(JSON.stringify(line));
try {
  const shipped = join(folder, 'shipped');
  benchIndexing(CORPUS, shipped, 'shipped');
  benchQuestionnaire(report);
  await benchWordFiles(report);
  await benchAnswering(CORPUS, shipped, 'shipped', report);
  await benchSeminar(CORPUS, shipped, report);
  await benchReading(shipped, report);
  benchColdStart(shipped, report);
  await benchWeb(shipped, report);
  await benchTelegram(shipped, report);
  await benchCheckIns(report);
  await benchSurveyRespondents(report);
  await benchYearOfRecords(report);
  await benchReminders(report);
  await benchInsight(report);
  await benchLedger(report);
  await benchGate(report);
  await benchPage(report);
  await benchModel(shipped, report);
  for (const copies of COPIES) {
    const corpus = join(folder, `corpus-${copies}`);
    const data = join(folder, `data-${copies}`);
    writeGrownCorpus(corpus, copies);
    benchIndexing(corpus, data, `plan × ${copies}`);
    await benchAnswering(corpus, data, `plan × ${copies}`, report);
    await benchModelOn(corpus, data, `plan × ${copies}`, report);
  }
  await benchLargeCorpus(report, 'large');
  await benchLargeCorpus(report, 'many');
  await benchRetrieval(values, report);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Seconds and peak memory of `corpus index` as a process of its own. */
function benchIndexing(corpus: string, data: string, label: string): void {
  const env = { ...process.env, GANXUN_CORPUS: corpus, GANXUN_DATA: data };
  const script = `process.argv.splice(1, 0, ''); process.on('exit', () => console.log('#' + process.resourceUsage().maxRSS)); await import(${JSON.stringify(COMMAND)});`;
  const begun = performance.now();
  const args = ['--input-type=module', '-e', script, 'corpus', 'index'];
  const { stdout, stderr } = spawnSync(process.execPath, args, { env, encoding: 'utf8' });
  const kilobytes = Number(/#(\d+)/u.exec(stdout)?.[1]);
  if (Number.isNaN(kilobytes)) throw new Error(`Cannot index ${label}: ${stderr}`);
  report({
    bench: 'index',
    corpus: label,
    passages: Number(/段落 (\d+)/u.exec(stdout)?.[1]),
    seconds: Math.round((performance.now() - begun) / 10) / 100,
    peakMB: Math.round(kilobytes / 1024),
  });
}
