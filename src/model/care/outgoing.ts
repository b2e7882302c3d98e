import type { ModelConfig } from '../../config.ts';
import { callFailure } from '../failures.ts';
import type { Outgoing } from './exchange.ts';

/** All that may go along of what libraries would add, some of it from the environment. */
const HEADERS = ['accept', 'content-type'];

/**
 * A request of a library as it leaves the house: with the key of the settings, if there is one, and
 * nothing that the endpoint need not know.
 *
 * @throws ModelFailure `refused` where it would go anywhere but to the endpoint
 */
export function outgoing(
  { baseUrl, apiKey }: Pick<ModelConfig, 'baseUrl' | 'apiKey'>,
  input: string | URL | Request,
  init: RequestInit | undefined,
): Outgoing {
  const url = String(input);
  const body = init?.body ?? null;
  const isText = body === null || typeof body === 'string';
  if (!url.startsWith(`${baseUrl}/`) || !isText) throw callFailure('refused');
  const given = new Headers(init?.headers);
  const headers: Record<string, string> = {};
  for (const name of HEADERS) {
    const value = given.get(name);
    if (value !== null) headers[name] = value;
  }
  if (apiKey !== null) headers.authorization = `Bearer ${apiKey}`;
  return { url, method: init?.method ?? 'GET', headers, body };
}
