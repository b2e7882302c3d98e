import type { IncomingMessage } from 'node:http';
import { ApiError, badRequest } from './api-error.ts';
import { isObject, type JsonObject } from './json.ts';

/**
 * Below the base.
 *
 * @throws ApiError where nothing is there
 */
export function pathOf({ url = '', method }: IncomingMessage): string {
  const path = /^\/v1\/(.+)$/u.exec(url)?.[1] ?? '';
  const expected = path === 'models' ? 'GET' : 'POST';
  const isKnown = ['models', 'embeddings', 'chat/completions'].includes(path);
  if (isKnown && method === expected) return path;
  throw new ApiError(404, `Invalid URL (${method} ${url})`);
}

/**
 * The public API repeats the key that it does not take, in part; this one repeats all of it.
 *
 * @throws ApiError
 */
export function checkKey({ headers }: IncomingMessage, key: string | null): void {
  const shown = headers.authorization;
  if (key === null || shown === `Bearer ${key}`) return;
  if (shown === undefined) throw new ApiError(401, `You didn't provide an API key.`);
  throw new ApiError(401, `Incorrect API key provided: ${shown}.`, { code: 'invalid_api_key' });
}

/** By their names in small letters. */
export function headersOf({ headers }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}

/** @throws ApiError where it is not an object of JSON */
export async function readBody(message: IncomingMessage): Promise<JsonObject> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  if (message.method === 'GET') return {};
  if (!/^application\/json\b/u.test(message.headers['content-type'] ?? '')) {
    throw badRequest('The content type must be application/json.');
  }
  try {
    const value: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    if (isObject(value)) return value;
  } catch {
    // Told below, like any other body that is no object.
  }
  throw badRequest('We could not parse the JSON body of your request.');
}
