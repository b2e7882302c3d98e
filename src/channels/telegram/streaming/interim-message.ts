import type { Api } from 'grammy';
import type { TelegramLog } from '../log.ts';
import { compose, join, split } from '../reply/formatted-text.ts';
import { MESSAGE_LENGTH } from '../reply/limits.ts';
import { renderBeginning, type Tapped } from '../reply/render-reply.ts';
import type { FormattedText } from '../reply/step.ts';
import { failureOf, isOfCall } from '../sending/failure.ts';
import { editMessage, type Place, sendMessage, type Words } from '../sending/send-message.ts';
import type { Progress } from '../store.ts';
import { afterFailure, NEVER_MS, type Preview } from './preview.ts';
import type { StreamTimes } from './stream-times.ts';

export interface InterimParts {
  readonly api: Api;
  readonly place: Place;
  readonly tapped: Tapped | null;
  readonly times: StreamTimes;
  readonly log: TelegramLog;
  /** Keeps what is known of the message. */
  save(progress: Progress): Promise<void>;
}

export interface InterimMessage extends Preview {
  /** What is known of the message by now, for the whole reply to go on with. */
  progress(): Progress;
}

/** Stands under all that is not the whole, whatever becomes of this process. */
const UNFINISHED = compose([{ text: '（未完，请稍候……）' }]);
const BETWEEN = '\n\n';

/**
 * Shows a reply as a message that is changed as more comes, until the reply's first step replaces
 * it. That it is on its way is kept first: one whose arrival is unknown is never sent again, and
 * the reply goes on as any whose first message may be lost.
 *
 * @param progress where an earlier process may have sent the message
 */
export function previewAsMessage(progress: Progress, parts: InterimParts): InterimMessage {
  const { api, place, tapped, times, log } = parts;
  let now = progress;

  const send = async (words: Words): Promise<void> => {
    await parts.save({ ...now, isSending: true });
    try {
      now = { ...now, interim: await sendMessage(api, words, place) };
    } catch (error) {
      const isLost = !isOfCall(error) || failureOf(error).kind === 'uncertain';
      now = { ...now, isSending: isLost };
      throw error;
    } finally {
      await parts.save(now);
    }
  };

  return {
    // A message stays.
    renewMs: NEVER_MS,
    wordsOf: (soFar) => renderBeginning(soFar, tapped),
    show: async (words) => {
      const shown = { ...unfinished(words), keyboard: [] };
      try {
        if (now.interim === null) await send(shown);
        else if (!(await editMessage(api, shown, now.interim, place))) return { kind: 'stopped' };
        return { kind: 'shown', waitMs: times.editMs };
      } catch (error) {
        return afterFailure(error, log);
      }
    },
    progress: () => now,
  };
}

function unfinished(words: FormattedText): FormattedText {
  const room = MESSAGE_LENGTH - BETWEEN.length - UNFINISHED.text.length;
  return join([...split(words, room).slice(0, 1), UNFINISHED], BETWEEN);
}
