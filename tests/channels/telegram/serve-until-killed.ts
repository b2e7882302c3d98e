import { createApp } from '../../../src/app.ts';
import { serveTelegram } from '../../../src/channels/telegram/serve-telegram.ts';
import { IN_FORCE } from '../../support/plan-bot.ts';
import { SHIPPED_CORPUS } from '../../support/plan-index.ts';
import { slowed } from '../../support/staged-replies.ts';
import { testConfig } from '../../support/test-config.ts';

/**
 * A process of its own that serves a bot: data folder, Bot API server, token, and the milliseconds
 * that each block of a reply takes, where they do not come at once.
 */
const [dataFolder = '', apiRoot = '', token = '', blockMs] = process.argv.slice(2);
const app = createApp(testConfig(SHIPPED_CORPUS, dataFolder), { clock: IN_FORCE });
const { inbox, leases, deliveries } = await app.records();
const access = { everyone: true, openChats: [] };
const conversation = await app.conversation();
const service = serveTelegram({
  config: { token, apiRoot, proxy: null, access, webhook: null, messagesPerSecond: 25 },
  conversation: blockMs === undefined ? conversation : slowed(conversation, Number(blockMs)),
  ...{ inbox, leases, outbox: deliveries, clock: app.clock },
  door: await app.door(access),
  log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
  tell: (line) => process.send?.(line),
  leaseTimes: { lifeMs: 1000, renewMs: 200 },
  retryMs: 50,
  streamTimes: { signMs: 10, draftMs: 20, editMs: 20, renewMs: 20_000 },
});
process.once('SIGTERM', async () => {
  await service.close();
  await app.close();
  process.disconnect?.();
});
