import type { Api } from 'grammy';
import type { Conversation } from '../../../conversation/conversation.ts';
import type { Incoming, Said, Speaker } from '../../../conversation/incoming.ts';
import type { Block, Placement } from '../../../conversation/reply.ts';
import { messageOf } from '../../../errors.ts';
import type { Heard, Origin } from '../incoming/read-update.ts';
import type { TelegramLog } from '../log.ts';
import type { WholeReply } from './render-reply.ts';
import { TAP } from './sections.ts';

/** How `callback_data` begins that shows a reply again; the id of its message follows. */
export const AGAIN = 'r';

const BROKEN = '出现意外错误，这次没有答复。请稍后再试；仍不能解决的，请告诉管理员。';

/** "Is typing" is shown for five seconds at a time, once an answer takes longer than this. */
const TYPING_AFTER_MS = 1000;
const TYPING_EVERY_MS = 4500;

/** Whom an update comes from, as the conversation knows them: in a group, each by themselves. */
export function speakerOf({ chat, person, isGroup }: Origin): Speaker {
  const conversation = isGroup ? `${chat}/${person}` : String(chat);
  return {
    ...{ channel: 'telegram', conversation, person: String(person), isPublic: isGroup },
    ...{ carrier: 'Telegram', shows: 'pictures' },
  };
}

/** What the conversation hears; null where the tapped button is none of its own. */
export function incomingOf(
  heard: Extract<Heard, { kind: 'text' | 'tap' }>,
  update: number,
): Incoming | null {
  const { origin } = heard;
  const speaker = speakerOf(origin);
  // Telegram may number its updates anew after a quiet week; with the message they stay unique.
  const message = `${origin.message}.${update}`;
  if (heard.kind === 'text') return { speaker, message, said: { kind: 'text', text: heard.text } };
  const [from, rest] = [heard.data.slice(0, 1), heard.data.slice(1)];
  if (from === AGAIN) return { speaker, message: rest, said: tapOn('') };
  if (from !== TAP.reply && from !== TAP.passage) return null;
  return { speaker, message, said: tapOn(rest) };
}

function tapOn(action: string): Said {
  return { kind: 'action', action };
}

/** The whole reply; never rejects. */
export async function replyTo(
  incoming: Incoming,
  conversation: Conversation,
  log: TelegramLog,
): Promise<WholeReply> {
  const blocks: Block[] = [];
  let begun: { placement: Placement; said: string } = { placement: 'turn', said: '' };
  let problem: string | null = null;
  try {
    await conversation.respond(incoming, (event) => {
      if (event.kind === 'begin') begun = event;
      else if (event.kind === 'block') blocks.push(event.block);
      else if ('problem' in event) problem = event.problem;
    });
  } catch (error) {
    log.error({ reason: messageOf(error) }, 'A reply could not be made');
    problem = BROKEN;
  }
  if (problem !== null) return { kind: 'problem', problem };
  return { kind: 'reply', placement: begun.placement, said: begun.said, blocks };
}

/** Shows that an answer is on its way for as long as the work takes. */
export async function whileTyping<Result>(
  api: Api,
  { chat, thread }: Origin,
  work: () => Promise<Result>,
): Promise<Result> {
  const show = () => {
    const place = thread === null ? {} : { message_thread_id: thread };
    api.sendChatAction(chat, 'typing', place).catch(() => {});
  };
  let every: NodeJS.Timeout | undefined;
  const first = setTimeout(() => {
    show();
    every = setInterval(show, TYPING_EVERY_MS);
  }, TYPING_AFTER_MS);
  try {
    return await work();
  } finally {
    clearTimeout(first);
    clearInterval(every);
  }
}
