import type { Server } from 'node:http';
import { UserFacingError } from '../errors.ts';

/**
 * Listens on an address.
 *
 * @param settings names of the settings that decide it, for the operator
 * @throws UserFacingError where it cannot be listened on
 */
export async function listen(
  server: Server,
  { host, port }: { readonly host: string; readonly port: number },
  settings: { readonly host: string; readonly port: string },
): Promise<void> {
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, host, () => {
        server.off('error', reject);
        resolve();
      });
    });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const explain = EXPLANATIONS[code ?? ''];
    if (explain === undefined) throw error;
    const chosen = explain.isAboutHost ? host : String(port);
    throw new UserFacingError(explain.line(chosen, settings));
  }
}

interface Explanation {
  readonly isAboutHost: boolean;
  line(chosen: string, settings: { readonly host: string; readonly port: string }): string;
}

const NO_SUCH_ADDRESS: Explanation = {
  isAboutHost: true,
  line: (host, settings) =>
    `这台机器没有地址“${host}”，请用 ${settings.host} 设为本机的地址，如 127.0.0.1。`,
};

const EXPLANATIONS: Readonly<Record<string, Explanation>> = {
  EADDRINUSE: {
    isAboutHost: false,
    line: (port, settings) =>
      `端口 ${port} 已被别的程序占用，请关闭那个程序，或用 ${settings.port} 另设一个端口。`,
  },
  EACCES: {
    isAboutHost: false,
    line: (port, settings) =>
      `没有权限使用端口 ${port}，请用 ${settings.port} 另设一个 1024 以上的端口。`,
  },
  EADDRNOTAVAIL: NO_SUCH_ADDRESS,
  ENOTFOUND: NO_SUCH_ADDRESS,
};
