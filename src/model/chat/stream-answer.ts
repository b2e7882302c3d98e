import type { AIMessageChunk } from '@langchain/core/messages';
import type { CarefulFetch } from '../care/careful-fetch.ts';
import { callFailure, failureOfSignal, failureWithin } from '../failures.ts';
import { type CallLimits, type FilledPrompt, FREE_TEXT } from '../model.ts';
import { estimateTokens } from '../tokens.ts';
import { createAnswerCleaner } from './clean-answer.ts';
import { openChat } from './open-chat.ts';
import { spentInVain, usageOf } from './spending.ts';
import { askFor, FORMATS, type Format } from './structured-output.ts';

export interface StreamParts {
  readonly baseUrl: string;
  /** As the endpoint calls it. */
  readonly model: string;
  readonly careful: CarefulFetch;
  readonly formats: FormatMemory;
}

/** Which format the endpoint takes, once it has taken one. */
export interface FormatMemory {
  taken: Format | null;
}

/**
 * The text of an answer as it arrives, without thoughts and fences. An endpoint that does not take
 * the most exact format is asked again in the next one.
 *
 * @throws ModelFailure, after what came has been given where the answer breaks off
 */
export async function* streamAnswer(
  prompt: FilledPrompt,
  limits: CallLimits,
  parts: StreamParts,
): AsyncGenerator<string> {
  const { formats } = parts;
  const untried = formats.taken === null ? [...FORMATS] : [formats.taken];
  const isJson = prompt.output !== FREE_TEXT;
  for (;;) {
    const format = (isJson ? untried.shift() : null) ?? 'plain';
    try {
      const cleaner = createAnswerCleaner(isJson);
      let isEmpty = true;
      for await (const chunk of rawAnswer(prompt, format, limits, parts)) {
        // It has begun to answer, so it takes the format.
        if (isJson) formats.taken = format;
        const text = cleaner.push(chunk);
        if (text === '') continue;
        isEmpty = false;
        yield text;
      }
      const rest = cleaner.end();
      if (rest !== '') yield rest;
      if (isEmpty && rest === '') throw callFailure('malformed');
      return;
    } catch (error) {
      const isRefused = failureWithin(error)?.kind === 'refused';
      if (!isRefused || !isJson || untried.length === 0) throw error;
    }
  }
}

/**
 * The text of one call, spending through the meter however it ends.
 *
 * @throws ModelFailure `malformed` where the answer is not brought to its end
 */
async function* rawAnswer(
  prompt: FilledPrompt,
  format: Format,
  { signal, tokens }: CallLimits,
  { baseUrl, model, careful }: StreamParts,
): AsyncGenerator<string> {
  const { responseFormat, words } = askFor(prompt, format);
  const messages = [
    { role: 'system', content: prompt.system + words },
    { role: 'user', content: prompt.user },
  ];
  const asked = prompt.system + words + prompt.user;
  const room = tokens.left() - estimateTokens(asked);
  if (room <= 0) throw callFailure('over-budget');
  if (signal.aborted) throw failureOfSignal(signal);
  const work = careful.work(signal);
  const chat = await openChat({ baseUrl, model, work, room, callbacks: [] });
  let reported: number | null = null;
  let said = '';
  let inVain = 0;
  try {
    // The signal ends the call through the work; LangChain would gather listeners on it.
    const options = responseFormat === null ? {} : { response_format: responseFormat };
    let finish: unknown = null;
    for await (const chunk of await chat.stream(messages, options)) {
      reported = usageOf(chunk) ?? reported;
      finish = chunk.response_metadata.finish_reason ?? finish;
      said += thoughtsOf(chunk) + chunk.text;
      yield chunk.text;
    }
    if (finish !== 'stop') throw callFailure('malformed');
  } catch (error) {
    const failure = failureWithin(error) ?? callFailure('malformed');
    inVain = spentInVain(asked, failure);
    throw failure;
  } finally {
    const estimated = said === '' ? inVain : estimateTokens(asked + said);
    tokens.spend(reported ?? estimated);
  }
}

/** What a reasoning model thinks apart from its answer. */
function thoughtsOf({ additional_kwargs: more }: AIMessageChunk): string {
  return typeof more.reasoning_content === 'string' ? more.reasoning_content : '';
}
