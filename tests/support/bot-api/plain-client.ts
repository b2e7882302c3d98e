import type { BotApi } from './start-bot-api.ts';

export interface Reply {
  readonly ok: boolean;
  readonly result?: unknown;
  readonly error_code?: number;
  readonly description?: string;
  readonly parameters?: object;
}

/** Calls the double without any client library, so that tests see what goes over the network. */
export interface PlainClient {
  post(method: string, init: RequestInit, token?: string): Promise<Reply>;
  call(method: string, payload?: object): Promise<Reply>;
  /** The code and the description of a call that has to fail. */
  refusal(method: string, payload?: object): Promise<string>;
}

export function plainClient(api: BotApi): PlainClient {
  const post = async (method: string, init: RequestInit, token = api.token) => {
    const response = await fetch(`${api.url}/bot${token}/${method}`, { method: 'POST', ...init });
    const reply = (await response.json()) as Reply;
    if (response.status !== (reply.ok ? 200 : reply.error_code)) {
      throw new Error(`The status ${response.status} does not fit ${JSON.stringify(reply)}`);
    }
    return reply;
  };
  const call = (method: string, payload: object = {}) => {
    const headers = { 'content-type': 'application/json' };
    return post(method, { headers, body: JSON.stringify(payload) });
  };
  const refusal = async (method: string, payload: object = {}) => {
    const reply = await call(method, payload);
    if (reply.ok) throw new Error(`${method} was carried out: ${JSON.stringify(reply.result)}`);
    return `${reply.error_code} ${reply.description}`;
  };
  return { post, call, refusal };
}

export function button(data: string): { text: string; callback_data: string } {
  return { text: '看', callback_data: data };
}

/** One pixel. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
