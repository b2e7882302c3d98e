import { fileURLToPath } from 'node:url';
import { type App, createApp } from './app.ts';
import { createLinks, createSurveyLinks, surveyPage } from './channels/links.ts';
import { isLoopback } from './channels/loopback.ts';
import type { TelegramService } from './channels/telegram/serve-telegram.ts';
import { serveWeb } from './channels/web/serve-web.ts';
import { type ModelConfig, parseConfig } from './config.ts';
import type { Conversation } from './conversation/conversation.ts';
import { makeId } from './conversation/ids.ts';
import { type Bell, createBell } from './delivery/post/bell.ts';
import { UserFacingError } from './errors.ts';
import { createLog, type Log } from './log.ts';
import { serveLedger } from './materials/ledger/serve-ledger.ts';
import { serveRecalls } from './materials/recall/serve-recalls.ts';
import { withoutTracing } from './model/untraced.ts';
import { serveSurveys } from './questionnaire/serve-surveys.ts';
import { serveReminders } from './reminder/planning/serve-reminders.ts';
import { standardOutput } from './standard-output.ts';

const PAGE_FOLDER = fileURLToPath(new URL('channels/web/page', import.meta.url));

const OPEN_TO_OTHERS = '提示：本机以外的人也能打开网页并提问；学习记录和班次功能须用邀请码登录。';
const NOBODY_YET =
  '还没有人员。邀请第一位管理员：npm run --silent ganxun -- people invite --role admin';

/** The service: the web chat until a signal stops it. */
async function start(): Promise<void> {
  const output = standardOutput(process.stdout, process.stderr);
  try {
    const root = fileURLToPath(new URL('..', import.meta.url));
    withoutTracing(process.env);
    const config = parseConfig(process.env, root);
    const log = createLog(config.logLevel);
    const app = createApp(config, { log });
    const index = await app.index(output.progress);
    const model = await app.model();
    model?.meaning?.buildWhereMissing();
    await model?.meaning?.of(index);
    const surveyLinks = createSurveyLinks(app);
    const conversation = await app.conversation(createLinks(app), surveyLinks);
    const { people } = await app.records();
    const door = await app.door({ everyone: true, openChats: [] });
    const web = await serveWeb({
      ...{ conversation, people, door, clock: app.clock, config: config.web, log },
      demo: config.demo ? () => app.demo(surveyLinks) : null,
      pageFolder: PAGE_FOLDER,
    });
    output.line(`干训助手已经启动，请用浏览器打开 ${config.web.publicUrl?.href ?? web.url}`);
    const others = config.web.publicUrl === null ? web.urlsForOthers : [];
    for (const url of others) output.line(`同一网络中的其他设备请打开 ${url}`);
    if (!isLoopback(config.web.host)) output.line(OPEN_TO_OTHERS);
    if (!(await people.hasAnyone())) output.line(NOBODY_YET);
    if (config.model !== null) output.line(modelsPart(config.model));
    const bell = createBell();
    const reminders = serveReminders({
      ...(await app.planning()),
      ...{ leases: (await app.records()).leases, holder: makeId(), log, bell },
    });
    const surveys = serveSurveys({ ...(await app.surveys()), holder: makeId(), log });
    const recalls = serveRecalls({ ...(await app.recalls()), holder: makeId(), log });
    const ledger = serveLedger({ ...(await app.ledger()), holder: makeId(), log });
    const telegram = await startTelegram(app, { conversation, bell, log, tell: output.line });
    output.line('按 Ctrl+C 停止。');
    const stop = async (signal: string) => {
      log.info({ signal }, 'stopping');
      const services = [web, telegram, reminders, surveys, recalls, ledger];
      await Promise.all(services.map((one) => one?.close()));
      await app.close();
    };
    process.once('SIGTERM', stop);
    process.once('SIGINT', stop);
  } catch (error) {
    if (!(error instanceof UserFacingError)) throw error;
    output.note(error.message);
    process.exitCode = 1;
  }
}

/** What the operator is told of it; whether the endpoint works is seen with the first question only. */
function modelsPart({ baseUrl, chatModel }: ModelConfig): string {
  return chatModel === null
    ? '没有设置对话模型（GANXUN_CHAT_MODEL），直接引用原文作答，向量模型不起作用。'
    : `答复由模型 ${chatModel} 起草（接口 ${new URL(baseUrl).host}），逐句核对以后才显示。接口是否正常，请用 doctor 检查。`;
}

/** Null where no bot is set up. Loaded only where it is needed. */
async function startTelegram(
  app: App,
  parts: {
    readonly conversation: Conversation;
    readonly bell: Bell;
    readonly log: Log;
    tell(line: string): void;
  },
): Promise<TelegramService | null> {
  const config = app.config.telegram;
  if (config === null) return null;
  const { serveTelegram } = await import('./channels/telegram/serve-telegram.ts');
  const { inbox, leases, deliveries } = await app.records();
  return serveTelegram({
    ...{ ...parts, config, inbox, leases, outbox: deliveries, clock: app.clock },
    door: await app.door(config.access),
    surveyPage: (code) => surveyPage(app, code),
  });
}

await start();
