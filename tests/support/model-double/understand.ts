import { type Answer, refusal } from './answer.ts';
import { ApiError } from './api-error.ts';
import { chatAnswer } from './chat-answer.ts';
import { checkChat } from './check-chat.ts';
import { checkEmbeddings } from './check-embeddings.ts';
import { requireField } from './check-fields.ts';
import { embeddingsAnswer } from './embeddings-answer.ts';
import type { JsonObject } from './json.ts';
import type { Reply } from './model-double.ts';

/** An answer, or what becomes of the connection without one. */
export type Outcome = Answer | 'hang' | 'disconnect';

/** A request that passed all checks, still without an answer. */
export type Understood = (reply: Reply) => Outcome;

/** @throws ApiError where the public API would refuse it */
export function understand(
  path: string,
  body: JsonObject,
  models: { readonly chatModel: string; readonly embeddingModel: string },
): Understood {
  const model = String(requireField(body, 'model'));
  const isChat = path === 'chat/completions';
  if (model !== (isChat ? models.chatModel : models.embeddingModel)) {
    throw new ApiError(
      404,
      `The model '${model}' does not exist or you do not have access to it.`,
      { code: 'model_not_found' },
    );
  }
  if (isChat) {
    const request = checkChat(body);
    return (reply) => {
      if (reply.kind === 'vectors') throw new Error('Cannot answer a chat with vectors');
      const isSaid = reply.kind === 'text' || reply.kind === 'tools';
      return isSaid ? chatAnswer(model, request, reply) : trouble(reply);
    };
  }
  const request = checkEmbeddings(body);
  return (reply) => {
    if (reply.kind === 'vectors') return embeddingsAnswer(model, request, reply);
    if (reply.kind !== 'text' && reply.kind !== 'tools') return trouble(reply);
    throw new Error(`Cannot answer a request for embeddings with ${reply.kind}`);
  };
}

type Trouble = Exclude<Reply, { kind: 'text' | 'tools' | 'vectors' }>;

function trouble(reply: Trouble): Outcome {
  if (reply.kind === 'hang' || reply.kind === 'disconnect') return reply.kind;
  if (reply.kind === 'body') {
    const headers = { 'content-type': reply.contentType };
    return { status: 200, headers, pieces: [reply.body], ending: 'whole' };
  }
  const { status, message = 'An error that the test scripted.', code, headers } = reply;
  return refusal(new ApiError(status, message, code === undefined ? {} : { code }), headers);
}
