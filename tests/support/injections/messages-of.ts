import type { ModelRequest } from '../model-double/model-double.ts';

/** A message of a request, its content in one piece. */
export interface SentMessage {
  readonly role: string;
  readonly text: string;
}

/** The messages of a request; an agent sends some contents in parts. */
export function messagesOf({ body }: ModelRequest): readonly SentMessage[] {
  const messages = body.messages as unknown as { role: string; content: unknown }[];
  return messages.map(({ role, content }) => ({ role, text: textOf(content) }));
}

export function systemOf(request: ModelRequest): string {
  return messagesOf(request).find(({ role }) => role === 'system')?.text ?? '';
}

function textOf(content: unknown): string {
  if (!Array.isArray(content)) return typeof content === 'string' ? content : '';
  return (content as { text: string }[]).map(({ text }) => text).join('');
}
