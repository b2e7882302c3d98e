import type { UserFromGetMe } from 'grammy/types';
import { type BotApi, type BotApiOptions, visible } from './bot-api.ts';
import { createBotCommands } from './bot-commands.ts';
import { type Method, textArgument } from './call-arguments.ts';
import { createCallLog } from './call-log.ts';
import { createCallbackQueries } from './callback-queries.ts';
import { createChats, fullChatJson } from './chats.ts';
import { createDrafts } from './drafts.ts';
import { createEditing } from './editing.ts';
import { createPolling } from './get-updates.ts';
import { createMessages } from './messages.ts';
import { createPeople } from './people.ts';
import { createRateLimit } from './rate-limit.ts';
import { createSending } from './sending.ts';
import { type RunningServer, startServer } from './server.ts';
import { createTroubles } from './trouble.ts';
import { createMoments } from './until.ts';
import { createUpdateQueue } from './update-queue.ts';
import { createDownloads } from './uploads.ts';
import { createWebhook } from './webhook.ts';
import { readWebhookCall } from './webhook-call.ts';

export type { BotApi, BotApiOptions, SentMessage } from './bot-api.ts';
export type { BotCommand } from './bot-commands.ts';
export type { Call } from './call-log.ts';
export type { CallbackAnswer } from './callback-queries.ts';
export type { ShownDraft } from './drafts.ts';
export type { CallbackUpdate, MessageUpdate, SayFields } from './people.ts';
export type { RateLimits } from './rate-limit.ts';
export type { TroubleKind } from './trouble.ts';

/** Methods that reach a chat, which alone count for limits. */
const LIMITED = [
  'sendmessage',
  'senddocument',
  'sendphoto',
  'sendchataction',
  'sendmessagedraft',
  'editmessagetext',
  'editmessagereplymarkup',
  'deletemessage',
];

/** A strict double of the Bot API server; what it refuses of its own accord names the double. */
export async function startBotApi(options: BotApiOptions = {}): Promise<BotApi> {
  const { token = '123456789:AAEXAMPLE-token_of_the_double', now = Date.now } = options;
  const me = botUser(token, options.username ?? 'ganxun_test_bot');
  const moments = createMoments();
  const log = createCallLog(moments.changed);
  const chats = createChats();
  const messages = createMessages(chats, me);
  const queries = createCallbackQueries(now);
  const commands = createBotCommands(chats);
  const troubles = createTroubles();
  const rateLimit = createRateLimit(now);
  const sending = createSending(chats, messages, now);
  const editing = createEditing(chats, messages, now);
  const drafts = createDrafts(chats, messages, now);
  const downloads = createDownloads();
  const queue = createUpdateQueue(now, moments.changed, () => {
    polling.look();
    webhook.look();
  });
  const polling = createPolling(queue, () => webhook.isSet());
  let server: RunningServer | undefined;
  const webhook = createWebhook({
    queue,
    now,
    changed: moments.changed,
    beforeSet: polling.endForWebhook,
    onAnswer: (contentType, body) => {
      const call = readWebhookCall(contentType, body);
      const nobodyWaits = new AbortController().signal;
      if (call !== undefined) void server?.carryOut(call.method, call, nobodyWaits);
    },
  });
  const methods = new Map<string, Method>([
    ['getme', () => me],
    ['getupdates', polling.getUpdates],
    ['setwebhook', webhook.set],
    ['deletewebhook', webhook.delete],
    ['getwebhookinfo', webhook.info],
    ['sendmessage', sending.message],
    ['senddocument', sending.document],
    ['sendphoto', sending.photo],
    ['sendchataction', sending.chatAction],
    ['sendmessagedraft', drafts.send],
    ['editmessagetext', editing.text],
    ['editmessagereplymarkup', editing.replyMarkup],
    ['deletemessage', editing.delete],
    ['getfile', downloads.file],
    ['answercallbackquery', queries.answer],
    ['setmycommands', commands.set],
    ['getmycommands', commands.get],
    ['deletemycommands', commands.delete],
    ['getchat', (call) => fullChatJson(chats.check(textArgument(call, 'chat_id'), 'read'))],
  ]);
  const limited = new Set(LIMITED);
  const fileAt = downloads.at;
  server = await startServer({ token, methods, fileAt, limited, rateLimit, troubles, log, now });
  const { url, close: closeServer } = server;
  const close = async () => {
    polling.close();
    webhook.close();
    await closeServer();
    moments.end();
  };
  return {
    url,
    token,
    me,
    ...createPeople({ chats, messages, queue, queries, downloads }, now),
    isThere: messages.exists,
    redeliver: queue.redeliver,
    pending: () => queue.waiting().length,
    polling: polling.active,
    messages: (chat) => messages.own(chat).map(visible),
    drafts: drafts.shown,
    draft: drafts.current,
    answers: queries.answers,
    commands: (scope, languageCode = '') => commands.of(scope, languageCode),
    calls: log.calls,
    until: moments.until,
    block: (user) => Object.assign(chats.meet(user), { blocked: true }),
    deactivate: (user) => Object.assign(chats.meet(user), { deactivated: true }),
    unblock: (chat) =>
      Object.assign(chats.meet(chat), { blocked: false, deactivated: false, kicked: false }),
    restrictGroup: (chat) => Object.assign(chats.meet(chat), { kicked: true }),
    trouble: troubles.add,
    limit: rateLimit.set,
    close,
  };
}

function botUser(token: string, username: string): UserFromGetMe {
  return {
    id: Number(token.split(':')[0]),
    is_bot: true,
    first_name: 'Test bot',
    username,
    can_join_groups: true,
    can_read_all_group_messages: false,
    supports_guest_queries: false,
    supports_inline_queries: false,
    can_connect_to_business: false,
    has_main_web_app: false,
    has_topics_enabled: false,
    allows_users_to_create_topics: false,
    can_manage_bots: false,
    supports_join_request_queries: false,
  };
}
