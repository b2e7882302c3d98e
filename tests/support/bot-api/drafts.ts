import type { MessageEntity } from 'grammy/types';
import { badRequest, ownRule } from './api-error.ts';
import { type CallArguments, integerArgument, textArgument } from './call-arguments.ts';
import { type Chats, refuseBlocked } from './chats.ts';
import { draftText, readDraftText } from './formatted-text.ts';
import type { Messages } from './messages.ts';
import { threadOf } from './sending.ts';

/** How long a draft is seen, in milliseconds, unless the bot shows it again or says something. */
const SEEN_FOR = 30_000;

/** A part of a message that the bot still writes, as the person sees it. */
export interface ShownDraft {
  readonly draft_id: number;
  /** Empty where the app says in words of its own that the bot thinks. */
  readonly text: string;
  readonly entities: readonly MessageEntity[];
  readonly message_thread_id?: number;
  /** When it was shown, on the clock of the double. */
  readonly at: number;
}

export interface Drafts {
  send(call: CallArguments): true;
  shown(chat: number): readonly ShownDraft[];
  current(chat: number): ShownDraft | undefined;
}

interface KeptDraft extends ShownDraft {
  /** The latest message of the bot in the chat at that time. */
  readonly after: number;
}

export function createDrafts(chats: Chats, messages: Messages, now: () => number): Drafts {
  const kept = new Map<number, KeptDraft[]>();
  const latest = (chat: number) =>
    Math.max(0, ...messages.own(chat).map(({ message_id }) => message_id));
  const send = (call: CallArguments): true => {
    const given = readDraftText(call, chats.isMet);
    const chat = chats.check(textArgument(call, 'chat_id'), 'send');
    if (chat.type !== 'private') throw badRequest('TEXTDRAFT_PEER_INVALID');
    const thread = threadOf(call, chat);
    const draft_id = integerArgument(call, 'draft_id', 0);
    if (draft_id === 0) throw ownRule('a draft_id of 0, which the documentation excludes');
    const { text, entities } = draftText(given);
    refuseBlocked(chat);
    const draft = {
      ...{ draft_id, text, entities, at: now(), after: latest(chat.id) },
      ...(thread === undefined ? {} : { message_thread_id: thread }),
    };
    kept.set(chat.id, [...(kept.get(chat.id) ?? []), draft]);
    return true;
  };
  const shown = (chat: number) => (kept.get(chat) ?? []).map(visible);
  const current = (chat: number) => {
    const last = kept.get(chat)?.at(-1);
    if (last === undefined || last.after < latest(chat) || last.at + SEEN_FOR <= now()) {
      return undefined;
    }
    return visible(last);
  };
  return { send, shown, current };
}

function visible({ after, ...draft }: KeptDraft): ShownDraft {
  return draft;
}
