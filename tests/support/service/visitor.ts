import { randomBytes } from 'node:crypto';
import { readEvents } from '../../../src/channels/web/page/read-events.ts';
import type { ReplyEvent, ShownButton } from '../../../src/conversation/reply.ts';
import type { History } from '../../../src/conversation/store.ts';

/** Someone at the web chat of a running service who has not signed in. */
export interface Visitor {
  /** Sends a message, and gives the events of its reply once it is over. */
  say(text: string, listening?: Listening): Promise<readonly ReplyEvent[]>;
  tap(button: ShownButton, listening?: Listening): Promise<readonly ReplyEvent[]>;
  history(): Promise<History>;
}

export interface Listening {
  /** Of the message; one that was sent before gets the reply that was kept. */
  readonly id?: string;
  /** Called as each event is read. */
  onEvent?(event: ReplyEvent): void;
  /** Whoever aborts it leaves. */
  readonly signal?: AbortSignal;
}

/** @param url of the service, with a slash at its end */
export function newVisitor(url: string): Visitor {
  const cookie = `ganxun_visitor=${randomBytes(32).toString('base64url')}`;
  let messages = 0;

  const send = async (said: object, listening: Listening = {}): Promise<readonly ReplyEvent[]> => {
    const { id = `message-${++messages}`, onEvent = () => {}, signal = null } = listening;
    const response = await fetch(`${url}api/messages`, {
      method: 'POST',
      headers: { cookie, accept: 'text/event-stream', 'content-type': 'application/json' },
      body: JSON.stringify({ id, ...said }),
      signal,
    });
    if (!response.ok || response.body === null) {
      throw new Error(`Cannot read a reply: ${response.status} ${await response.text()}`);
    }
    const events: ReplyEvent[] = [];
    for await (const data of readEvents(response.body)) {
      const event = JSON.parse(data) as ReplyEvent;
      events.push(event);
      onEvent(event);
    }
    return events;
  };

  return {
    say: (text, listening) => send({ text }, listening),
    tap: ({ action }, listening) => send({ action }, listening),
    history: async () => {
      const response = await fetch(`${url}api/conversation`, { headers: { cookie } });
      return (await response.json()) as History;
    },
  };
}
