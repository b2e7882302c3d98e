import { parseArgs } from 'node:util';
import { UsageError, UserFacingError } from '../errors.ts';
import { readForLint } from '../questionnaire/file/read-file.ts';
import type { Finding } from '../questionnaire/lint/finding.ts';
import { lintQuestionnaire } from '../questionnaire/lint/lint-questionnaire.ts';
import { wholeMinutesOf } from '../questionnaire/minutes.ts';
import { isQuestion, type Questionnaire } from '../questionnaire/questionnaire.ts';
import type { Command } from './command.ts';
import { readNamedFile } from './required.ts';

/** `questionnaire lint FILE [--json]`: what is wrong with a questionnaire, and how to mend it. */
export const lintByCommand: Command = async (args, { output }) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false } },
  });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) {
    throw new UsageError('请写明一个问卷文件，例如：questionnaire lint 问卷.json');
  }
  const read = readForLint(await readNamedFile(file));
  if (!read.ok) throw new UserFacingError(`检查不了 ${file}：${read.problems.join('')}`);
  const findings = lintQuestionnaire(read.questionnaire);
  if (values.json) output.line(JSON.stringify({ findings }));
  else for (const line of linesOf(read.questionnaire, findings)) output.line(line);
  return 0;
};

function linesOf(questionnaire: Questionnaire, findings: readonly Finding[]): string[] {
  const { items } = questionnaire;
  const questions = items.filter(isQuestion).length;
  const minutes = wholeMinutesOf(questionnaire);
  const head = `共 ${questions} 道题，约需 ${minutes} 分钟。`;
  if (findings.length === 0) return [head, '没有发现问题。'];
  return [
    head,
    `发现 ${findings.length} 处问题：`,
    ...findings.flatMap(({ item, rule, message, mend }) => {
      const at = items.findIndex(({ id }) => id === item);
      const where = at === -1 ? '整份问卷' : `第 ${at + 1} 项“${items[at]?.text.slice(0, 30)}”`;
      return ['', `${where}　${rule}`, `　问题：${message}`, `　修改：${mend}`];
    }),
  ];
}
