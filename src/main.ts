import { fileURLToPath } from 'node:url';
import { createApp } from './app.ts';
import { chat } from './channels/terminal/chat.ts';
import { parseConfig } from './config.ts';
import { UserFacingError } from './errors.ts';
import { standardOutput } from './standard-output.ts';

/** The service: until there is a web chat, a conversation in the terminal. */
async function start(): Promise<void> {
  const output = standardOutput(process.stdout, process.stderr);
  try {
    const root = fileURLToPath(new URL('..', import.meta.url));
    const app = createApp(parseConfig(process.env, root));
    process.once('SIGTERM', () => process.stdin.destroy());
    await chat(app, { input: process.stdin, write: output.write, progress: output.progress });
    app.close();
  } catch (error) {
    if (!(error instanceof UserFacingError)) throw error;
    output.note(error.message);
    process.exitCode = 1;
  }
}

await start();
