import { badRequest } from './api-error.ts';
import { booleanArgument, type CallArguments, textArgument } from './call-arguments.ts';

const MAX_AGE = 15_000;
const MAX_TEXT = 200;

export interface CallbackAnswer {
  readonly id: string;
  readonly text?: string;
  readonly show_alert?: boolean;
}

export interface CallbackQueries {
  /** A new id; a person waits for the answer from now on. */
  ask(): string;
  answer(call: CallArguments): true;
  answers(): readonly CallbackAnswer[];
}

export function createCallbackQueries(now: () => number): CallbackQueries {
  let asked = 0;
  const waiting = new Map<string, number>();
  const answers: CallbackAnswer[] = [];
  const ask = () => {
    asked += 1;
    const id = String(4_382_200_000_000_000n + BigInt(asked) * 7919n);
    waiting.set(id, now());
    return id;
  };
  const answer = (call: CallArguments): true => {
    const id = textArgument(call, 'callback_query_id');
    const text = textArgument(call, 'text');
    const at = waiting.get(id);
    if (at === undefined || now() - at > MAX_AGE) {
      throw badRequest('query is too old and response timeout expired or query ID is invalid');
    }
    if (text.length > MAX_TEXT) throw badRequest('MESSAGE_TOO_LONG');
    if (textArgument(call, 'url') !== '') throw badRequest('URL_INVALID');
    waiting.delete(id);
    answers.push({
      id,
      ...(text === '' ? {} : { text }),
      ...(booleanArgument(call, 'show_alert') ? { show_alert: true } : {}),
    });
    return true;
  };
  return { ask, answer, answers: () => [...answers] };
}
