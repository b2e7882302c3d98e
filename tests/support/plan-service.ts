import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type App, createApp } from '../../src/app.ts';
import { serveWeb } from '../../src/channels/web/serve-web.ts';
import type { Conversation } from '../../src/conversation/conversation.ts';
import { placeBuiltIndex, SHIPPED_CORPUS } from './built-index.ts';
import { testConfig } from './test-config.ts';

/** The page as `npm run build` leaves it. */
const PAGE_FOLDER = fileURLToPath(new URL('../../dist/channels/web/page', import.meta.url));

export interface PlanService {
  readonly app: App;
  /** With a slash at the end. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * The web chat over the shipped corpus, on real HTTP and records of its own.
 *
 * @param around puts something between the channel and the conversation, such as a delay
 * @param settings as the environment would give them
 */
export async function servePlan(
  around: (conversation: Conversation) => Conversation = (conversation) => conversation,
  hasDemo = false,
  settings: Readonly<Record<string, string>> = {},
): Promise<PlanService> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'plan-service-'));
  await placeBuiltIndex(SHIPPED_CORPUS, join(dataFolder, 'index'));
  const config = testConfig(SHIPPED_CORPUS, dataFolder, settings);
  const app = createApp(config, { clock: { now: () => new Date('2027-06-01T04:00:00Z') } });
  await app.index();
  const log = { debug: () => {}, error: (fields: object) => console.error(fields) };
  const conversation = around(await app.conversation());
  const { people } = await app.records();
  const door = await app.door({ everyone: true, openChats: [] });
  const web = await serveWeb({
    ...{ conversation, people, door, clock: app.clock, config: config.web, log },
    demo: hasDemo ? app.demo : null,
    pageFolder: PAGE_FOLDER,
  });
  const close = async () => {
    await web.close();
    await app.close();
    await rm(dataFolder, { recursive: true, force: true });
  };
  return { app, url: web.url, close };
}
