import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';

const LINE_END = 0x0a;

/** A proxy that hands event streams on byte by byte, and ends their lines with CRLF. */
export async function startPieceProxy(target: string) {
  let pieces = 0;
  const handOn = async (answer: IncomingMessage, outgoing: ServerResponse) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    const isStream = answer.headers['content-type']?.startsWith('text/event-stream') === true;
    for await (const chunk of answer as AsyncIterable<Buffer>) {
      if (!isStream) {
        outgoing.write(chunk);
        continue;
      }
      for (const byte of chunk) {
        for (const one of byte === LINE_END ? [0x0d, LINE_END] : [byte]) {
          pieces += 1;
          outgoing.write(Buffer.of(one));
          await nextTurn();
        }
      }
    }
    outgoing.end();
  };
  const server = createServer((incoming, outgoing) => {
    const { url = '/', method, headers } = incoming;
    const options = { method, headers } as const;
    incoming.pipe(
      request(new URL(url, target), options, (answer) => void handOn(answer, outgoing)),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    pieces: () => pieces,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
