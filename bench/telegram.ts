import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { readAnswerCases } from '../src/evaluation/answer-cases.ts';
import { startBotApi } from '../tests/support/bot-api/start-bot-api.ts';
import type { Report } from './figures.ts';

const SERVICE = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const BARE_BOT = fileURLToPath(new URL('bare-bot.ts', import.meta.url));
const QUESTIONS = new URL('../tests/eval/plan-questions.jsonl', import.meta.url);
const CHATS = 500;
const UPDATES = 3000;

/** Updates a second through the whole path, from many chats at once, beside a bot that echoes. */
export async function benchTelegram(dataFolder: string, report: Report): Promise<void> {
  const questions = readAnswerCases(readFileSync(QUESTIONS, 'utf8')).map(
    ({ question }) => question,
  );
  const bare = await updatesPerSecond([...process.execArgv, BARE_BOT], dataFolder, questions);
  const service = await updatesPerSecond([SERVICE], dataFolder, questions);
  report({
    bench: 'telegram',
    chats: CHATS,
    updates: UPDATES,
    updatesPerSecond: service,
    barePerSecond: bare,
    shareOfBare: Math.round((service / bare) * 1000) / 1000,
  });
}

/** Starts a bot as a process of its own and asks it everything; each question has one answer. */
async function updatesPerSecond(
  args: string[],
  dataFolder: string,
  questions: readonly string[],
): Promise<number> {
  const api = await startBotApi();
  const env = {
    ...process.env,
    GANXUN_DATA: dataFolder,
    GANXUN_PORT: '0',
    GANXUN_LOG: 'error',
    TELEGRAM_BOT_TOKEN: api.token,
    TELEGRAM_API_ROOT: api.url,
    TELEGRAM_ACCESS: 'everyone',
  };
  const bot = spawn(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
  const answers = () => api.calls.filter(({ method, ok }) => ok && method === 'sendMessage').length;
  try {
    await api.until(() => api.polling(), 'the bot asks for updates');
    const begun = performance.now();
    for (let at = 0; at < UPDATES; at++) {
      api.say(1 + (at % CHATS), questions[at % questions.length] as string);
    }
    while (answers() < UPDATES) await pause(20);
    return Math.round(UPDATES / ((performance.now() - begun) / 1000));
  } finally {
    const exited = once(bot, 'exit');
    bot.kill('SIGKILL');
    await exited;
    await api.close();
  }
}
