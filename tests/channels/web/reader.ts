import { request } from 'node:http';
import type { ReplyEvent } from '../../../src/conversation/reply.ts';

export const STREAM = { accept: 'text/event-stream' };
export const WHOLE = { accept: 'application/json' };

/** Someone who has sent a message and reads the reply as it comes. */
export interface Reader {
  /** What has come so far. */
  text(): string;
  readonly ended: Promise<void>;
  /** Closes the connection. */
  leave(): void;
}

export function openReply(
  port: number,
  body: { readonly id: string; readonly text: string },
  headers: Readonly<Record<string, string>>,
): Reader {
  const sent = request({
    port,
    path: '/api/messages',
    method: 'POST',
    agent: false,
    headers: { 'content-type': 'application/json', ...headers },
  });
  let text = '';
  const ended = new Promise<void>((resolve) => {
    sent.on('response', (response) => {
      response.setEncoding('utf8').on('data', (piece: string) => {
        text += piece;
      });
      response.on('error', () => {});
      response.on('end', resolve);
    });
  });
  sent.on('error', () => {});
  sent.end(JSON.stringify(body));
  return { text: () => text, ended, leave: () => sent.destroy() };
}

/** Events as the stream shows them. */
export function streamed(...events: readonly ReplyEvent[]): string {
  return events.map((event) => `event: ${event.kind}\ndata: ${JSON.stringify(event)}\n\n`).join('');
}

export function eventsIn(text: string): ReplyEvent[] {
  return [...text.matchAll(/^data: (.*)$/gmu)].map(([, data]) => JSON.parse(data ?? ''));
}
