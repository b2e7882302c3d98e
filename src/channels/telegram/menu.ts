import type { Api } from 'grammy';
import { COMMANDS } from '../../conversation/commands.ts';
import { forClient } from './bot.ts';
import type { TelegramLog } from './log.ts';
import { failureOf } from './sending/failure.ts';

type Scope = 'all_private_chats' | 'all_group_chats';

/**
 * Offers the commands in Chinese: all of them in private, and in groups those that suit a group. A
 * server that knows no menus does without.
 */
export async function setMenus(api: Api, signal: AbortSignal, log: TelegramLog): Promise<void> {
  const set = async (type: Scope, menu: ReturnType<typeof menuFor>) => {
    try {
      await api.setMyCommands(menu, { scope: { type } }, forClient(signal));
    } catch (error) {
      const { kind, reason } = failureOf(error);
      if (kind !== 'refused') throw error;
      log.warn({ reason }, 'Telegram refused a menu');
    }
  };
  await set('all_private_chats', menuFor('alone', 'everywhere'));
  await set('all_group_chats', menuFor('in-groups', 'everywhere'));
}

function menuFor(...offered: readonly (typeof COMMANDS)[number]['offered'][]) {
  return COMMANDS.filter((command) => offered.includes(command.offered)).map(
    ({ name, description }) => ({ command: name, description }),
  );
}
