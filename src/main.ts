import { fileURLToPath } from 'node:url';
import { createApp } from './app.ts';
import { serveWeb } from './channels/web/serve-web.ts';
import { parseConfig } from './config.ts';
import { UserFacingError } from './errors.ts';
import { createLog } from './log.ts';
import { standardOutput } from './standard-output.ts';

const PAGE_FOLDER = fileURLToPath(new URL('channels/web/page', import.meta.url));

const OPEN_TO_OTHERS = '提示：本机以外的人也能打开这个地址并提问，目前没有登录功能。';

/** The service: the web chat until a signal stops it. */
async function start(): Promise<void> {
  const output = standardOutput(process.stdout, process.stderr);
  try {
    const root = fileURLToPath(new URL('..', import.meta.url));
    const config = parseConfig(process.env, root);
    const log = createLog(config.logLevel);
    const app = createApp(config);
    await app.index(output.progress);
    const conversation = await app.conversation();
    const web = await serveWeb({ conversation, config: config.web, log, pageFolder: PAGE_FOLDER });
    output.line(`干训助手已经启动，请用浏览器打开 ${config.web.publicUrl?.href ?? web.url}`);
    if (!isLoopback(config.web.host)) output.line(OPEN_TO_OTHERS);
    output.line('按 Ctrl+C 停止。');
    const stop = async (signal: string) => {
      log.info({ signal }, 'stopping');
      await web.close();
      await app.close();
    };
    process.once('SIGTERM', stop);
    process.once('SIGINT', stop);
  } catch (error) {
    if (!(error instanceof UserFacingError)) throw error;
    output.note(error.message);
    process.exitCode = 1;
  }
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.');
}

await start();
