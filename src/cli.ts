#!/usr/bin/env node
import { fileURLToPath } from 'node:url';
import { createApp } from './app.ts';
import type { Command } from './commands/command.ts';
import { parseConfig } from './config.ts';
import { messageOf, UsageError, UserFacingError } from './errors.ts';
import { withoutTracing } from './model/untraced.ts';
import { standardOutput } from './standard-output.ts';

const USAGE = `用法：npm run --silent ganxun -- 命令

  ask "问题" [--json] [--without-faq] [--with-model]
                                          提问，逐字引用原文作答
  ask --batch 文件 --json                 逐行回答 JSONL 文件中的问题
  chat                                    在终端中对话
  search "词句" [--limit 10] [--json]     命中测试：查看找到哪些段落及原因
  corpus list | show | text | diff | check | index
                                          资料清单、登记、全文、比较、检查、建立索引
  corpus gate | release                   用把关题检查资料，把关没有通过仍然启用
  corpus add | change | submit | approve | return | retire | discard
                                          收进草稿、修改登记、提交、批准、退回、停用、放弃
  corpus export | import 文件.zip          导出、导入整套资料
  evaluate answers --questions 文件 [--with-model]
                                          用题目检验作答，比较用不用模型
  evaluate retrieval --passages 文件 --questions 文件 [--unanswerable 文件]
                                          用文集检验检索
  people list | classes | new-class | invite | invitations | withdraw | import | remove | audit
                                          人员、班次、邀请和名单导入
  recall check | suggest 资料编号          检查回忆题，列出备选题
  seminar "主题" [--audience 对象] [--people 人数] [--minutes 分钟] [--method 方法]
          [--situation 本地情况] [--class 班次] [--date 日期] [--sheets 研讨方案,题目清单,记录表]
          [--out 文件.docx|.html|.txt] [--json] [--with-model]
                                          生成结构化研讨的研讨方案、题目清单和记录表
  questionnaire draft --audience 对象 [--topic 主题]… [--purpose 用途] [--period 时间]
          [--kind needs|evaluation] [--json] [--out 文件.json]
                                          起草培训需求问卷或班次评估问卷
  questionnaire lint 文件.json [--json]     检查问卷里的题目，列出问题和改法
  questionnaire report 问卷.json --responses 答卷.csv [--invited 发放人数] [--json]
          [--out 文件.docx|.html|.xlsx|.csv]
                                          由答卷生成培训需求报告，不足五人的数字不列出
  remind create | confirm | stop | drop | list | show | report | filters
                                          学习提醒和班务通知：新建、确认、停止、查看发送情况
  stats [--days 7|30|90] [--json] [--out 文件.xlsx]
                                          运行情况：提问、答复、资料引用和消息的合计
  ledger list | show 编号 [--json]         查看待答问题：问法、状态和答复，不含提问人
  feedback [--json]                       查看意见建议和“没帮助”的提问
  backup 文件 [--force]                    备份记录（服务运行时也可以）
  restore 文件 [--yes]                     用备份恢复记录
  doctor                                  检查设置、资料和索引`;

/** Commands are loaded when named, so that a question does not wait for what it does not need. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  ask: async () => (await import('./commands/ask.ts')).ask,
  chat: async () => (await import('./commands/chat.ts')).chat,
  search: async () => (await import('./commands/search.ts')).search,
  corpus: async () => (await import('./commands/corpus.ts')).corpus,
  evaluate: async () => (await import('./commands/evaluate.ts')).evaluate,
  people: async () => (await import('./commands/people.ts')).people,
  recall: async () => (await import('./commands/recall.ts')).recall,
  seminar: async () => (await import('./commands/seminar.ts')).seminar,
  questionnaire: async () => (await import('./commands/questionnaire.ts')).questionnaire,
  remind: async () => (await import('./commands/remind.ts')).remind,
  stats: async () => (await import('./commands/stats.ts')).stats,
  ledger: async () => (await import('./commands/ledger.ts')).ledger,
  feedback: async () => (await import('./commands/feedback.ts')).feedback,
  backup: async () => (await import('./commands/backup.ts')).backup,
  restore: async () => (await import('./commands/backup.ts')).restore,
  doctor: async () => (await import('./commands/doctor.ts')).doctor,
};

const DONE = 0;
const FAILED = 1;
const WRONG_USE = 2;

async function run(argv: readonly string[]): Promise<number> {
  const [name = '', ...args] = argv;
  const output = standardOutput(process.stdout, process.stderr);
  if (
    args.includes('--help') ||
    args.includes('-h') ||
    name === 'help' ||
    name === '--help' ||
    name === '-h'
  ) {
    output.line(USAGE);
    return DONE;
  }
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (load === undefined) {
    output.note(name === '' ? USAGE : `没有“${name}”这个命令。\n\n${USAGE}`);
    return WRONG_USE;
  }
  try {
    const root = fileURLToPath(new URL('..', import.meta.url));
    withoutTracing(process.env);
    const app = createApp(parseConfig(process.env, root));
    const command = await load();
    return await command(args, { app, output, input: process.stdin }).finally(app.close);
  } catch (error) {
    output.note(describeFailure(error));
    return error instanceof UsageError || isArgumentError(error) ? WRONG_USE : FAILED;
  }
}

function describeFailure(error: unknown): string {
  if (error instanceof UserFacingError) return error.message;
  if (isArgumentError(error)) return `参数有误，请对照下面的用法。\n\n${USAGE}`;
  return `出现意外错误：${messageOf(error)}。请运行 doctor 检查；仍不能解决的，请把这行信息反馈给维护人员。`;
}

/** What `parseArgs` throws for an option it does not know. */
function isArgumentError(error: unknown): boolean {
  return String((error as { code?: unknown } | null)?.code).startsWith('ERR_PARSE_ARGS');
}

process.exitCode = await run(process.argv.slice(2));
