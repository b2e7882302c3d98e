import type { Api } from 'grammy';
import { forClient } from '../bot.ts';
import type { TelegramLog } from '../log.ts';
import { compose } from '../reply/formatted-text.ts';
import { renderBeginning, type Tapped } from '../reply/render-reply.ts';
import type { Place } from '../sending/send-message.ts';
import { afterFailure, type Preview } from './preview.ts';
import type { StreamTimes } from './stream-times.ts';

/** Whether the Bot API server knows drafts; it is taken to until it says otherwise. */
export interface DraftSupport {
  isThere(): boolean;
  isMissing(): void;
}

export function createDraftSupport(): DraftSupport {
  let isThere = true;
  return {
    isThere: () => isThere,
    isMissing: () => {
      isThere = false;
    },
  };
}

export interface DraftParts {
  readonly api: Api;
  readonly place: Place;
  /** Not zero: it tells one reply from the next. */
  readonly draft: number;
  readonly tapped: Tapped | null;
  readonly support: DraftSupport;
  readonly times: StreamTimes;
  readonly log: TelegramLog;
}

/** An older server, such as one of the operator's own. */
const NO_SUCH_METHOD = /method not found/u;

/** Shows a reply as a draft of the bot's, which private chats alone have: no message is sent. */
export function previewAsDraft(parts: DraftParts): Preview {
  const { api, place, draft, tapped, support, times, log } = parts;
  const { chat, thread } = place;
  return {
    renewMs: times.renewMs,
    wordsOf: (soFar) => {
      const { word } = soFar;
      return renderBeginning(soFar, tapped) ?? (word === null ? null : compose([{ text: word }]));
    },
    show: async ({ text, entities }, hurry) => {
      const other = {
        entities: [...entities],
        ...(thread === null ? {} : { message_thread_id: thread }),
      };
      try {
        await api.sendMessageDraft(chat, draft, text, other, forClient(hurry));
        return { kind: 'shown', waitMs: times.draftMs };
      } catch (error) {
        return afterFailure(error, log, ({ reason }) => {
          if (NO_SUCH_METHOD.test(reason)) support.isMissing();
        });
      }
    },
  };
}
