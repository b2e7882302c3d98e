import { join } from 'node:path';
import { chat as talk } from '../channels/terminal/chat.ts';
import type { Command } from './command.ts';

/** `chat`: the conversation in the terminal. */
export const chat: Command = async (_args, { app, output, input }) => {
  await app.serving.serving(output.progress);
  const filesFolder = join(app.config.dataFolder, 'exports');
  await talk(await app.conversation(), { input, write: output.write, filesFolder });
  return 0;
};
