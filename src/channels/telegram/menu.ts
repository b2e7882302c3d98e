import type { Api } from 'grammy';
import { COMMANDS } from '../../conversation/commands.ts';

/** Offers the commands in Chinese: all of them in private, and in groups those that suit a group. */
export async function setMenus(api: Api): Promise<void> {
  await api.setMyCommands(menuFor('alone', 'everywhere'), { scope: { type: 'all_private_chats' } });
  await api.setMyCommands(menuFor('everywhere'), { scope: { type: 'all_group_chats' } });
}

function menuFor(...offered: readonly (typeof COMMANDS)[number]['offered'][]) {
  return COMMANDS.filter((command) => offered.includes(command.offered)).map(
    ({ name, description }) => ({ command: name, description }),
  );
}
