import { onTestFinished } from 'vitest';
import type { Clock } from '../../../src/clock.ts';
import type { SentMessage } from '../../support/bot-api/start-bot-api.ts';
import { openChat, settled } from '../../support/chat-window.ts';
import { makePlanBot, type PlanBot } from '../../support/plan-bot.ts';
import { admitPeople } from './admit-people.ts';

const [TRAINER, ADMIN, LEARNER] = [701, 702, 703];
/** A working day at ten in the morning, an hour at which messages may go. */
const BEGUN = Date.now();
const MORNING: Clock = {
  now: () => new Date(Date.parse('2027-06-01T02:00:00Z') + Date.now() - BEGUN),
};

/** A bot over materials of its own, with a trainer, an administrator and a learner. */
export async function makeBot(): Promise<PlanBot> {
  const bot = await makePlanBot({ GANXUN_CORPUS: '' }, {}, MORNING);
  onTestFinished(bot.close);
  await admitPeople(bot, [TRAINER], 'trainer');
  await admitPeople(bot, [ADMIN], 'admin');
  await admitPeople(bot, [LEARNER]);
  for (const chat of [TRAINER, ADMIN, LEARNER]) bot.api.unblock(chat);
  await bot.serve();
  return bot;
}

const labelsOf = ({ reply_markup }: SentMessage) =>
  (reply_markup?.inline_keyboard ?? []).flat().map(({ text }) => text);

/** A chat in which messages are told by their words and tapped by how their labels begin. */
function chatOf(bot: PlanBot, id: number) {
  const chat = openChat(bot, id);
  const tap = async (beginning: string) => {
    for (const message of chat.shown().toReversed()) {
      const label = labelsOf(message).find((one) => one.startsWith(beginning));
      if (label !== undefined) return wordsOf(await chat.tap(message, label));
    }
    throw new Error(
      `Expected a button that begins with "${beginning}" among ${chat.shown().flatMap(labelsOf).join('、')}`,
    );
  };
  const send = async (name: string, text: string) => {
    const before = chat.shown().length;
    bot.api.sendFile(id, name, Buffer.from(text));
    await settled(bot);
    return wordsOf(chat.shown().slice(before));
  };
  return {
    tap,
    send,
    say: async (text: string) => wordsOf(await chat.say(text)),
    shown: chat.shown,
  };
}

export function wordsOf(messages: readonly SentMessage[]): string {
  return messages.map(({ text }) => text).join('\n');
}

/** Who speaks; `approve` goes over what awaits approval first. */
export function chatsOf(bot: PlanBot) {
  const admin = chatOf(bot, ADMIN);
  const approve = async () => {
    await admin.say('资料管理');
    await admin.tap('1. 《');
    await admin.tap('审核');
    return admin.tap('批准');
  };
  return { trainer: chatOf(bot, TRAINER), admin, learner: chatOf(bot, LEARNER), approve };
}
