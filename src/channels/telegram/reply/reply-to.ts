import type { Conversation } from '../../../conversation/conversation.ts';
import type { Incoming, Said, Speaker } from '../../../conversation/incoming.ts';
import type { Block, Placement, ReplyEvent } from '../../../conversation/reply.ts';
import { messageOf } from '../../../errors.ts';
import type { Heard, Origin } from '../incoming/read-update.ts';
import type { TelegramLog } from '../log.ts';
import type { WholeReply } from './render-reply.ts';
import { TAP } from './section.ts';

/** How `callback_data` begins that shows a reply again; the id of its message follows. */
export const AGAIN = 'r';

const BROKEN = '出现意外错误，这次没有答复。请稍后再试；仍不能解决的，请告诉管理员。';

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
  if (heard.kind === 'text') return textIncoming(heard.text, heard, update);
  const speaker = speakerOf(heard.origin);
  const message = messageId(heard, update);
  const [from, rest] = [heard.data.slice(0, 1), heard.data.slice(1)];
  if (from === AGAIN) return { speaker, message: rest, said: tapOn('') };
  if (from !== TAP.reply && from !== TAP.passage) return null;
  return { speaker, message, said: tapOn(rest) };
}

/** What the conversation hears of a file that was fetched. */
export function fileIncoming(
  { origin, file }: Extract<Heard, { kind: 'file' }>,
  bytes: Uint8Array,
  update: number,
): Incoming {
  const said = { kind: 'file', name: file.name, bytes } as const;
  return { speaker: speakerOf(origin), message: messageId({ origin }, update), said };
}

/** What the conversation hears of words. */
export function textIncoming(
  text: string,
  { origin }: { readonly origin: Origin },
  update: number,
): Incoming {
  const said = { kind: 'text', text } as const;
  return { speaker: speakerOf(origin), message: messageId({ origin }, update), said };
}

/** Telegram may number its updates anew after a quiet week; with the message they stay unique. */
function messageId({ origin }: { readonly origin: Origin }, update: number): string {
  return `${origin.message}.${update}`;
}

function tapOn(action: string): Said {
  return { kind: 'action', action };
}

/** A reply as far as it has come. */
export interface SoFar {
  readonly placement: Placement;
  readonly said: string;
  readonly blocks: readonly Block[];
  /** What is being done now; null where nothing was said of that since the last block. */
  readonly word: string | null;
}

export interface ReplyParts {
  readonly log: TelegramLog;
  /** Aborted once nobody waits for the reply any more. */
  readonly left: AbortSignal;
  /** Told each time that it has come further. */
  onProgress(soFar: SoFar): void;
}

/** The whole reply; never rejects. */
export async function replyTo(
  incoming: Incoming,
  conversation: Conversation,
  { log, left, onProgress }: ReplyParts,
): Promise<WholeReply> {
  let reply: SoFar = { placement: 'turn', said: '', blocks: [], word: null };
  let problem: string | null = null;
  let takesBack = false;
  const hear = (event: ReplyEvent): void => {
    if (event.kind === 'end') {
      takesBack = event.takesBack === true;
      return;
    }
    if ('problem' in event) {
      problem = event.problem;
      return;
    }
    reply = furtherBy(event, reply);
    onProgress(reply);
  };
  try {
    await conversation.respond(incoming, hear, left);
  } catch (error) {
    log.error({ reason: messageOf(error) }, 'A reply could not be made');
    problem = BROKEN;
  }
  if (problem !== null) return { kind: 'problem', problem };
  const { placement, said, blocks } = reply;
  return { kind: 'reply', placement, said, blocks, ...(takesBack ? { takesBack } : {}) };
}

function furtherBy(
  event: Extract<ReplyEvent, { kind: 'begin' | 'working' | 'block' }>,
  soFar: SoFar,
): SoFar {
  switch (event.kind) {
    case 'begin':
      return { placement: event.placement, said: event.said, blocks: [], word: null };
    case 'working':
      return { ...soFar, word: event.word };
    case 'block':
      return { ...soFar, blocks: [...soFar.blocks, event.block], word: null };
    default:
      return event satisfies never;
  }
}
