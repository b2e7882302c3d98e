import type { Api } from 'grammy';
import type { BotCommandScope } from 'grammy/types';
import { COMMANDS, type Command, INTENT_RULES } from '../../conversation/commands.ts';
import { can, type Standing } from '../../people/abilities.ts';
import { forClient } from './bot.ts';
import type { TelegramLog } from './log.ts';
import { failureOf } from './sending/failure.ts';

/** What most people are who talk to the bot in private. */
const USUAL: Standing = 'learner';

/**
 * Offers the commands in Chinese: in private those of a learner, and in groups those that suit a
 * group. A server that knows no menus does without.
 */
export async function setMenus(api: Api, signal: AbortSignal, log: TelegramLog): Promise<void> {
  await set(api, { type: 'all_private_chats' }, privateMenu(USUAL), signal, log);
  const inGroups = menuOf(({ offered }) => offered === 'in-groups' || offered === 'everywhere');
  await set(api, { type: 'all_group_chats' }, inGroups, signal, log);
}

/** Offers one person the commands of their role, in their private chat; never rejects. */
export async function setMenuFor(
  chat: number,
  standing: Standing,
  api: Api,
  signal: AbortSignal,
  log: TelegramLog,
): Promise<void> {
  try {
    await set(api, { type: 'chat', chat_id: chat }, privateMenu(standing), signal, log);
  } catch (error) {
    log.warn({ reason: failureOf(error).reason }, 'A menu could not be set');
  }
}

async function set(
  api: Api,
  scope: BotCommandScope,
  menu: ReturnType<typeof menuOf>,
  signal: AbortSignal,
  log: TelegramLog,
): Promise<void> {
  try {
    await api.setMyCommands(menu, { scope }, forClient(signal));
  } catch (error) {
    const { kind, reason } = failureOf(error);
    if (kind !== 'refused') throw error;
    log.warn({ reason }, 'Telegram refused a menu');
  }
}

function privateMenu(standing: Standing) {
  return menuOf(
    ({ offered, intent }) =>
      (offered === 'alone' || offered === 'everywhere') &&
      can(standing, INTENT_RULES[intent].action),
  );
}

function menuOf(isOffered: (command: Command) => boolean) {
  return COMMANDS.filter(isOffered).map(({ name, description }) => ({
    command: name,
    description,
  }));
}
