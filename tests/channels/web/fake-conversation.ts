import type { Conversation } from '../../../src/conversation/conversation.ts';
import type { Incoming, Speaker } from '../../../src/conversation/incoming.ts';
import type { DraftFile, ReplyEvent, ShownFile } from '../../../src/conversation/reply.ts';
import type { History } from '../../../src/conversation/store.ts';

type Emit = (event: ReplyEvent) => void;
type Reply = (incoming: Incoming, emit: Emit, left: AbortSignal) => Promise<void>;

/** A conversation that does what a test tells it to, and remembers what it was asked. */
export class FakeConversation implements Conversation {
  readonly heard: Incoming[] = [];
  /** The signals of what was heard, in the same order. */
  readonly left: AbortSignal[] = [];
  readonly asked: { speaker: Speaker; before: string | undefined }[] = [];
  readonly forgotten: Speaker[] = [];
  readonly files = new Map<string, ShownFile & DraftFile>();
  past: History = { turns: [], hasMore: false };
  /** Messages that wait for whomever. */
  waiting = 0;
  /** Replies that ran to their end. */
  finished = 0;
  reply: Reply = async (incoming, emit) => {
    emit(begin);
    emit(words(wordsOf(incoming)));
    emit(end);
  };

  async respond(incoming: Incoming, emit: Emit, left: AbortSignal): Promise<void> {
    this.heard.push(incoming);
    this.left.push(left);
    try {
      await this.reply(incoming, emit, left);
    } finally {
      this.finished += 1;
    }
  }

  async history(speaker: Speaker, before?: string): Promise<History> {
    this.asked.push({ speaker, before });
    return this.past;
  }

  async file(_speaker: Speaker, id: string): Promise<(ShownFile & DraftFile) | null> {
    return this.files.get(id) ?? null;
  }

  async forget(speaker: Speaker): Promise<void> {
    this.forgotten.push(speaker);
  }

  async unread(): Promise<number> {
    return this.waiting;
  }

  addFile(id: string, name: string, mediaType: string, content = '内容'): void {
    const bytes = Buffer.from(content);
    this.files.set(id, { id, name, mediaType, bytes, size: bytes.length });
  }
}

function wordsOf({ said }: Incoming): string {
  if (said.kind === 'file') return `${said.name} ${said.bytes.length}`;
  return said.kind === 'text' ? said.text : said.action;
}

export const begin: ReplyEvent = { kind: 'begin', placement: 'turn', said: '' };
export const end: ReplyEvent = { kind: 'end', turn: 'turn-1' };

export function working(word: string): ReplyEvent {
  return { kind: 'working', word };
}

export function words(text: string): ReplyEvent {
  return { kind: 'block', block: { kind: 'text', tone: 'plain', text } };
}

/** Something to wait for until a test lets it happen. */
export function gate(): { readonly opened: Promise<void>; open(): void } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}
