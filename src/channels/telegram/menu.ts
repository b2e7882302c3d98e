import type { Api } from 'grammy';
import { COMMANDS } from '../../conversation/commands.ts';
import { forClient } from './bot.ts';

/** Offers the commands in Chinese: all of them in private, and in groups those that suit a group. */
export async function setMenus(api: Api, signal: AbortSignal): Promise<void> {
  const set = (
    commands: ReturnType<typeof menuFor>,
    type: 'all_private_chats' | 'all_group_chats',
  ) => api.setMyCommands(commands, { scope: { type } }, forClient(signal));
  await set(menuFor('alone', 'everywhere'), 'all_private_chats');
  await set(menuFor('everywhere'), 'all_group_chats');
}

function menuFor(...offered: readonly (typeof COMMANDS)[number]['offered'][]) {
  return COMMANDS.filter((command) => offered.includes(command.offered)).map(
    ({ name, description }) => ({ command: name, description }),
  );
}
