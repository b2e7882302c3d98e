import { expect } from 'vitest';
import type { ModelRequest } from '../model-double/model-double.ts';
import { taskOf } from '../model-script.ts';
import { messagesOf } from './messages-of.ts';
import type { PromptTemplates } from './prompt-templates.ts';

/** The day of the house, as the agent is told it. */
const TODAY = '2027-06-01 6月1日（周二）';
const NOTHING_BEFORE = '（无）';
/** What the library tells an agent that called a tool which it was not offered. */
const NO_SUCH_TOOL = /^Error: \S+ is not a valid tool/u;
const LANGUAGE = /^[a-z]{2,3}(?:-[a-z]+)?$/u;

/**
 * A request whose orders are those of the prompt file and nothing else: the system message is the
 * file's own, what people and texts say stands in JSON within the user message, and what tools give
 * back is JSON.
 *
 * @returns all strings of its data
 */
export function expectSafeRequest(request: ModelRequest, prompts: PromptTemplates): string[] {
  const [system, user, ...rest] = messagesOf(request);
  const template = prompts.of(taskOf(request));
  expect(request.refusal).toBeNull();
  expect(system?.role).toBe('system');
  expect(system?.text).toBe(template.system.replace('{{today}}', TODAY));
  expect(user?.role).toBe('user');
  const data = dataIn(user?.text ?? '', template.user);
  for (const { role } of rest) expect(['assistant', 'tool']).toContain(role);
  const told = rest.filter(({ role, text }) => role === 'tool' && !NO_SUCH_TOOL.test(text));
  return [...data, ...told.map(({ text }) => text)].flatMap(stringsIn);
}

/** What a user message fills into its template, a line each. */
function dataIn(message: string, template: string): string[] {
  const parts = template
    .split(/\{\{\w+\}\}/u)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&'));
  const filled = new RegExp(`^${parts.join('(.*?)')}$`, 'su').exec(message);
  expect(filled, message).not.toBeNull();
  return (filled?.slice(1) ?? []).flatMap((one) => one.split('\n'));
}

/** @throws where a line of data is not JSON */
function stringsIn(line: string): string[] {
  if (line === NOTHING_BEFORE || LANGUAGE.test(line)) return [];
  return leavesOf(JSON.parse(line));
}

function leavesOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leavesOf) : [];
}
