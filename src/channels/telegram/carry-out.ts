import type { Bot } from 'grammy';
import type { Clock } from '../../clock.ts';
import type { Conversation } from '../../conversation/conversation.ts';
import type { Outbox } from '../../delivery/outbox.ts';
import { messageOf, UserFacingError } from '../../errors.ts';
import { pause } from '../../lease.ts';
import type { Admit } from './incoming/admit.ts';
import type { Fetched } from './incoming/fetch-file.ts';
import type { Heard, SentDocument } from './incoming/read-update.ts';
import type { Link } from './link.ts';
import type { TelegramLog } from './log.ts';
import { setMenuFor } from './menu.ts';
import { type Addressed, inPlaceOf, planReply, tappedOf } from './reply/plan-reply.ts';
import { speakerOf } from './reply/reply-to.ts';
import { deliver } from './sending/deliver.ts';
import type { Destination } from './sending/send-step.ts';
import type { TapAnswer } from './sending/tap-answer.ts';
import type { InboxStore, Plan, Progress } from './store.ts';
import { type DraftSupport, previewAsDraft } from './streaming/draft.ts';
import { previewAsMessage } from './streaming/interim-message.ts';
import { NO_PREVIEW } from './streaming/preview.ts';
import { streamReply } from './streaming/stream-reply.ts';
import type { StreamTimes } from './streaming/stream-times.ts';

export interface CarryParts {
  readonly bot: Bot;
  readonly botId: number;
  readonly inbox: InboxStore;
  readonly outbox: Pick<Outbox, 'reopen'>;
  readonly conversation: Conversation;
  readonly admit: Admit;
  /** Gets what was sent as a file. */
  fetchFile(file: SentDocument): Promise<Fetched>;
  readonly clock: Clock;
  readonly log: TelegramLog;
  /** Told when messages cannot be sent; null where the polling tells the operator. */
  readonly link: Link | null;
  /** Aborted when this process must end: what is not on its way stays in the inbox. */
  readonly signal: AbortSignal;
  /** Milliseconds between two tries while Telegram or the records do not answer. */
  readonly retryMs: number;
  readonly drafts: DraftSupport;
  readonly times: StreamTimes;
}

/** An update on its way to being done. */
export interface Undone {
  readonly id: number;
  readonly heard: Heard;
  /** Null where nobody tapped. */
  readonly tapAnswer: TapAnswer | null;
  /** What is sent instead of an answer; null where it is answered. */
  readonly instead: Plan | null;
}

/** Makes the reply to an update, unless that is done, and sends what is left of it. */
export async function carryOut(undone: Undone, parts: CarryParts): Promise<void> {
  const { bot, botId, inbox, log, link, signal, retryMs, clock } = parts;
  const { id, heard, tapAnswer } = undone;
  const progress = await inbox.progress(botId, id);
  if (progress === null) return;
  let isTakenBack = false;
  if ('origin' in heard) {
    await reopen(heard, parts);
    const to = destinationOf(heard, tapAnswer, parts);
    const save = (now: Progress) => written(() => inbox.save(botId, id, now), parts);
    const planned = await plan(heard, progress, { undone, to, save }, parts);
    if (!planned.plan.steps.some(({ kind }) => kind === 'toast')) tapAnswer?.close();
    isTakenBack = planned.plan.steps.some(({ kind }) => kind === 'take-back');
    const sending = { api: bot.api, log, link, signal, retryMs, save };
    const isOver = await deliver(planned, to, sending);
    if (!isOver) return;
  }
  await written(() => inbox.finish(botId, id, clock.now(), isTakenBack), parts);
}

interface Work {
  readonly undone: Undone;
  readonly to: Destination;
  save(progress: Progress): Promise<void>;
}

/** What is to be sent, beside how far that has come; shown meanwhile as far as it is made. */
async function plan(
  heard: Addressed,
  progress: Progress,
  { undone: { id, instead }, to, save }: Work,
  parts: CarryParts,
): Promise<Progress & { readonly plan: Plan }> {
  const kept = progress.plan;
  if (kept !== null) return { ...progress, plan: instead ?? kept };
  const { bot, log, signal, times, drafts } = parts;
  const shared = { api: bot.api, place: to, tapped: tappedOf(heard), times, log };
  const message = previewAsMessage(progress, { ...shared, save });
  const mayDraft = !heard.origin.isGroup && progress.interim === null && drafts.isThere();
  const draft = () => previewAsDraft({ ...shared, draft: id, support: drafts });
  // Where one may stand in the chat already whose number is lost, there is none beside it.
  const preview = mayDraft ? draft() : progress.isSending ? NO_PREVIEW : message;
  const made =
    instead ??
    (await planReply(heard, id, {
      admit: parts.admit,
      fetchFile: parts.fetchFile,
      answer: (incoming) => streamReply(incoming, to, preview, { ...parts, api: bot.api }),
      onWelcome: (chat, standing) => void setMenuFor(chat, standing, bot.api, signal, log),
    }));
  const now = message.progress();
  return { ...now, plan: inPlaceOf(now.interim, made) };
}

/** Whoever speaks in private has not shut the chat; an answer does not hang on that. */
async function reopen({ origin }: Addressed, { outbox, log }: CarryParts): Promise<void> {
  if (origin.isGroup) return;
  try {
    await outbox.reopen('telegram', String(origin.person));
  } catch (error) {
    log.warn({ reason: messageOf(error) }, 'That a chat is open again cannot be written down');
  }
}

/** Records that are busy are waited for here, so that what was just sent is not thought lost. */
async function written(
  write: () => Promise<void>,
  { log, signal, retryMs }: CarryParts,
): Promise<void> {
  for (;;) {
    try {
      return await write();
    } catch (error) {
      if (!(error instanceof UserFacingError) || signal.aborted) throw error;
      log.warn({ reason: messageOf(error) }, 'What was done cannot be written down yet');
      await pause(retryMs, signal);
    }
  }
}

function destinationOf(
  heard: Addressed,
  tap: TapAnswer | null,
  { conversation }: CarryParts,
): Destination {
  const { chat, thread, isGroup, message } = heard.origin;
  return {
    chat,
    thread,
    // Where only two talk, the order tells what answers what; a passage comes later.
    answers: isGroup || heard.kind === 'tap' ? message : null,
    tap,
    file: (id) => conversation.file(speakerOf(heard.origin), id),
  };
}
