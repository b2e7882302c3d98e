import { sequentialize } from '@grammyjs/runner';
import type { Bot, BotError, Context } from 'grammy';
import { COMMANDS } from '../../conversation/commands.ts';
import { messageOf, UserFacingError } from '../../errors.ts';
import { LeaseLost, pause } from '../../lease.ts';
import { type CarryParts, carryOut } from './carry-out.ts';
import { type Crowd, createCrowd } from './incoming/crowd.ts';
import { type Heard, type Origin, readUpdate } from './incoming/read-update.ts';
import { NO_PLAN, planWord } from './reply/plan-reply.ts';
import { answerTap, type TapAnswer } from './sending/tap-answer.ts';
import type { Plan } from './store.ts';

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
export function handleUpdates(parts: CarryParts): void {
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
  parts: CarryParts,
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
async function carryThrough(context: Hearing, parts: CarryParts): Promise<void> {
  const update = context.update.update_id;
  for (let defects = 0; ; ) {
    if (parts.signal.aborted) return;
    try {
      if (defects === MOST_DEFECTS) context.instead = NO_PLAN;
      const { heard, tapAnswer, instead } = context;
      await carryOut({ id: update, heard, tapAnswer, instead }, parts);
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
