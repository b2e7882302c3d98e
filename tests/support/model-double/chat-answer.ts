import { type Answer, jsonAnswer } from './answer.ts';
import type { ChatRequest } from './check-chat.ts';
import type { JsonObject } from './json.ts';
import type { Meanwhile, Piece, Reply, ToolCall, Usage } from './model-double.ts';

type TextReply = Extract<Reply, { kind: 'text' }>;
type ToolsReply = Extract<Reply, { kind: 'tools' }>;

/** What both forms of an answer begin with. */
interface Envelope {
  readonly id: string;
  readonly created: number;
  readonly model: string;
}

const CHARACTERS_PER_CHUNK = 10;

let answers = 0;

/** @throws where the reply calls a tool that the request does not offer */
export function chatAnswer(
  model: string,
  request: ChatRequest,
  reply: TextReply | ToolsReply,
): Answer {
  if (reply.kind === 'tools' && reply.invents !== true) {
    const unknown = reply.calls.find(({ name }) => !request.tools.includes(name));
    if (unknown !== undefined) {
      throw new Error(`Cannot call "${unknown.name}": the request does not offer it`);
    }
  }
  const envelope = { id: `chatcmpl-${++answers}`, created: 1_750_000_000, model };
  return request.streams
    ? streamedAnswer(envelope, request, reply)
    : wholeAnswer(envelope, request, reply);
}

function wholeAnswer(
  envelope: Envelope,
  request: ChatRequest,
  reply: TextReply | ToolsReply,
): Answer {
  const choice = { index: 0, logprobs: null, finish_reason: finishOf(reply) };
  const message =
    reply.kind === 'tools'
      ? { role: 'assistant', content: null, tool_calls: reply.calls.map(callJson) }
      : { role: 'assistant', content: wordsOf(reply), ...reasoningOf(reply) };
  const usage = usageOf(request, reply);
  const value = {
    ...envelope,
    object: 'chat.completion',
    choices: [{ ...choice, message }],
    ...(usage === null ? {} : { usage }),
  };
  return jsonAnswer(value, reply.kind === 'text' ? reply.breaks : undefined);
}

function streamedAnswer(
  envelope: Envelope,
  request: ChatRequest,
  reply: TextReply | ToolsReply,
): Answer {
  const line = (fields: JsonObject) =>
    `data: ${JSON.stringify({ ...envelope, object: 'chat.completion.chunk', ...fields })}\n\n`;
  const chunk = (delta: JsonObject, finish: string | null = null) =>
    line({ choices: [{ index: 0, delta, logprobs: null, finish_reason: finish }] });
  const begun = [chunk({ role: 'assistant', content: '' }), ...deltasOf(reply).map(sent(chunk))];
  const headers = { 'content-type': 'text/event-stream' };
  if (reply.kind === 'text' && reply.breaks !== undefined) {
    return { status: 200, headers, pieces: begun, ending: reply.breaks };
  }
  const usage = request.wantsUsage ? usageOf(request, reply) : null;
  const pieces = [
    ...begun,
    chunk({}, finishOf(reply)),
    ...(usage === null ? [] : [line({ choices: [], usage })]),
    'data: [DONE]\n\n',
  ];
  return { status: 200, headers, pieces, ending: 'whole' };
}

type Delta = JsonObject | Meanwhile;

function sent(chunk: (delta: JsonObject) => string): (delta: Delta) => Piece {
  return (delta) => (isMeanwhile(delta) ? delta : chunk(delta));
}

function isMeanwhile(delta: Delta): delta is Meanwhile {
  return 'pauseMs' in delta || 'written' in delta;
}

function deltasOf(reply: TextReply | ToolsReply): readonly Delta[] {
  if (reply.kind === 'tools') return reply.calls.flatMap(callDeltas);
  const { text, reasoning } = reply;
  const pieces = typeof text === 'string' ? inChunks(text) : text;
  const said = pieces.map((piece) => (typeof piece === 'string' ? { content: piece } : piece));
  return reasoning === undefined ? said : [{ reasoning_content: reasoning }, ...said];
}

/** The name comes first, then the arguments in two parts, as the public API sends them. */
function callDeltas(call: ToolCall, index: number): readonly Delta[] {
  const { id, type, function: asked } = callJson(call, index);
  const half = Math.ceil(asked.arguments.length / 2);
  const parts = [asked.arguments.slice(0, half), asked.arguments.slice(half)];
  return [
    { tool_calls: [{ index, id, type, function: { name: asked.name, arguments: '' } }] },
    ...parts.map((part) => ({ tool_calls: [{ index, function: { arguments: part } }] })),
  ];
}

function callJson({ name, input }: ToolCall, index: number) {
  const id = `call_${answers}_${index}`;
  return { id, type: 'function', function: { name, arguments: JSON.stringify(input) } };
}

function inChunks(text: string): string[] {
  return text.match(new RegExp(`[^]{1,${CHARACTERS_PER_CHUNK}}`, 'gu')) ?? [];
}

function wordsOf({ text }: TextReply): string {
  if (typeof text === 'string') return text;
  return text.filter((piece) => typeof piece === 'string').join('');
}

function reasoningOf({ reasoning }: TextReply): JsonObject {
  return reasoning === undefined ? {} : { reasoning_content: reasoning };
}

function finishOf(reply: TextReply | ToolsReply): string {
  return reply.kind === 'tools' ? 'tool_calls' : (reply.finish ?? 'stop');
}

function usageOf({ words }: ChatRequest, reply: TextReply | ToolsReply): JsonObject | null {
  if (reply.usage === null) return null;
  const said = reply.kind === 'tools' ? JSON.stringify(reply.calls) : wordsOf(reply);
  return usageJson(reply.usage ?? { input: words.length, output: said.length });
}

function usageJson({ input, output }: Usage): JsonObject {
  return { prompt_tokens: input, completion_tokens: output, total_tokens: input + output };
}
