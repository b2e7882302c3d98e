import { dateIn } from '../clock.ts';
import { prepareDataFolder } from '../data-folder.ts';
import { UserFacingError } from '../errors.ts';
import { restDaysRemark } from '../reminder/calendar/rest-days-remark.ts';
import type { Command, CommandContext } from './command.ts';
import { checkGate } from './doctor-gate.ts';
import { checkMaterials } from './doctor-materials.ts';
import { exclusionLines } from './exclusion-lines.ts';

/** `doctor`: settings, corpus, index; what is wrong and what to do. Exits 1 where something is. */
export const doctor: Command = async (_args, context) => {
  const healthy = [
    await examine('设置', context, checkSettings),
    await examine('资料', context, checkMaterials),
    await examine('索引', context, checkIndex),
    await examine('把关', context, checkGate),
    await examine('记录', context, checkRecords),
    await examine('提醒', context, checkReminders),
    await examine('问卷', context, checkSurveys),
    await examine('模型', context, checkModel),
    await examine('Telegram', context, checkTelegram),
  ];
  return healthy.every(Boolean) ? 0 : 1;
};

/** The month in which the State Council usually arranges the next year's holidays. */
const NEXT_YEAR_IS_ARRANGED = '11';

/** What an examination found: lines for people, and whether something needs mending. */
interface Finding {
  readonly ok: boolean;
  readonly lines: readonly string[];
}

async function examine(
  name: string,
  context: CommandContext,
  check: (context: CommandContext) => Promise<Finding>,
): Promise<boolean> {
  const { ok, lines } = await check(context).catch((error: unknown) => {
    if (!(error instanceof UserFacingError)) throw error;
    return { ok: false, lines: [error.message] };
  });
  context.output.line(`${ok ? '正常' : '异常'}  ${name}：${lines[0] ?? ''}`);
  for (const line of lines.slice(1)) context.output.line(`      ${line}`);
  return ok;
}

async function checkSettings({ app }: CommandContext): Promise<Finding> {
  const corpusFolder = app.corpusFolder();
  const { dataFolder, zone, web } = app.config;
  const lines = [`Node ${process.versions.node}，时区 ${zone}`, `资料文件夹 ${corpusFolder}`];
  await prepareDataFolder(dataFolder);
  lines.push(`数据文件夹 ${dataFolder}`);
  lines.push(
    `网页监听 ${web.host} 的 ${web.port} 端口，对外网址：${web.publicUrl?.href ?? '未设置'}`,
  );
  return { ok: true, lines };
}

async function checkRecords({ app }: CommandContext): Promise<Finding> {
  const records = await app.records();
  const { useful, notUseful, suggestions } = await records.feedback();
  const everyone = await records.people.people();
  const admins = everyone.filter(({ role }) => role === 'admin').length;
  const waiting = suggestions.filter(({ state }) => state === 'open').length;
  const line = `意见建议 ${suggestions.length} 条，其中待办 ${waiting} 条，评价“有用” ${useful} 次、“没帮助” ${notUseful} 次`;
  const people =
    everyone.length === 0
      ? '还没有人员，请用 people invite --role admin 邀请第一位管理员'
      : `人员 ${everyone.length} 人，其中管理员 ${admins} 人`;
  const where = app.config.databaseUrl === null ? 'SQLite' : 'PostgreSQL';
  return {
    ok: true,
    lines: [
      `${where} ${records.place}`,
      people,
      line,
      '查看内容请运行 npm run --silent ganxun -- feedback',
    ],
  };
}

/** Only a file of holidays that cannot be used needs mending; a year that is missing is no fault. */
async function checkReminders({ app }: CommandContext): Promise<Finding> {
  const restDays = await app.restDays();
  const { reminders, deliveries } = await app.records();
  const all = (await reminders.reminders()).filter(({ state }) => state !== 'draft');
  const reports = await Promise.all(all.map(({ id }) => deliveries.report(id, null)));
  const total = (of: 'waiting' | 'uncertain') => reports.reduce((sum, one) => sum + one[of], 0);
  const active = all.filter(({ state }) => state === 'active').length;
  const last = restDays.years.at(-1);
  const today = dateIn(app.config.zone, app.clock.now());
  const next = Number(today.slice(0, 4)) + 1;
  const isSoon = today.slice(5, 7) >= NEXT_YEAR_IS_ARRANGED;
  return {
    ok: true,
    lines: [
      `发送中 ${active} 条，等待发送 ${total('waiting')} 人次，不确定 ${total('uncertain')} 人次`,
      last === undefined ? '没有放假安排' : `放假安排收录到 ${last} 年`,
      ...(isSoon && !restDays.knows(next) ? [restDaysRemark([next])] : []),
    ],
  };
}

/** Without the key of those that are open, nobody can answer here, and what came last cannot be read. */
async function checkSurveys({ app }: CommandContext): Promise<Finding> {
  const { path, hasFile, open, withOtherKey } = await (await app.records()).surveyKey();
  const lines = [`进行中 ${open} 份`];
  if (withOtherKey > 0) {
    const what = hasFile ? '与密钥文件不符' : '缺少密钥文件';
    lines.push(
      `其中 ${withOtherKey} 份${what}，不能填写；请把发布问卷的服务器上的 questionnaire.key 复制为 ${path}，再重新启动`,
    );
  } else if (hasFile) {
    lines.push(`密钥文件 ${path}，不在备份之内，请另行妥善保存`);
  } else {
    lines.push('还没有密钥文件，第一次发布问卷时自动生成');
  }
  return { ok: withOtherKey === 0, lines };
}

async function checkModel({ app }: CommandContext): Promise<Finding> {
  const { model, promptsFolder } = app.config;
  if (model === null) {
    return { ok: true, lines: ['没有设置模型接口（GANXUN_CHAT_MODEL），使用内置方式作答'] };
  }
  await app.model();
  const { checkEndpoint } = await import('../model/check-endpoint.ts');
  const findings = await checkEndpoint(model, promptsFolder);
  const { origin, pathname } = new URL(model.baseUrl);
  const internal = model.mayReceiveInternal ? '可以' : '不可以';
  return {
    ok: findings.every(({ ok }) => ok),
    lines: [
      `接口 ${origin}${pathname}，对话模型 ${model.chatModel ?? '未设置'}，向量模型 ${model.embeddingModel ?? '未设置'}`,
      ...findings.map(({ name, ok, line }) => `${ok ? '正常' : '异常'}  ${name}：${line}`),
      `内部资料${internal}发送给这个接口（GANXUN_MODEL_INTERNAL）`,
    ],
  };
}

async function checkTelegram({ app }: CommandContext): Promise<Finding> {
  const config = app.config.telegram;
  if (config === null) return { ok: true, lines: ['没有设置机器人（TELEGRAM_BOT_TOKEN）'] };
  const { checkBot } = await import('../channels/telegram/check-bot.ts');
  const found = await checkBot(config);
  if (!found.ok) return { ok: false, lines: [found.problem] };
  const { everyone, openChats } = config.access;
  const invited = `受邀人员${openChats.length > 0 ? `和 ${openChats.length} 个开放的聊天` : ''}`;
  return {
    ok: true,
    lines: [`机器人 @${found.username}，应答对象：${everyone ? '所有人' : invited}`],
  };
}

async function checkIndex({ app, output }: CommandContext): Promise<Finding> {
  const index = await app.index(output.progress);
  if (index.store.pairCount() > 0) {
    const { openQuestionVectors } = await import('../retrieval/question-vectors.ts');
    await openQuestionVectors(index.vectorsFolder);
  }
  const lost = index.store.excluded();
  const lines = [
    `${index.name}，段落 ${index.store.passageCount()} 个，问答 ${index.store.pairCount()} 对`,
    ...exclusionLines(lost),
  ];
  return { ok: lost.length === 0, lines };
}
