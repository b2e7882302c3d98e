import type { ReplyEvent } from '../../../conversation/reply.ts';
import type { History } from '../../../conversation/turn.ts';
import { readEvents } from './read-events.ts';

export type Said =
  | { readonly text: string }
  /** `written`: what stands in the field whose button it is. */
  | { readonly action: string; readonly written?: string }
  | { readonly file: File };

/** Who one is here, and what the menu offers. */
export interface Me {
  readonly name: string;
  readonly role: string;
  readonly roleName: string;
  readonly menu: readonly { readonly text: string; readonly label: string }[];
  readonly mayImport: boolean;
  /** Messages that wait to be opened. */
  readonly unread: number;
  readonly demo: {
    readonly role: string | null;
    readonly roles: readonly { readonly role: string; readonly label: string }[];
  } | null;
}

/** How a message ended. */
export type Delivery =
  | { readonly kind: 'answered' }
  /** It cannot be read as it is; `problem` says what to change. */
  | { readonly kind: 'refused'; readonly problem: string }
  /** Sending the same again may work. */
  | { readonly kind: 'failed'; readonly problem: string };

const PAUSES_MS = [500, 2000];
const RETURNING = '连接中断，正在重新连接…';
const LOST = '连接中断，答复没有收全。';

/** Random, since a message that is sent again must be known again; works without https too. */
export function newMessageId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Sends a message and tells its reply event by event. A broken connection is taken up again with
 * the same id, which gets the same reply: it then starts anew with `begin`, and a `working` of the
 * page's own comes before.
 */
export async function deliver(
  id: string,
  said: Said,
  tell: (event: ReplyEvent) => void,
): Promise<Delivery> {
  for (const pause of [...PAUSES_MS, null]) {
    try {
      return await deliverOnce(id, said, tell);
    } catch {
      if (pause === null) break;
      tell({ kind: 'working', word: RETURNING });
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  return { kind: 'failed', problem: LOST };
}

/** @throws where the connection broke before the last event */
async function deliverOnce(
  id: string,
  said: Said,
  tell: (event: ReplyEvent) => void,
): Promise<Delivery> {
  const response = await post(id, said);
  if (!response.ok || response.body === null) {
    const problem = await problemOf(response);
    return { kind: response.status === 422 ? 'refused' : 'failed', problem };
  }
  for await (const data of readEvents(response.body)) {
    const event = JSON.parse(data) as ReplyEvent;
    if (event.kind === 'failed') return event;
    tell(event);
    if (event.kind === 'end') return { kind: 'answered' };
  }
  throw new Error('Cannot read on: the reply broke off');
}

function post(id: string, said: Said): Promise<Response> {
  const accept = { Accept: 'text/event-stream' };
  if ('file' in said) {
    const query = new URLSearchParams({ id, name: said.file.name });
    return fetch(`api/files?${query}`, { method: 'POST', headers: accept, body: said.file });
  }
  return fetch('api/messages', {
    method: 'POST',
    headers: { ...accept, 'Content-Type': 'application/json' },
    body: JSON.stringify({ id, ...said }),
  });
}

async function problemOf(response: Response): Promise<string> {
  const body = (await response.json().catch(() => null)) as {
    error?: { message?: string };
  } | null;
  return body?.error?.message ?? '没有收到答复，请稍后再试。';
}

/** @throws Error whose message is for people */
export async function readHistory(before?: string): Promise<History> {
  const query = before === undefined ? '' : `?before=${encodeURIComponent(before)}`;
  const response = await fetch(`api/conversation${query}`).catch(() => null);
  if (response === null) throw new Error('连接不上干训助手，请检查网络后刷新页面。');
  if (!response.ok) throw new Error(await problemOf(response));
  return (await response.json()) as History;
}

/** @throws Error whose message is for people */
export async function forgetConversation(): Promise<void> {
  const response = await fetch('api/conversation', { method: 'DELETE' }).catch(() => null);
  if (response === null) throw new Error('连接不上干训助手，记录没有清除。');
  if (!response.ok) throw new Error(await problemOf(response));
}

/** @throws Error whose message is for people */
export async function readMe(): Promise<Me> {
  return (await (await ask('GET', 'api/me')).json()) as Me;
}

/** @throws Error whose message is for people */
export async function signIn(code: string): Promise<void> {
  await ask('POST', 'api/sign-in', { code });
}

/** @throws Error whose message is for people */
export async function signOut(): Promise<void> {
  await ask('DELETE', 'api/sign-in');
}

/** @throws Error whose message is for people */
export async function chooseDemo(role: string | null): Promise<void> {
  await ask('POST', 'api/demo', { role });
}

async function ask(method: string, path: string, body?: object): Promise<Response> {
  const sent =
    body === undefined
      ? {}
      : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
  const response = await fetch(path, { method, ...sent }).catch(() => null);
  if (response === null) throw new Error('连接不上干训助手，请检查网络后再试。');
  if (!response.ok) throw new Error(await problemOf(response));
  return response;
}
