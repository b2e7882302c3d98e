import { readEvents } from '../../../src/channels/web/page/read-events.ts';
import type { Block, ReplyEvent } from '../../../src/conversation/reply.ts';

export type Said =
  | { readonly text: string }
  | { readonly action: string; readonly written?: string };

/**
 * Sends a message as the page does.
 *
 * @param cookie who speaks
 * @param id of the message; the same one again gets the same reply
 * @returns the blocks of the reply; null where it did not come through
 */
export async function sendFromPage(
  url: string,
  cookie: string,
  id: string,
  said: Said,
): Promise<readonly Block[] | null> {
  try {
    const response = await fetch(`${url}api/messages`, {
      method: 'POST',
      headers: { cookie, accept: 'text/event-stream', 'content-type': 'application/json' },
      body: JSON.stringify({ id, ...said }),
    });
    if (!response.ok || response.body === null) return null;
    const blocks: Block[] = [];
    for await (const data of readEvents(response.body)) {
      const event = JSON.parse(data) as ReplyEvent;
      if (event.kind === 'begin') blocks.length = 0;
      if (event.kind === 'block') blocks.push(event.block);
      if (event.kind === 'failed') return null;
      if (event.kind === 'end') return blocks;
    }
  } catch {
    // The service is down at the moment.
  }
  return null;
}
