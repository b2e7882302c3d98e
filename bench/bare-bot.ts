/** A grammY bot that echoes, through the same runner: what the client and the server alone cost. */
import { run } from '@grammyjs/runner';
import { Bot } from 'grammy';

const { TELEGRAM_BOT_TOKEN: token = '', TELEGRAM_API_ROOT: apiRoot = '' } = process.env;
const bot = new Bot(token, { client: { apiRoot } });
bot.on('message:text', (context) => context.reply(context.message.text));
run(bot);
