import { once } from 'node:events';
import type { Conversation } from '../../src/conversation/conversation.ts';
import type { Incoming } from '../../src/conversation/incoming.ts';
import type { Block, Placement, ReplyEvent } from '../../src/conversation/reply.ts';

/** A reply that a test makes event by event. */
export interface StagedReply {
  readonly incoming: Incoming;
  /** Aborted once nobody waits for it any more. */
  readonly left: AbortSignal;
  begin(placement?: Placement): void;
  working(word: string): void;
  block(block: Block): void;
  end(): void;
  fail(problem: string): void;
}

export interface Stage {
  /** Stands in the place of a conversation; files and history stay its own. */
  around(conversation: Conversation): Conversation;
  /** The next reply that somebody waits for. */
  next(): Promise<StagedReply>;
}

export function setStage(): Stage {
  const waiting: StagedReply[] = [];
  const asked = new EventTarget();
  const respond: Conversation['respond'] = (incoming, emit, left) =>
    new Promise((resolve) => {
      if (left === undefined) throw new Error('Expected to be told when nobody waits any more');
      const last = (event: ReplyEvent) => {
        emit(event);
        resolve();
      };
      waiting.push({
        ...{ incoming, left },
        begin: (placement = 'turn') => emit({ kind: 'begin', placement, said: wordsOf(incoming) }),
        working: (word) => emit({ kind: 'working', word }),
        block: (block) => emit({ kind: 'block', block }),
        end: () => last({ kind: 'end', turn: 'turn' }),
        fail: (problem) => last({ kind: 'failed', problem }),
      });
      asked.dispatchEvent(new Event('asked'));
    });
  const next = async (): Promise<StagedReply> => {
    for (;;) {
      const reply = waiting.shift();
      if (reply !== undefined) return reply;
      await once(asked, 'asked');
    }
  };
  return { around: (conversation) => ({ ...conversation, respond }), next };
}

function wordsOf({ said }: Incoming): string {
  return said.kind === 'text' ? said.text : '';
}

export function text(words: string): Block {
  return { kind: 'text', tone: 'plain', text: words };
}

export function quote(words: string, number = 1): Block {
  const place = '六（一）';
  return {
    ...{ kind: 'quote', role: 'quote', number, title: '规划', place, text: words },
    line: `「${words}」——《规划》${place}`,
    buttons: [{ label: '查看原文', action: `${'x'.repeat(16)}.${number}` }],
  };
}
