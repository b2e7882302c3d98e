import type { ReplyEvent } from '../../conversation/reply.ts';

/** Milliseconds; proxies cut off what is silent for long, often after a minute or half of one. */
const HEARTBEAT_MS = 15_000;
/** A comment, which readers of an event stream pass over. */
const HEARTBEAT = ':\n\n';

/** An answer in the form of Server-Sent Events, to write to at any time. */
export interface EventStream {
  readonly response: Response;
  send(event: ReplyEvent): void;
  close(): void;
}

/**
 * Opens a stream that shows in every silence that it is alive; what comes after the reader has gone
 * is dropped.
 *
 * @param heartbeatMs milliseconds of silence that it shows so after
 */
export function openEventStream(heartbeatMs = HEARTBEAT_MS): EventStream {
  const encoder = new TextEncoder();
  let controller: ReadableStreamDefaultController<Uint8Array> | null = null;
  // A slow reader does not hold the reply up: one reply is small enough to wait in memory.
  const write = (text: string) => controller?.enqueue(encoder.encode(text));
  const heart = setInterval(() => write(HEARTBEAT), heartbeatMs);
  const stop = () => {
    clearInterval(heart);
    controller = null;
  };
  const body = new ReadableStream<Uint8Array>({
    start: (opened) => {
      controller = opened;
    },
    cancel: stop,
  });
  return {
    response: new Response(body, {
      headers: {
        'Content-Type': 'text/event-stream; charset=utf-8',
        'X-Accel-Buffering': 'no',
      },
    }),
    send: (event) => {
      if (controller === null) return;
      write(format(event));
      heart.refresh();
    },
    close: () => {
      controller?.close();
      stop();
    },
  };
}

/** JSON has no line breaks outside of its texts, and escapes them there: it is one line of data. */
function format(event: ReplyEvent): string {
  return `event: ${event.kind}\ndata: ${JSON.stringify(event)}\n\n`;
}
