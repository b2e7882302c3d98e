import { get as getPlainly, type IncomingMessage } from 'node:http';
import { get as getSafely } from 'node:https';
import { HttpsProxyAgent } from 'https-proxy-agent';

const PATIENCE_MS = 60_000;

/**
 * The bytes at an address, which is a secret: nothing of it is told.
 *
 * @param proxy on the way to an https server; null where there is none
 * @returns null where they could not be had
 */
export function download(
  address: URL,
  proxy: string | null,
  limit: number,
  signal: AbortSignal,
): Promise<Uint8Array | 'too-large' | null> {
  const get = address.protocol === 'https:' ? getSafely : getPlainly;
  const agent = proxy === null ? {} : { agent: new HttpsProxyAgent(proxy) };
  return new Promise((resolve) => {
    // Of a socket that says nothing; what comes slowly comes.
    const request = get(address, { ...agent, timeout: PATIENCE_MS, signal }, (response) => {
      void readWithin(response, limit).then(resolve);
    });
    request.on('timeout', () => request.destroy(new Error('Cannot wait any longer')));
    // Once there is a response, what breaks off is seen where that is read.
    request.on('error', () => resolve(null));
  });
}

async function readWithin(
  response: IncomingMessage,
  limit: number,
): Promise<Uint8Array | 'too-large' | null> {
  if (response.statusCode !== 200) return null;
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of response) {
      size += (chunk as Buffer).length;
      if (size > limit) return 'too-large';
      chunks.push(chunk as Buffer);
    }
  } catch {
    return null;
  }
  return response.complete ? Buffer.concat(chunks) : null;
}
