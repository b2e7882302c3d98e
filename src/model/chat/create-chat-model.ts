import type { z } from 'zod';
import { callFailure } from '../failures.ts';
import { type ChatModel, FREE_TEXT } from '../model.ts';
import { openChat } from './open-chat.ts';
import { spendThrough } from './spending.ts';
import { type StreamParts, streamAnswer } from './stream-answer.ts';

export function createChatModel(parts: StreamParts): ChatModel {
  const { baseUrl, model, careful } = parts;
  return {
    name: model,
    stream: (prompt, limits) => streamAnswer(prompt, limits, parts),
    complete: async (prompt, limits) => {
      let text = '';
      // As a stream too, so that silence is told from an answer that takes long.
      for await (const chunk of streamAnswer(prompt, limits, parts)) text += chunk;
      return parseAnswer(prompt.output, text);
    },
    forAgent: async ({ signal, tokens }) => {
      const work = careful.work(signal, () => {
        if (tokens.left() <= 0) throw callFailure('over-budget');
      });
      const callbacks = [await spendThrough(tokens)];
      return openChat({ baseUrl, model, work, room: Math.max(1, tokens.left()), callbacks });
    },
  };
}

/** @throws ModelFailure `malformed` where the text is not of the shape */
function parseAnswer<Shape extends z.ZodType>(shape: Shape, text: string): z.output<Shape> {
  const value: unknown = (shape as z.ZodType) === FREE_TEXT ? text : parseJson(text);
  const parsed = shape.safeParse(value);
  if (!parsed.success) throw callFailure('malformed');
  return parsed.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw callFailure('malformed');
  }
}
