import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { createModelEndpoint } from '../../src/model/create-endpoint.ts';
import { FREE_TEXT } from '../../src/model/model.ts';
import { startModelDouble } from '../support/model-double/start-model-double.ts';
import { configFor, drain, failureKind, SWIFT, testLimits } from './test-endpoint.ts';

const PROMPT = { task: 'answer', system: '甲', user: '乙', output: FREE_TEXT };
const log = { info: () => {}, warn: () => {} };

/** An HTTP proxy that lets through all that asks for a tunnel. */
async function startProxy(): Promise<{ readonly url: string; readonly asked: readonly string[] }> {
  const asked: string[] = [];
  const server = createServer((_, response) => response.writeHead(405).end());
  server.on('connect', ({ url = '' }, socket, head) => {
    asked.push(url);
    const [host, port] = url.split(':');
    const onward = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      onward.write(head);
      onward.pipe(socket).pipe(onward);
    });
    const end = () => [onward, socket].map((one) => one.destroy());
    for (const one of [onward, socket]) one.on('error', end).on('close', end);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

it('a proxy is gone through by chats and embeddings, and left as soon as people leave', async () => {
  const double = await startModelDouble();
  onTestFinished(() => double.close());
  const proxy = await startProxy();
  const config = { ...configFor(double), proxy: proxy.url };
  const { chat, embedding } = createModelEndpoint(config, { log, care: SWIFT });
  if (chat === null || embedding === null) throw new Error('Expected both models to be set');

  double.answer(() => ({ kind: 'text', text: '一二三四五六七八九十，好的。' }));
  const { chunks } = await drain(chat.stream(PROMPT, testLimits()));
  expect(chunks).toEqual(['一二三四五六七八九十', '，好的。']);
  double.answer(() => ({ kind: 'vectors', vectors: [[1, 2]] }));
  expect(await embedding.embedQuery('学时')).toEqual([1, 2]);
  expect(new Set(proxy.asked)).toEqual(new Set([new URL(double.url).host]));

  double.answer(() => ({ kind: 'text', text: '好', breaks: 'hang' }));
  const leaving = new AbortController();
  const ended = failureKind(chat.complete(PROMPT, testLimits(24_000, leaving.signal)));
  await expect.poll(double.openConnections).toBe(1);
  leaving.abort();
  expect(await ended).toBe('cancelled');
  await expect.poll(double.openConnections).toBe(0);
});

it('a proxy that is not there makes the endpoint unreachable', async () => {
  const double = await startModelDouble();
  onTestFinished(() => double.close());
  const config = { ...configFor(double), proxy: 'http://127.0.0.1:9' };
  const { chat } = createModelEndpoint(config, { log, care: SWIFT });
  expect(await failureKind(chat?.complete(PROMPT, testLimits()) ?? Promise.resolve())).toBe(
    'unreachable',
  );
  expect(double.requests).toEqual([]);
});
