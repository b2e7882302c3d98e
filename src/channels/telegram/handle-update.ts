import { sequentialize } from '@grammyjs/runner';
import type { Bot, BotError, Context } from 'grammy';
import type { Clock } from '../../clock.ts';
import { COMMANDS } from '../../conversation/commands.ts';
import type { Conversation } from '../../conversation/conversation.ts';
import { messageOf, UserFacingError } from '../../errors.ts';
import { LeaseLost, pause } from '../../lease.ts';
import type { Admit } from './incoming/admit.ts';
import { type Crowd, createCrowd } from './incoming/crowd.ts';
import { type Heard, type Origin, readUpdate } from './incoming/read-update.ts';
import type { Link } from './link.ts';
import type { TelegramLog } from './log.ts';
import { setMenuFor } from './menu.ts';
import { NO_PLAN, planReply, planWord } from './reply/plan-reply.ts';
import { speakerOf } from './reply/reply-to.ts';
import { deliver } from './sending/deliver.ts';
import type { Destination } from './sending/send-step.ts';
import { answerTap, type TapAnswer } from './sending/tap-answer.ts';
import type { InboxStore, Plan } from './store.ts';

export interface HandleParts {
  readonly bot: Bot;
  readonly botId: number;
  readonly inbox: InboxStore;
  readonly conversation: Conversation;
  readonly admit: Admit;
  readonly clock: Clock;
  readonly log: TelegramLog;
  /** Told when messages cannot be sent; null where the polling tells the operator. */
  readonly link: Link | null;
  /** Aborted when this process must end: what is not on its way stays in the inbox. */
  readonly signal: AbortSignal;
  /** Milliseconds between two tries while Telegram or the records do not answer. */
  readonly retryMs: number;
}

/** What the middleware hands on. */
interface Hearing extends Context {
  heard: Heard;
  tapAnswer: TapAnswer | null;
  /** What is sent instead of an answer; null where it is answered. */
  instead: Plan | null;
}

/** Updates of one chat that wait at the same time. */
const MOST_OF_A_CHAT = 100;
const TOO_MANY = '前面的提问还没有答复完，后面发来的没有处理。请等答复完以后再发。';

/** Tries of an update that a defect stops, before it is given up so as not to block its chat. */
const MOST_DEFECTS = 5;

const COMMAND_NAMES = COMMANDS.map(({ name }) => name);

/** What an update means to this bot. */
export function hear(update: unknown, bot: Bot): Heard {
  return readUpdate(update, bot.botInfo, COMMAND_NAMES);
}

/**
 * Installs what the bot does with an update: taps are answered in time whatever else is under way,
 * a chat's updates are dealt with one after another, and each is carried to its end once.
 */
export function handleUpdates(parts: HandleParts): void {
  const { bot } = parts;
  const crowd = createCrowd(MOST_OF_A_CHAT);
  const chain = bot as unknown as Bot<Hearing>;
  chain.use(async (context, next) => {
    const heard = hear(context.update, bot);
    const query = heard.kind === 'tap' || heard.kind === 'stray-tap' ? heard.query : null;
    context.heard = heard;
    context.instead = null;
    context.tapAnswer = query === null ? null : answerTap(bot.api, query);
    try {
      await next();
    } finally {
      context.tapAnswer?.close();
    }
  });
  chain.use((context, next) => makeRoom(context, next, crowd, parts));
  chain.use(
    sequentialize((context) => ('origin' in context.heard ? [keyOf(context.heard.origin)] : [])),
  );
  chain.use((context) => carryThrough(context, parts));
  bot.catch(({ error, ctx }: BotError) => {
    const update = ctx.update?.update_id;
    parts.log.error({ update, reason: messageOf(error) }, 'An update was left');
  });
}

/** Passes over what a chat sends beyond all measure, without waiting for its turn. */
async function makeRoom(
  context: Hearing,
  next: () => Promise<void>,
  crowd: Crowd,
  parts: HandleParts,
): Promise<void> {
  const { heard } = context;
  if (!('origin' in heard)) return next();
  const chat = keyOf(heard.origin);
  const place = crowd.enter(chat);
  if (place === 'in') {
    try {
      await next();
    } finally {
      crowd.leave(chat);
    }
    return;
  }
  context.instead = place === 'too-many' ? NO_PLAN : planWord(heard, TOO_MANY);
  await carryThrough(context, parts);
}

function keyOf({ chat }: Origin): string {
  return String(chat);
}

/** Tries until the update is done, or this process is to stop: then it stays in the inbox. */
async function carryThrough(context: Hearing, parts: HandleParts): Promise<void> {
  const update = context.update.update_id;
  for (let defects = 0; ; ) {
    if (parts.signal.aborted) return;
    try {
      if (defects === MOST_DEFECTS) context.instead = NO_PLAN;
      await carryOut(context, parts);
      return;
    } catch (error) {
      if (error instanceof LeaseLost) return;
      // Records that cannot be used now will be; a defect stays one.
      if (!(error instanceof UserFacingError) && defects < MOST_DEFECTS) defects++;
      parts.log.error({ update, reason: messageOf(error) }, 'An update is tried again');
      await pause(parts.retryMs, parts.signal);
    }
  }
}

async function carryOut(context: Hearing, parts: HandleParts): Promise<void> {
  const { bot, botId, inbox, log, link, signal, retryMs, clock } = parts;
  const { heard, tapAnswer } = context;
  const update = context.update.update_id;
  const progress = await inbox.progress(botId, update);
  if (progress === null) return;
  if ('origin' in heard) {
    const plan =
      context.instead ??
      progress.plan ??
      (await planReply(heard, update, {
        ...parts,
        api: bot.api,
        onWelcome: (chat, standing) => void setMenuFor(chat, standing, bot.api, signal, log),
      }));
    if (!plan.steps.some(({ kind }) => kind === 'toast')) tapAnswer?.close();
    const isOver = await deliver({ ...progress, plan }, destinationOf(heard, parts, tapAnswer), {
      api: bot.api,
      ...{ log, link, signal, retryMs },
      save: (now) => written(() => inbox.save(botId, update, now), parts),
    });
    if (!isOver) return;
  }
  await written(() => inbox.finish(botId, update, clock.now()), parts);
}

/** Records that are busy are waited for here, so that what was just sent is not thought lost. */
async function written(
  write: () => Promise<void>,
  { log, signal, retryMs }: HandleParts,
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
  heard: Extract<Heard, { origin: Origin }>,
  { conversation }: HandleParts,
  tap: TapAnswer | null,
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
