import { createApp } from '../../../src/app.ts';
import { serveTelegram } from '../../../src/channels/telegram/serve-telegram.ts';
import { STREAM_TIMES } from '../../../src/channels/telegram/streaming/stream-times.ts';
import { pause } from '../../../src/lease.ts';
import { IN_FORCE } from '../../support/plan-bot.ts';
import { SHIPPED_CORPUS } from '../../support/plan-index.ts';
import { slowed } from '../../support/staged-replies.ts';
import { talkWith } from '../../support/talk.ts';
import { testConfig } from '../../support/test-config.ts';
import type { ProcessTask } from './bot-process.ts';

/** A process of its own that serves a bot, as the task says that it is given. */
const task = JSON.parse(process.argv[2] ?? '{}') as ProcessTask;
const { dataFolder, apiRoot, token, settings, blockMs, messagesPerSecond = 25 } = task;
const speed = task.speed ?? 1;
const config = testConfig(SHIPPED_CORPUS, dataFolder, settings);
const app = createApp(config, { clock: IN_FORCE });
// As the service does: the first to ask does not wait for it.
await app.index();
// What a first answer takes longer than others counts many times over where time runs fast.
if (speed > 1) await talkWith(await app.conversation()).say('网络培训学时怎么管理？');
const { inbox, leases, deliveries } = await app.records();
const access = { everyone: true, openChats: [] };
const conversation = await app.conversation();
const service = serveTelegram({
  config: { token, apiRoot, proxy: null, access, webhook: null, messagesPerSecond },
  conversation: blockMs === undefined ? conversation : slowed(conversation, blockMs),
  ...{ inbox, leases, outbox: deliveries, clock: app.clock },
  door: await app.door(access),
  log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
  tell: (line) => process.send?.(line),
  leaseTimes: { lifeMs: 1000, renewMs: 200 },
  retryMs: 50,
  // Where Telegram keeps to its limits, so must the previews.
  streamTimes:
    task.speed === undefined
      ? { signMs: 10, draftMs: 20, editMs: 20, renewMs: 20_000 }
      : STREAM_TIMES,
  postTimes: {
    now: () => performance.now() * speed,
    wait: (ms, signal) => pause(ms / speed, signal),
    lookMs: 100 * speed,
  },
});
process.once('SIGTERM', async () => {
  await service.close();
  await app.close();
  process.disconnect?.();
});
