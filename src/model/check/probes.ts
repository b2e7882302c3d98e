import { z } from 'zod';
import { createChatModel } from '../chat/create-chat-model.ts';
import type { FormatMemory, StreamParts } from '../chat/stream-answer.ts';
import type { Format } from '../chat/structured-output.ts';
import type { EmbeddingModel } from '../model.ts';
import { type CallLimits, type ChatModel, FREE_TEXT } from '../model.ts';
import type { Prompts } from '../prompts.ts';
import { openMeter } from '../token-meter.ts';
import type { ToolPrompt } from '../tool-prompts.ts';

/** What a probe found; a ModelFailure that it throws is told by its kind. */
export interface Found {
  readonly ok: boolean;
  /** For the operator; says what to do where something is wrong. */
  readonly line: string;
}

/** A question for the endpoint, with what people call it. */
export interface Probe {
  readonly name: string;
  ask(): Promise<Found>;
}

export const PROBE_OUTPUT = z.object({ sum: z.number(), words: z.string() });
export const PROBE_TASKS = ['probe', 'probe-tool'];
export const PROBE_TOOL = 'report_number';

/** Enough for models that think at length before they answer. */
const TOKENS = 20_000;

const FORMAT_LINES: Readonly<Record<Format, string>> = {
  json_schema: '支持 json_schema',
  json_object: '不支持 json_schema，改用 json_object',
  plain: '不支持 json_schema 和 json_object，改用文字说明格式',
};

/** The first of them decides whether the others make sense. */
export function chatProbes(
  parts: Omit<StreamParts, 'formats'>,
  prompts: Prompts,
  tool: ToolPrompt,
): readonly [Probe, ...Probe[]] {
  const formats: FormatMemory = { taken: null };
  const chat = createChatModel({ ...parts, formats });
  return [
    { name: '对话', ask: () => converse(chat, prompts) },
    { name: '结构化输出', ask: () => askForJson(chat, prompts, formats) },
    { name: '逐步送达', ask: () => stream(chat, prompts) },
    { name: '工具调用', ask: () => callTool(chat, prompts, tool) },
  ];
}

export async function embed(model: EmbeddingModel): Promise<Found> {
  const vector = await model.embedQuery('干部教育培训');
  return { ok: true, line: `${model.name} 可用，${vector.length} 维` };
}

async function converse(chat: ChatModel, prompts: Prompts): Promise<Found> {
  const model = await chat.forAgent(limits());
  const { text } = await model.invoke(messagesOf(prompts, 'probe'));
  if (text.trim() !== '') return { ok: true, line: `${chat.name} 可用` };
  return { ok: false, line: '模型没有说话，请换用其他模型后重试。' };
}

async function askForJson(
  chat: ChatModel,
  prompts: Prompts,
  formats: FormatMemory,
): Promise<Found> {
  await chat.complete(prompts.fill('probe', {}), limits());
  return { ok: true, line: FORMAT_LINES[formats.taken ?? 'plain'] };
}

async function stream(chat: ChatModel, prompts: Prompts): Promise<Found> {
  let pieces = 0;
  const prompt = { ...prompts.fill('probe', {}), output: FREE_TEXT };
  for await (const piece of chat.stream(prompt, limits())) pieces += piece === '' ? 0 : 1;
  return {
    ok: true,
    line: pieces > 1 ? `支持，分 ${pieces} 段送达` : '不支持，整段送达，不影响使用',
  };
}

async function callTool(chat: ChatModel, prompts: Prompts, prompt: ToolPrompt): Promise<Found> {
  const { tool } = await import('@langchain/core/tools');
  const number = z.number().describe(prompt.inputs.number ?? '');
  const report = tool(({ number: reported }) => String(reported), {
    name: PROBE_TOOL,
    description: prompt.description,
    schema: z.object({ number }),
  });
  const model = await chat.forAgent(limits());
  const said = await model.bindTools?.([report]).invoke(messagesOf(prompts, 'probe-tool'));
  const isCalled = said?.tool_calls?.some(({ name }) => name === PROBE_TOOL) ?? false;
  if (isCalled) return { ok: true, line: '支持' };
  return { ok: false, line: '模型没有调用工具，请换用支持工具调用的模型。' };
}

function messagesOf(prompts: Prompts, task: string): [string, string][] {
  const { system, user } = prompts.fill(task, {});
  return [
    ['system', system],
    ['user', user],
  ];
}

function limits(): CallLimits {
  return { signal: new AbortController().signal, tokens: openMeter(TOKENS) };
}
