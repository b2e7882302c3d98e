import { chat as talk } from '../channels/terminal/chat.ts';
import type { Command } from './command.ts';

/** `chat`: the conversation in the terminal. */
export const chat: Command = async (_args, { app, output, input }) => {
  await talk(app, { input, write: output.write, progress: output.progress });
  return 0;
};
