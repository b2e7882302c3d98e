import type { Api } from 'grammy';
import type { Conversation } from '../../../conversation/conversation.ts';
import type { Incoming } from '../../../conversation/incoming.ts';
import type { TelegramLog } from '../log.ts';
import type { WholeReply } from '../reply/render-reply.ts';
import { replyTo, type SoFar } from '../reply/reply-to.ts';
import type { FormattedText } from '../reply/step.ts';
import type { Place } from '../sending/send-message.ts';
import { createPaced } from './paced.ts';
import { watchPieces } from './pieces.ts';
import type { Preview } from './preview.ts';
import type { StreamTimes } from './stream-times.ts';
import { createTyping } from './typing.ts';

export interface StreamParts {
  readonly api: Api;
  readonly conversation: Conversation;
  readonly log: TelegramLog;
  /** Aborted when this process must end. */
  readonly signal: AbortSignal;
  readonly times: StreamTimes;
}

/**
 * Makes a reply; whoever waits for it sees that it is made, and where it comes piece by piece, what
 * there is of it. When this settles nothing of that is under way any more. Never rejects.
 */
export async function streamReply(
  incoming: Incoming,
  place: Place,
  preview: Preview,
  { api, conversation, log, signal, times }: StreamParts,
): Promise<WholeReply> {
  const left = new AbortController();
  const leave = () => left.abort();
  // Not AbortSignal.any: what it makes stays with the signal for as long as that lives.
  if (signal.aborted) leave();
  signal.addEventListener('abort', leave, { once: true });

  const typing = createTyping(api, place);
  let isMade = false;
  const show = async (words: FormattedText, hurry: AbortSignal) => {
    const shown = await preview.show(words, hurry);
    if (shown.kind === 'closed') leave();
    if (shown.kind === 'shown' || shown.kind === 'closed') typing.off();
    else if (!isMade) typing.on();
    return shown;
  };
  const { signMs: startMs } = times;
  const paced = createPaced({ show, startMs, renewMs: preview.renewMs });
  let newest: FormattedText | null = null;
  const sign = setTimeout(() => {
    if (newest === null) typing.on();
  }, startMs);

  const isInPieces = watchPieces();
  const onProgress = (soFar: SoFar) => {
    if (!isInPieces(soFar)) return;
    const words = preview.wordsOf(soFar);
    if (words === null || words.text === newest?.text) return;
    newest = words;
    paced.set(words);
  };
  try {
    return await replyTo(incoming, conversation, { log, left: left.signal, onProgress });
  } finally {
    isMade = true;
    clearTimeout(sign);
    signal.removeEventListener('abort', leave);
    await paced.end();
    typing.off();
  }
}
