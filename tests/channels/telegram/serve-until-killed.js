// A process of its own that serves a bot, as the task says that it is given; see `ProcessTask`. It runs
// what is built, in plain JavaScript, so that it begins at once: many are killed.
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createApp } from '../../../dist/app.js';
import { serveTelegram } from '../../../dist/channels/telegram/serve-telegram.js';
import { STREAM_TIMES } from '../../../dist/channels/telegram/streaming/stream-times.js';
import { parseConfig } from '../../../dist/config.js';
import { pause } from '../../../dist/lease.js';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const task = JSON.parse(process.argv[2] ?? '{}');
const { dataFolder, apiRoot, token, settings, blockMs, aheadMs, messagesPerSecond = 25 } = task;
const speed = task.speed ?? 1;
const config = parseConfig(
  {
    ...{ GANXUN_CORPUS: task.corpusFolder, GANXUN_DATA: dataFolder },
    ...{ GANXUN_PORT: '0', GANXUN_LOG: 'error', ...settings },
  },
  ROOT,
);
const app = createApp(config, { clock: { now: () => new Date(Date.now() + aheadMs) } });
// As the service does: the first to ask does not wait for it.
await app.index();
const conversation = await app.conversation();
// What a first answer takes longer than others counts many times over where time runs fast.
if (speed > 1) {
  const speaker = { channel: 'test', conversation: 'one', person: 'comrade' };
  const said = { kind: 'text', text: '网络培训学时怎么管理？' };
  await conversation.respond({ speaker, message: 'first', said }, () => {});
}
const { inbox, leases, deliveries } = await app.records();
const access = { everyone: true, openChats: [] };
const service = serveTelegram({
  config: { token, apiRoot, proxy: null, access, webhook: null, messagesPerSecond },
  conversation: blockMs === undefined ? conversation : slowed(conversation),
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

/** Makes a conversation take its time: a word first, then a block after another. */
function slowed(quick) {
  const respond = async (incoming, emit, left) => {
    const events = [];
    await quick.respond(incoming, (event) => events.push(event), left);
    for (const event of events) {
      if (event.kind === 'block') await wait(blockMs);
      emit(event);
      if (event.kind === 'begin') emit({ kind: 'working', word: '正在查阅资料' });
    }
  };
  return { ...quick, respond };
}
