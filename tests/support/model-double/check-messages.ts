import { badRequest } from './api-error.ts';
import { isObject, type JsonObject } from './json.ts';

const ROLES = ['system', 'developer', 'user', 'assistant', 'tool'];

/** @throws ApiError where roles, contents or the answers to tool calls are not in order */
export function checkMessages(value: unknown): readonly JsonObject[] {
  if (!Array.isArray(value) || value.length === 0) {
    throw badRequest(`Invalid 'messages': expected a non-empty array.`, 'messages');
  }
  const messages = value.map(checkMessage);
  let open: string[] = [];
  messages.forEach((message, index) => {
    if (message.role === 'tool') {
      open = answered(open, message, index);
      return;
    }
    refuseOpenCalls(open);
    open = message.role === 'assistant' ? callsOf(message, index) : [];
  });
  refuseOpenCalls(open);
  return messages;
}

/** All the words of a conversation. */
export function wordsOf(messages: readonly JsonObject[]): string {
  return messages.map(({ content }) => textOf(content)).join('\n');
}

function textOf(content: unknown): string {
  if (typeof content === 'string') return content;
  if (!Array.isArray(content)) return '';
  return content.map((part) => (isObject(part) ? String(part.text ?? '') : '')).join('');
}

function checkMessage(value: unknown, index: number): JsonObject {
  if (!isObject(value) || !ROLES.includes(String(value.role))) {
    throw badRequest(`Invalid value: 'messages[${index}].role'.`, `messages[${index}].role`);
  }
  const { role, content } = value;
  const mayLackContent = role === 'assistant' && Array.isArray(value.tool_calls);
  if (!(mayLackContent && (content ?? null) === null)) checkContent(content, index);
  return value;
}

function checkContent(content: unknown, index: number): void {
  const where = `messages[${index}].content`;
  if (typeof content === 'string') return;
  const areParts =
    Array.isArray(content) &&
    content.length > 0 &&
    content.every(
      (part) => isObject(part) && part.type === 'text' && typeof part.text === 'string',
    );
  if (!areParts) {
    throw badRequest(`Invalid value for 'content': expected a string, got something else.`, where);
  }
}

function callsOf(message: JsonObject, index: number): string[] {
  if (message.tool_calls === undefined) return [];
  const calls = Array.isArray(message.tool_calls) ? message.tool_calls : [];
  if (calls.length === 0) {
    throw badRequest(`Invalid 'messages[${index}].tool_calls': empty array.`, 'messages');
  }
  return calls.map((call) => {
    const asked = isObject(call) && isObject(call.function) ? call.function : null;
    if (asked === null || typeof asked.name !== 'string' || typeof asked.arguments !== 'string') {
      throw badRequest(`Invalid 'messages[${index}].tool_calls'.`, 'messages');
    }
    return String((call as JsonObject).id);
  });
}

function answered(open: readonly string[], message: JsonObject, index: number): string[] {
  const id = String(message.tool_call_id);
  if (!open.includes(id)) {
    throw badRequest(
      `Invalid parameter: messages with role 'tool' must be a response to a preceding message with 'tool_calls'.`,
      `messages[${index}].role`,
    );
  }
  return open.filter((other) => other !== id);
}

function refuseOpenCalls(open: readonly string[]): void {
  if (open.length === 0) return;
  throw badRequest(
    `An assistant message with 'tool_calls' must be followed by tool messages responding to each 'tool_call_id'. The following tool_call_ids did not have response messages: ${open.join(', ')}`,
    'messages',
  );
}
