import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Answer } from './answer.ts';
import type { Piece } from './model-double.ts';

/** Returns once all is sent, the client has gone, or nothing more is to come. */
export async function sendAnswer(response: ServerResponse, answer: Answer): Promise<void> {
  response.writeHead(answer.status, answer.headers);
  for (const piece of answer.pieces) await send(response, piece);
  switch (answer.ending) {
    case 'whole':
    case 'truncate':
      response.end();
      return;
    case 'hang':
      return;
    case 'disconnect':
      // What was written must have left before the connection is torn down.
      await pause(20);
      response.destroy();
      return;
    case 'endless':
      return sendWithoutEnd(
        response,
        answer.pieces.filter((piece) => typeof piece === 'string'),
      );
    default:
      answer.ending satisfies never;
  }
}

async function sendWithoutEnd(response: ServerResponse, pieces: readonly string[]): Promise<void> {
  const last = pieces.at(-1) ?? ' ';
  while (!response.destroyed) {
    await send(response, last);
    await pause(0);
  }
}

async function send(response: ServerResponse, piece: Piece): Promise<void> {
  if (response.destroyed) return;
  if (typeof piece !== 'string') {
    if ('written' in piece) piece.written();
    else await pause(piece.pauseMs);
    return;
  }
  if (response.write(piece)) return;
  await Promise.race([once(response, 'drain'), once(response, 'close')]);
}
