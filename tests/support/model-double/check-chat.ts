import { badRequest } from './api-error.ts';
import { allowFields, checkFlag, checkNumber, requireField } from './check-fields.ts';
import { checkMessages, wordsOf } from './check-messages.ts';
import { checkStrictSchema } from './check-schema.ts';
import { isObject, type JsonObject } from './json.ts';

const FIELDS = [
  ...['model', 'messages', 'stream', 'stream_options', 'temperature', 'top_p', 'n', 'stop'],
  ...['max_tokens', 'max_completion_tokens', 'presence_penalty', 'frequency_penalty', 'seed'],
  ...['tools', 'tool_choice', 'parallel_tool_calls', 'response_format', 'reasoning_effort', 'user'],
];
const NAME = /^[\w-]{1,64}$/u;

export interface ChatRequest {
  readonly streams: boolean;
  readonly wantsUsage: boolean;
  readonly tools: readonly string[];
  /** All that was said so far. */
  readonly words: string;
}

/** @throws ApiError where the public API would refuse it */
export function checkChat(body: JsonObject): ChatRequest {
  const messages = checkMessages(requireField(body, 'messages'));
  allowFields(body, FIELDS);
  checkFlag(body, 'stream');
  checkFlag(body, 'parallel_tool_calls');
  checkNumber(body, 'temperature', { least: 0, most: 2 });
  checkNumber(body, 'max_tokens', { least: 1, most: 128_000, whole: true });
  checkNumber(body, 'max_completion_tokens', { least: 1, most: 128_000, whole: true });
  const words = wordsOf(messages);
  checkFormat(body.response_format, words);
  const tools = checkTools(body);
  return { streams: body.stream === true, wantsUsage: checkStreamOptions(body), tools, words };
}

function checkStreamOptions({ stream, stream_options: options }: JsonObject): boolean {
  if (options === undefined) return false;
  if (stream !== true) {
    throw badRequest(
      `The 'stream_options' parameter is only allowed when 'stream' is enabled.`,
      'stream_options',
    );
  }
  return isObject(options) && options.include_usage === true;
}

function checkFormat(format: unknown, words: string): void {
  if (format === undefined) return;
  if (!isObject(format)) throw badRequest(`Invalid 'response_format'.`, 'response_format');
  if (format.type === 'text') return;
  if (format.type === 'json_object') {
    if (!/json/iu.test(words)) {
      throw badRequest(
        `'messages' must contain the word 'json' in some form, to use 'response_format' of type 'json_object'.`,
        'messages',
      );
    }
    return;
  }
  const asked = format.type === 'json_schema' ? format.json_schema : null;
  if (!isObject(asked)) throw badRequest(`Invalid 'response_format.type'.`, 'response_format');
  if (!NAME.test(String(requireField(asked, 'name'))) || !isObject(asked.schema)) {
    throw badRequest(`Invalid 'response_format.json_schema'.`, 'response_format');
  }
  if (asked.strict === true) checkStrictSchema(String(asked.name), asked.schema);
}

function checkTools({ tools, tool_choice: choice }: JsonObject): readonly string[] {
  if (tools === undefined) {
    if (choice === undefined) return [];
    throw badRequest(`'tool_choice' is only allowed when 'tools' are specified.`, 'tool_choice');
  }
  if (!Array.isArray(tools) || tools.length === 0) {
    throw badRequest(`Invalid 'tools': empty array.`, 'tools');
  }
  return tools.map((tool, index) => {
    const offered = isObject(tool) && tool.type === 'function' ? tool.function : null;
    if (!isObject(offered) || !NAME.test(String(offered.name))) {
      throw badRequest(`Invalid 'tools[${index}].function.name'.`, `tools[${index}]`);
    }
    if (isObject(offered.parameters) && offered.parameters.type === 'object') {
      return String(offered.name);
    }
    throw badRequest(
      `Invalid schema for function '${offered.name}': schema must be a JSON Schema of 'type: "object"'.`,
      `tools[${index}].function.parameters`,
    );
  });
}
