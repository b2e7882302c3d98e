import type { Block, Placement, ReplyEvent } from '../../conversation/reply.ts';
import { type EventStream, openEventStream } from './event-stream.ts';
import type { WebLog } from './log.ts';
import { type Asked, messageFor, problem } from './problems.ts';

/** Makes a reply, to its end, and tells it event by event. */
export type Respond = (emit: (event: ReplyEvent) => void) => Promise<void>;

type Problem = Extract<ReplyEvent, { kind: 'refused' | 'failed' }>;

/** Stands for the end that a reply lost to a defect. */
const BROKEN: ReplyEvent = { kind: 'failed', problem: messageFor('internal') };

/** The reply in one piece, once it has ended. */
export async function sendWholeReply(
  asked: Asked,
  respond: Respond,
  log: WebLog,
): Promise<Response> {
  let placement: Placement = 'turn';
  let turn: string | null = null;
  let refusal: Problem | null = null;
  const blocks: Block[] = [];
  await tellToEnd(respond, log, (event) => {
    if (event.kind === 'begin') {
      placement = event.placement;
      blocks.length = 0;
    } else if (event.kind === 'block') blocks.push(event.block);
    else if (event.kind === 'end') turn = event.turn;
    else if (event.kind !== 'working') refusal = event;
  });
  if (refusal !== null) return problemOf(asked, refusal);
  return Response.json({ placement, turn, blocks });
}

/**
 * The reply event by event as it is made; its status is settled by the first one.
 *
 * @param heartbeatMs milliseconds of silence after which the stream shows that it is alive
 */
export function streamReply(
  asked: Asked,
  respond: Respond,
  log: WebLog,
  heartbeatMs: number | undefined,
): Promise<Response> {
  return new Promise((resolve) => {
    let stream: EventStream | null = null;
    void tellToEnd(respond, log, (event) => {
      if (stream === null) {
        if (event.kind === 'refused' || event.kind === 'failed') {
          resolve(problemOf(asked, event));
          return;
        }
        stream = openEventStream(heartbeatMs);
        resolve(stream.response);
      }
      stream.send(event);
      if (isLast(event)) stream.close();
    });
  });
}

/** Tells the events up to the last one, which comes whatever happens; never rejects. */
async function tellToEnd(
  respond: Respond,
  log: WebLog,
  tell: (event: ReplyEvent) => void,
): Promise<void> {
  let ended = false;
  const tellOnce = (event: ReplyEvent) => {
    if (ended) return;
    ended = isLast(event);
    if (event.kind === 'failed' && event !== BROKEN)
      log.error({ problem: event.problem }, 'A reply failed');
    tell(event);
  };
  try {
    await respond(tellOnce);
    if (!ended) throw new Error('Cannot finish a reply: it stopped before its last event');
  } catch (error) {
    log.error({ err: error }, 'A reply broke off');
    tellOnce(BROKEN);
  }
}

function isLast({ kind }: ReplyEvent): boolean {
  return kind === 'end' || kind === 'refused' || kind === 'failed';
}

function problemOf(asked: Asked, event: Problem): Response {
  if (event.kind === 'refused') return problem(asked, 'unreadable', event.problem);
  return problem(asked, event === BROKEN ? 'internal' : 'not-kept', event.problem);
}
