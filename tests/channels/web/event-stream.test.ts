import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { begin, end, gate, words, working } from './fake-conversation.ts';
import { openReply, STREAM, streamed } from './reader.ts';
import { startService, type TestService } from './web-service.ts';

const HEARTBEAT = ':\n\n';

let service: TestService;
let normal: TestService['conversation']['reply'];
beforeAll(async () => {
  service = await startService();
  normal = service.conversation.reply;
});
beforeEach(() => {
  service.conversation.reply = normal;
});
afterAll(() => service.close());

const open = (port = service.port) => openReply(port, { id: 'stream-1', text: '您好' }, STREAM);

describe('a reply as a stream of events', () => {
  it('is an event for each event of the reply, byte by byte', async () => {
    service.conversation.reply = async (_, emit) => {
      emit(begin);
      emit(working('正在核对引文…'));
      emit(words('第一行\r\n第二行\u2028data: 不是\n\n'));
      emit(end);
    };
    const answer = await service.say({ text: '您好' }, STREAM);
    expect(answer.status).toBe(200);
    expect(answer.bytes).toEqual(
      Buffer.from(
        'event: begin\n' +
          'data: {"kind":"begin","placement":"turn","said":""}\n' +
          '\n' +
          'event: working\n' +
          'data: {"kind":"working","word":"正在核对引文…"}\n' +
          '\n' +
          'event: block\n' +
          'data: {"kind":"block","block":{"kind":"text","tone":"plain",' +
          '"text":"第一行\\r\\n第二行\u2028data: 不是\\n\\n"}}\n' +
          '\n' +
          'event: end\n' +
          'data: {"kind":"end","turn":"turn-1"}\n' +
          '\n',
      ),
    );
    expect(answer.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
    });
  });

  it('comes from a file too', async () => {
    const answer = await service.ask('/api/files?name=a.csv', {
      method: 'POST',
      headers: STREAM,
      body: 'abc',
    });
    expect(answer.text).toBe(streamed(begin, words('a.csv 3'), end));
  });

  it('leaves the words on what is being done out of a whole reply', async () => {
    service.conversation.reply = async (_, emit) =>
      [begin, working('正在核对引文…'), words('您好'), end].forEach(emit);
    const { json } = await service.say({ text: '您好' });
    expect(json).toEqual({
      placement: 'turn',
      turn: 'turn-1',
      blocks: [{ kind: 'text', tone: 'plain', text: '您好' }],
    });
  });

  it('sends each event as soon as there is one', async () => {
    const [first, second] = [gate(), gate()];
    service.conversation.reply = async (_, emit) => {
      emit(begin);
      await first.opened;
      emit(words('您好'));
      await second.opened;
      emit(end);
    };
    const reader = open();
    await vi.waitFor(() => expect(reader.text()).toBe(streamed(begin)));
    first.open();
    await vi.waitFor(() => expect(reader.text()).toBe(streamed(begin, words('您好'))));
    second.open();
    await reader.ended;
    expect(reader.text()).toBe(streamed(begin, words('您好'), end));
  });

  it('shows in every silence that it is alive', async () => {
    const lively = await startService({}, { heartbeatMs: 20 });
    const { opened, open: letGo } = gate();
    lively.conversation.reply = async (_, emit) => {
      emit(begin);
      await opened;
      emit(end);
    };
    const reader = open(lively.port);
    const [head, tail] = [streamed(begin), streamed(end)];
    await vi.waitFor(() => expect(reader.text()).toContain(head + HEARTBEAT.repeat(3)));
    letGo();
    await reader.ended;
    const between = reader.text().slice(head.length, -tail.length);
    expect(reader.text()).toBe(head + between + tail);
    expect(between.replaceAll(HEARTBEAT, '')).toBe('');
    await lively.close();
  });
});
