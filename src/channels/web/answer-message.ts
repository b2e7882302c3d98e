import type { Handler } from 'hono';
import type { WebLog } from './log.ts';
import type { Presence } from './presence.ts';
import { problem } from './problems.ts';
import type { ReadMessage } from './read-message.ts';
import { type Respond, sendWholeReply, streamReply } from './send-reply.ts';
import type { WithSpeaker } from './speaker.ts';

/** How many messages of one person may wait for their replies at a time. */
const MOST_UNANSWERED = 8;

export interface AnswerParts {
  readonly presence: Presence;
  readonly log: WebLog;
  /** Milliseconds of silence after which a stream shows that it is alive. */
  readonly heartbeatMs?: number;
}

export type AnswerMessage = (
  read: (request: Request) => Promise<ReadMessage>,
) => Handler<WithSpeaker>;

/** Answers one message, as a stream of events where that is asked for. */
export function answerMessages({ presence, log, heartbeatMs }: AnswerParts): AnswerMessage {
  const unanswered = new Map<string, number>();
  const count = (person: string, change: number) => {
    const left = (unanswered.get(person) ?? 0) + change;
    if (left > 0) unanswered.set(person, left);
    else unanswered.delete(person);
  };

  return (readMessage) => async (c) => {
    const asked = c.req.raw;
    const read = await readMessage(asked);
    if (!read.ok) return problem(asked, read.code);
    const speaker = c.get('speaker');
    if ((unanswered.get(speaker.person) ?? 0) >= MOST_UNANSWERED) return problem(asked, 'busy');

    const conversation = c.get('conversation');
    const incoming = { speaker, ...read.message };
    const name = `${speaker.channel} ${speaker.person} ${incoming.message}`;
    const respond: Respond = async (emit) => {
      count(speaker.person, 1);
      try {
        await presence.accompany(name, asked.signal, (left) =>
          conversation.respond(incoming, emit, left),
        );
      } finally {
        count(speaker.person, -1);
      }
    };
    const streams = (c.req.header('Accept') ?? '').includes('text/event-stream');
    return streams
      ? streamReply(asked, respond, log, heartbeatMs)
      : sendWholeReply(asked, respond, log);
  };
}
