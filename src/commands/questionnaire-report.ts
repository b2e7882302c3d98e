import { readFile, writeFile } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { App } from '../app.ts';
import { dateIn } from '../clock.ts';
import { messageOf, UsageError, UserFacingError } from '../errors.ts';
import { analyse } from '../questionnaire/analysis/analyse.ts';
import { describeAnalysis } from '../questionnaire/analysis/describe-analysis.ts';
import { type ResponseRemark, readResponses } from '../questionnaire/analysis/read-responses.ts';
import { withTrueBases } from '../questionnaire/drafting/true-bases.ts';
import { readAnyFile } from '../questionnaire/file/read-any-file.ts';
import type { Questionnaire } from '../questionnaire/questionnaire.ts';
import { reportFile } from '../questionnaire/report/report-file.ts';
import { REPORT_FORMATS, type ReportFormat } from '../questionnaire/report/report-head.ts';
import { reportLines } from '../questionnaire/report/report-lines.ts';
import type { Command } from './command.ts';

const MOST_REMARKS = 20;

/**
 * `questionnaire report FILE --responses FILE.csv [--invited N] [--json] [--out
 * FILE.docx|.html|.xlsx|.csv]`: what responses say that were gathered elsewhere.
 */
export const reportByCommand: Command = async (args, { app, output }) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      responses: { type: 'string' },
      invited: { type: 'string' },
      json: { type: 'boolean', default: false },
      out: { type: 'string' },
    },
  });
  const [path] = positionals;
  if (path === undefined || values.responses === undefined || positionals.length > 1) {
    throw new UsageError(
      '用法：questionnaire report 问卷.json --responses 答卷.csv [--invited 发放人数] [--json] [--out 文件.docx|.html|.xlsx|.csv]。',
    );
  }
  // What cannot be written is told before anything is counted.
  const format = values.out === undefined ? null : formatOf(values.out);
  if ([path, values.responses].some((one) => resolve(one) === resolve(values.out ?? ''))) {
    throw new UsageError('--out 与答卷或者问卷是同一个文件，会被覆盖，请换一个文件名。');
  }
  const invited = values.invited === undefined ? null : invitedOf(values.invited);
  const questionnaire = await withApprovedBases(await openQuestionnaire(path), app, output.note);
  const read = readResponses(await open(values.responses), questionnaire);
  if (!read.ok) throw new UserFacingError(read.problem);
  if (invited !== null && invited < read.responses.length) {
    throw new UsageError(
      `答卷有 ${read.responses.length} 份，比 --invited 的 ${invited} 人还多，请核对发放人数。`,
    );
  }
  tell(read.remarks, output.note);
  const analysis = analyse(questionnaire, read.responses, invited);
  const head = {
    ...{ title: questionnaire.title, audience: questionnaire.audience, opened: '', closed: '' },
    madeOn: dateIn(app.config.zone, app.clock.now()),
  };
  if (values.out !== undefined && format !== null) {
    await keep(values.out, await reportFile(analysis, questionnaire, head, format));
    output.note(`已写入 ${values.out}。`);
  }
  if (values.json) {
    output.line(JSON.stringify({ ...describeAnalysis(analysis), remarks: read.remarks }));
  } else if (values.out === undefined) {
    const parts = reportLines(analysis, questionnaire, head);
    output.line(parts.map(({ heading, lines }) => [heading, ...lines].join('\n')).join('\n\n'));
  }
  return 0;
};

function formatOf(path: string): ReportFormat {
  const ending = extname(path).toLowerCase().slice(1);
  const format = REPORT_FORMATS.find((one) => one === ending);
  if (format !== undefined) return format;
  throw new UsageError(
    '--out 的文件名以 .docx（报告）、.html（网页）、.xlsx（数据和说明）或 .csv（数据）结尾。',
  );
}

function invitedOf(text: string): number {
  const count = Number(text.normalize('NFKC'));
  if (Number.isInteger(count) && count > 0) return count;
  throw new UsageError('--invited 写发放问卷的人数，例如 --invited 120。');
}

async function openQuestionnaire(path: string): Promise<Questionnaire> {
  const text = new TextDecoder().decode(await open(path));
  const read = readAnyFile(text);
  if (read.ok) return read.questionnaire;
  throw new UserFacingError(`问卷文件有问题，请改好后再试：\n${read.problems.join('\n')}`);
}

/** The report quotes what items come from, so that is held against the approved text. */
async function withApprovedBases(
  said: Questionnaire,
  app: Pick<App, 'index'>,
  note: (text: string) => void,
): Promise<Questionnaire> {
  if (said.items.every(({ basis }) => basis === null)) return said;
  const { questionnaire, dropped } = withTrueBases(said, await app.index());
  if (dropped.length > 0) {
    note(`${dropped.join('、')}：标注的依据与已审定的原文不一致，报告中不列依据。`);
  }
  return questionnaire;
}

async function open(path: string): Promise<Uint8Array> {
  return readFile(path).catch(() => {
    throw new UserFacingError(`读不到文件“${path}”，请检查路径。`);
  });
}

function tell(remarks: readonly ResponseRemark[], note: (text: string) => void): void {
  if (remarks.length > 0) note(`答卷中有 ${remarks.length} 处请核对，其余照常统计：`);
  for (const { row, column, problem } of remarks.slice(0, MOST_REMARKS)) {
    note(`  第 ${row} 行${column === 0 ? '' : `第 ${column} 列`}：${problem}`);
  }
  const more = remarks.length - MOST_REMARKS;
  if (more > 0) note(`  另有 ${more} 处，加 --json 可以看到全部。`);
}

async function keep(path: string, made: Uint8Array): Promise<void> {
  try {
    await writeFile(path, made);
  } catch (error) {
    throw new UserFacingError(`写不了文件 ${path}，请检查文件夹和权限（${messageOf(error)}）。`);
  }
}
