/**
 * How requests leave the house: straight, or through an HTTP proxy. The runtime's own fetch does
 * not take the proxy of another undici than its own, so that with a proxy both are undici's.
 */
export function wayOut(proxy: string | null): typeof fetch {
  if (proxy === null) return (input, init) => fetch(input, init);
  let opened: Promise<typeof fetch> | null = null;
  return async (input, init) => {
    opened ??= openProxy(proxy);
    return (await opened)(input, init);
  };
}

async function openProxy(proxy: string): Promise<typeof fetch> {
  const { ProxyAgent, fetch: throughDispatcher } = await import('undici');
  const dispatcher = new ProxyAgent(proxy);
  // The two libraries declare the same types each for itself.
  const send = throughDispatcher as unknown as (input: unknown, init: object) => Promise<Response>;
  return (input, init) => send(input, { ...init, dispatcher });
}
