import { type App, createApp, type Overrides } from '../../src/app.ts';
import type { Conversation } from '../../src/conversation/conversation.ts';
import type { Said, Speaker } from '../../src/conversation/incoming.ts';
import { blockText } from '../../src/conversation/plain-text.ts';
import type { Block, ReplyEvent, ShownButton } from '../../src/conversation/reply.ts';

export const COMRADE: Speaker = { channel: 'test', conversation: 'one', person: 'comrade' };

/** A reply as a test reads it. */
export interface Heard {
  readonly events: readonly ReplyEvent[];
  readonly placement: string | null;
  readonly turn: string | null;
  readonly blocks: readonly Block[];
  /** All blocks in plain lines. */
  readonly text: string;
  /** Of a refused or failed message. */
  readonly problem: string | null;
  /** @throws where the reply has no such button */
  button(label: string): ShownButton;
}

export interface Talk {
  say(text: string, message?: string): Promise<Heard>;
  /** @param text what was written into the input that the button takes */
  tap(button: ShownButton, message?: string, text?: string): Promise<Heard>;
  /** Sends a file. */
  send(name: string, content: string | Uint8Array, message?: string): Promise<Heard>;
}

let messages = 0;

/** Speaks for one person. */
export function talkWith(conversation: Conversation, speaker: Speaker = COMRADE): Talk {
  const send = async (said: Said, message = `m${++messages}`): Promise<Heard> => {
    const events: ReplyEvent[] = [];
    await conversation.respond({ speaker, message, said }, (event) => events.push(event));
    return heard(events);
  };
  return {
    say: (text, message) => send({ kind: 'text', text }, message),
    tap: ({ action }, message, text) =>
      send({ kind: 'action', action, ...(text === undefined ? {} : { text }) }, message),
    send: (name, content, message) =>
      send({ kind: 'file', name, bytes: new Uint8Array(Buffer.from(content)) }, message),
  };
}

function heard(events: readonly ReplyEvent[]): Heard {
  const blocks = events.flatMap((event) => (event.kind === 'block' ? [event.block] : []));
  const begin = events.find((event) => event.kind === 'begin');
  const last = events.at(-1);
  return {
    events,
    blocks,
    placement: begin?.placement ?? null,
    turn: last?.kind === 'end' ? last.turn : null,
    text: blocks.map(blockText).join('\n'),
    problem: last?.kind === 'refused' || last?.kind === 'failed' ? last.problem : null,
    button: (label) => {
      const buttons = blocks.flatMap(buttonsOf);
      const found = buttons.find((button) => button.label === label);
      if (found === undefined) throw new Error(`Expected a button "${label}" in the reply`);
      return found;
    },
  };
}

function buttonsOf(block: Block): readonly ShownButton[] {
  if ('buttons' in block) return block.buttons;
  if (block.kind !== 'question') return [];
  const { groups, input, back, forward, more } = block;
  return [
    ...groups.flatMap(({ choices }) => choices.map(({ button }) => button)),
    ...(input === null ? [] : [input.button]),
    ...(back === null ? [] : [back]),
    ...[forward, ...more],
  ];
}

/** Another process, as it were, on the same folders. */
export function reopen(app: App, overrides: Overrides = {}): App {
  return createApp(app.config, overrides);
}
