import { networkInterfaces } from 'node:os';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { CodeLink, Tools } from '../conversation/feature.ts';
import { isLoopback } from './loopback.ts';

/** How long the name of a bot, or that it does not answer, is taken for granted. */
const KNOWN_FOR_MS = 60_000;

interface LinkParts {
  readonly config: Config;
  readonly clock: Clock;
}

/** Where codes can be used: the bot, where there is one that answers, and the web chat. */
export function createLinks(app: LinkParts): Tools['links'] {
  const linksTo = createLinksTo(app);
  return (code) => linksTo({ page: `#code=${code}`, start: code });
}

/** Where the questionnaire of a code is answered. */
export function createSurveyLinks(app: LinkParts): Tools['surveyLinks'] {
  const linksTo = createLinksTo(app);
  return (code) => linksTo({ page: surveyFragment(code), start: `q-${code}` });
}

/**
 * The address of the page where the questionnaire of a code is answered; null where no other machine
 * reaches it.
 */
export function surveyPage({ config }: Pick<LinkParts, 'config'>, code: string): string | null {
  if (isForThisMachineAlone(config.web)) return null;
  return webAddress(config.web) + surveyFragment(code);
}

function surveyFragment(code: string): string {
  return `#survey=${code}`;
}

/** What stands behind the number sign of the page, and what the bot is started with. */
interface Ends {
  readonly page: string;
  readonly start: string;
}

function createLinksTo(app: LinkParts): (ends: Ends) => Promise<readonly CodeLink[]> {
  let known: { readonly at: number; readonly username: Promise<string | null> } | null = null;
  const username = () => {
    const now = app.clock.now().getTime();
    if (known === null || now - known.at > KNOWN_FOR_MS) {
      known = { at: now, username: usernameOf(app) };
    }
    return known.username;
  };
  return async ({ page, start }) => {
    const bot = await username();
    const label = isForThisMachineAlone(app.config.web) ? '网页（仅限本机）' : '网页';
    // After the number sign, so that the code reaches no server's log.
    const links: CodeLink[] = [{ label, url: webAddress(app.config.web) + page }];
    if (bot === null) return links;
    return [{ label: 'Telegram', url: `https://t.me/${bot}?start=${start}` }, ...links];
  };
}

async function usernameOf({ config }: Pick<LinkParts, 'config'>): Promise<string | null> {
  if (config.telegram === null) return null;
  const { checkBot } = await import('./telegram/check-bot.ts');
  const found = await checkBot(config.telegram);
  return found.ok ? found.username : null;
}

function webAddress({ publicUrl, host, port }: Config['web']): string {
  if (publicUrl !== null) return publicUrl.href.replace(/\/*$/u, '/');
  const isEvery = host === '0.0.0.0' || host === '::';
  const name = isEvery ? (ownAddress() ?? 'localhost') : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}/`;
}

function isForThisMachineAlone({ publicUrl, host }: Config['web']): boolean {
  return publicUrl === null && isLoopback(host);
}

function ownAddress(): string | undefined {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal)?.address;
}
