import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Answer, refusal } from './answer.ts';
import { ApiError, ownRule } from './api-error.ts';
import type { ModelDouble, ModelDoubleOptions, ModelRequest, Reply } from './model-double.ts';
import { checkKey, headersOf, pathOf, readBody } from './read-request.ts';
import { sendAnswer } from './send-answer.ts';
import { type Outcome, understand } from './understand.ts';

export type { ModelDouble, ModelRequest, Piece, Reply } from './model-double.ts';

/** Longer than a test, so that no call meets a connection that is just being closed. */
const KEEP_ALIVE = 60_000;

/**
 * A strict double of an OpenAI-compatible server over real HTTP, written from the public API's
 * behaviour: chats (streamed and whole, tools, response_format, usage), embeddings (float and
 * base64) and the list of models. Requests that the public API would refuse are refused with its
 * words; all others are answered as `answer` says, faults included:
 *
 *     const double = await startModelDouble();
 *     double.answer(() => ({ kind: 'text', text: '{"claims": []}' }));
 *     double.answer(() => ({ kind: 'error', status: 429, headers: { 'retry-after': '1' } }));
 *     double.answer(({ body }) => (body.stream ? { kind: 'hang' } : { kind: 'disconnect' }));
 */
export async function startModelDouble(options: ModelDoubleOptions = {}): Promise<ModelDouble> {
  const { key = 'sk-double', chatModel = 'double-chat' } = options;
  const { embeddingModel = 'double-embedding', requests: memory = 'keeps' } = options;
  const requests: ModelRequest[] = [];
  const open = new Set<ServerResponse>();
  let script: ((request: ModelRequest) => Reply | Promise<Reply>) | null = null;

  const replyTo = (request: ModelRequest): Reply | Promise<Reply> => {
    if (script !== null) return script(request);
    if (request.path === 'embeddings') return { kind: 'vectors' };
    throw ownRule('it was not told what to answer');
  };

  const handle = async (message: IncomingMessage, response: ServerResponse) => {
    let request: ModelRequest = { path: '', body: {}, headers: headersOf(message), refusal: null };
    const place = memory === 'keeps' ? requests.push(request) - 1 : null;
    const note = (fields: Partial<ModelRequest>) => {
      request = { ...request, ...fields };
      if (place !== null) requests[place] = request;
    };
    let answer: Outcome;
    try {
      const path = pathOf(message);
      note({ path });
      checkKey(message, key);
      const body = await readBody(message);
      note({ body });
      if (path === 'models') return send(response, modelsAnswer([chatModel, embeddingModel]));
      const understood = understand(path, body, { chatModel, embeddingModel });
      answer = understood(await replyTo(request));
    } catch (error) {
      const refused = error instanceof ApiError ? error : new ApiError(500, String(error));
      note({ refusal: refused.message });
      answer = refusal(refused);
    }
    await send(response, answer);
  };

  const server = createServer((message, response) => {
    open.add(response);
    response.once('close', () => open.delete(response));
    handle(message, response).catch(() => response.destroy());
  });
  server.keepAliveTimeout = KEEP_ALIVE;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    key,
    chatModel,
    embeddingModel,
    requests,
    answer: (answer) => {
      script = answer;
    },
    openConnections: () => open.size,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function send(response: ServerResponse, answer: Outcome): Promise<void> {
  if (answer === 'hang') return;
  if (answer === 'disconnect') return void response.destroy();
  await sendAnswer(response, answer);
}

function modelsAnswer(models: readonly string[]): Answer {
  const data = models.map((id) => ({ id, object: 'model', created: 0, owned_by: 'double' }));
  return {
    status: 200,
    headers: { 'content-type': 'application/json' },
    pieces: [JSON.stringify({ object: 'list', data })],
    ending: 'whole',
  };
}
