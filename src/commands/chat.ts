import { join } from 'node:path';
import { chat as talk } from '../channels/terminal/chat.ts';
import type { Command } from './command.ts';
import { servingIndex } from './serving-index.ts';

/** `chat`: the conversation in the terminal. */
export const chat: Command = async (_args, context) => {
  const { app, output, input } = context;
  await servingIndex(context);
  const filesFolder = join(app.config.dataFolder, 'exports');
  await talk(await app.conversation(), { input, write: output.write, filesFolder });
  return 0;
};
